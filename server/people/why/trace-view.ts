import type { Static } from 'typebox'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'
import type { TraceNode } from '#domain/people/people.api.ts'
import type { Trace } from '#domain/rules/closure/trace.ts'
import type { AreaNames } from '../../places/area-names.ts'
import { valueWords } from '../file/fact-words.ts'
import { elementStanding, ownerOf, type Standing, standingOn } from './trace-owner.ts'

type View = Static<typeof TraceNode>
const CONDITIONS = new Set(['and', 'or', 'not', 'compare', 'equal', 'oneOf', 'between', 'isNull', 'some', 'every'])
/** Conditions made of conditions: a fact right under them is a condition of its own; elsewhere it is what was compared. */
const JOINING = new Set(['and', 'or', 'not', 'some', 'every', 'if', 'named', 'filter'])

/** A trace as the screen shows it: outcomes on spans of the text, and under them the facts that were read, with source and day. */
export function traceView(trace: Trace, standing: Standing, names: AreaNames): View {
  const inside = trace.derived ? standingOn(ownerOf(trace.text, standing)) : standing
  const compared = JOINING.has(trace.op) ? [] : trace.children.filter(({ fact }) => fact)
  const read = trace.fact ? [trace] : compared
  const parts = trace.children
    .filter((child) => !compared.includes(child))
    .map((child) => traceView(child, inside, names))
  const elements = (trace.elements ?? []).flatMap(({ index, children }) => {
    const at = elementStanding(trace.text, index, inside)
    return children.map((child) => traceView(child, at, names))
  })
  return {
    from: trace.from,
    to: trace.to,
    text: trace.text,
    value: plainText(trace.value),
    outcome: outcomeOf(trace),
    via: trace.derived?.label ?? null,
    facts: read.map((each) => factView(each, inside, names)),
    notYet: trace.notYet ?? null,
    parts: [...parts, ...elements],
  }
}

/** Null for what is no condition: a number has no outcome. */
function outcomeOf(trace: Trace): View['outcome'] {
  if (trace.value === true) return 'yes'
  if (trace.value === false) return 'no'
  return trace.value === null && isCondition(trace) ? 'unknown' : null
}

function isCondition({ op, fact, derived, children }: Trace): boolean {
  if (fact) return scalarOf(fact)?.type === 'boolean'
  if (derived) return children.some(isCondition)
  return CONDITIONS.has(op)
}

const scalarOf = ({ record, key }: { record: string; key: string }) => {
  const fact = (catalogue[record as 'person'].facts as Readonly<Record<string, Fact>>)[key]
  return fact?.kind === 'scalar' ? fact : undefined
}

function factView(trace: Trace, standing: Standing, names: AreaNames): View['facts'][number] {
  const fact = trace.fact!
  const scalar = scalarOf(fact)
  const owner = ownerOf(trace.text, standing)
  const code = trace.value === null ? '' : plainText(trace.value)
  const stored = typeof trace.value === 'object' ? code || null : trace.value
  const said = scalar ? valueWords(scalar, fact.key, stored, names).zh : code
  return {
    label: fact.label,
    value: scalar?.sealed ? code && '***' : scalar?.codes && said !== code ? `${said} (${code})` : said,
    source: (owner?.source ?? null) as string | null,
    verifiedOn: (owner?.verified_on ?? null) as string | null,
  }
}

/** Days and durations are marked where they are JSON; here they are their own text. */
function plainText(value: Trace['value']): string {
  if (value === null || typeof value !== 'object') return String(value)
  const marked = Array.isArray(value) ? undefined : (value.date ?? value.duration)
  return typeof marked === 'string' ? marked : JSON.stringify(value)
}
