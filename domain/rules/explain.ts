import { buildNode } from './closure/build.ts'
import type { Builder, Closure, FileRecord, Frame, Tried } from './closure/frame.ts'
import { dayParameter, firstDayTrue, onDay, withOpenDay } from './closure/not-yet.ts'
import { type FactName, missingFacts, type Trace, Tracer, turningDays } from './closure/trace.ts'
import type { Json } from './context.ts'
import { type Node, ROOT } from './ir.ts'
import { jsonOfValue } from './json-value.ts'
import type { Predicate } from './predicate.ts'
import { strictForm } from './rewrite/strict.ts'
import { isList, isRecord } from './type.ts'
import { parseDay } from './values/calendar.ts'

type Outcome = 'yes' | 'no' | 'unknown'
export type Explanation = {
  outcome: Outcome
  trace: Trace
  /** For an unknown outcome: the facts whose absence leaves it so. */
  missing: FactName[]
  /** For a no: the first later day on which the whole rule holds, if only time passes. */
  notYet?: string
}

const UNTRACED = new Set(['literal', 'variable', 'ref', 'items'])
/** A list is shown when it hangs on a reference, which may be what is missing. */
const isTraced = (node: Node): boolean => (node.op === 'rows' ? node.base.op === 'ref' : !UNTRACED.has(node.op))

/** Answers a yes-or-no rule for one file in strict mode, with the value of every part on its own span. */
export function explain(predicate: Predicate, record: FileRecord): Explanation {
  const { run, open } = explainers(predicate)
  const tracer = new Tracer()
  const frame: TracedFrame = { vars: [], tracer }
  frame.vars[ROOT] = record
  const value = run(frame)
  const trace = tracer.root[0] ?? leaf(predicate, value)
  const outcome = value === null ? 'unknown' : value === true ? 'yes' : 'no'
  const notYet = outcome === 'no' ? wholeNotYet(open, trace, record) : undefined
  return { outcome, trace, missing: outcome === 'unknown' ? missingFacts(trace) : [], ...(notYet && { notYet }) }
}

type TracedFrame = Frame & { tracer: Tracer }
type Explainer = { run: Closure; open: Closure | undefined }
const cache = new WeakMap<Node, Explainer>()

function explainers(predicate: Predicate): Explainer {
  const known = cache.get(predicate.ir)
  if (known) return known
  const parameter = dayParameter(predicate.ir)?.parameter
  const open = parameter === undefined ? undefined : untraced(strictForm(withOpenDay(predicate.ir, parameter)))
  const made = { run: new TracedBuild(predicate).build(strictForm(predicate.ir)), open }
  cache.set(predicate.ir, made)
  return made
}

function untraced(node: Node): Closure {
  const builder: Builder = { strict: true, build: (child) => buildNode(child, builder) }
  return builder.build(node)
}

/** A condition may wait for several days at once: the whole rule is asked again on each of them. */
function wholeNotYet(open: Closure | undefined, trace: Trace, record: FileRecord): string | undefined {
  if (!open) return undefined
  const frame: Frame = { vars: [] }
  frame.vars[ROOT] = record
  return turningDays(trace)
    .toSorted()
    .find((day) => onDay(open, frame, parseDay(day)!) === true)
}

const leaf = ({ text }: Predicate, value: unknown): Trace => ({
  from: 0,
  to: text.length,
  source: text,
  text,
  op: 'literal',
  value: value as Json,
  children: [],
})

class TracedBuild {
  private readonly predicate: Predicate
  private source: string
  private readonly builder: Builder

  constructor(predicate: Predicate) {
    this.predicate = predicate
    this.source = predicate.text
    const onElement = (node: Tried, index: number, run: () => unknown) => this.tried(node, index, run)
    this.builder = { strict: true, eager: true, build: this.build, onElement }
  }
  /** The frame of the run in progress: elements are reported without one. */
  private tracer: Tracer | undefined

  build = (node: Node): Closure => {
    const source = this.source
    if (node.op === 'named') this.source = node.text
    const plain = buildNode(node, this.builder)
    this.source = source
    if (!isTraced(node)) return plain
    const references = this.referencesOf(node)
    const open = this.opened(node)
    return (frame) => {
      const tracer = (frame as TracedFrame).tracer
      this.tracer = tracer
      tracer.enter(this.traceOf(node, source))
      const value = plain(frame)
      const trace = tracer.leave(shown(node, value))
      const missing = value === null && references.find(({ closure }) => closure(frame) === null)
      if (missing) trace.fact = missing.name
      const notYet = open && value === false ? firstDayTrue(open.closure, frame, open.today) : undefined
      if (notYet) trace.notYet = notYet
      return value
    }
  }

  /** The references that lead to where a fact stands, first ones first. */
  private referencesOf(node: Node): { name: FactName; closure: Closure }[] {
    if (node.op === 'named') return this.referencesOf(node.body)
    if ((node.op !== 'field' && node.op !== 'rows' && node.op !== 'ref') || node.base.op !== 'ref') return []
    const { base } = node
    const { label } = this.predicate.catalogue[base.record]!.facts[base.key]!
    const name = { record: base.record, key: base.key, label }
    return [...this.referencesOf(base), { name, closure: untraced(base) }]
  }

  /** Comparisons of a fact with the day that is asked for can be asked of later days. */
  private opened(node: Node): { closure: Closure; today: number } | undefined {
    if (node.op !== 'compare' && node.op !== 'between') return undefined
    const day = dayParameter(node)
    return day && { closure: untraced(withOpenDay(node, day.parameter!)), today: day.value as number }
  }

  private traceOf(node: Node, source: string): Trace {
    const { from, to, op } = node
    const trace: Trace = { from, to, source, text: source.slice(from, to), op, value: null, children: [] }
    if (node.op === 'field' || node.op === 'named') {
      const { label } = this.predicate.catalogue[node.record]!.facts[node.key]!
      trace[node.op === 'field' ? 'fact' : 'derived'] = { record: node.record, key: node.key, label }
    }
    return trace
  }

  private tried(node: Tried, index: number, run: () => unknown): unknown {
    const decisive = node.op === 'some' ? true : node.op === 'every' ? false : null
    const decides = (value: Json) => value === decisive || value === null
    const of = node.op === 'filter' ? node.cond : node.body
    return this.tracer!.element(index, decides, run, (value) => shown(of, value))
  }
}

/** Lists are shown by their elements, records by their facts. */
function shown(node: Node, value: unknown): Json {
  if (value === null || value === undefined) return null
  if (isList(node.type)) return (value as unknown[]).length
  return isRecord(node.type) ? true : jsonOfValue(node.type, value)
}
