import type { Static } from 'typebox'
import { fail, type Words } from '#domain/base/fail.ts'
import type { TraceNode, Why } from '#domain/people/people.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Door } from '#server/db.ts'
import { installationDefaults } from '#server/http/defaults.ts'
import { getPerson } from '#server/people/list/find-person.ts'
import { readQuestion } from '#server/people/list/question.ts'
import { whyOf } from '#server/people/why/why.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'
import { withDoor } from './terminal/with-door.ts'

export const usage: Usage = {
  summary: {
    zh: '某人为何符合、不符合或无法判定某个条件',
    en: 'why a rule holds for a person, fails, or cannot be told',
  },
  forms: ['explain --person ID --predicate KEY [--on DATE] [--known-at TIME] [--plan KEY]'],
}
const OPTIONS = {
  person: { type: 'string' },
  predicate: { type: 'string' },
  on: { type: 'string' },
  'known-at': { type: 'string' },
  plan: { type: 'string' },
  json: { type: 'boolean' },
} as const

type Ask = { person: number; predicate: string; on?: string; knownAt?: string; plan?: string }

/** Reads as a job does: for whoever runs the machine. Prints the outcome, the missing facts and the trace. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, usage)
  const person = Number(values.person)
  if (!values.predicate || !Number.isSafeInteger(person) || person < 1 || positionals.length > 0)
    return refuseUsage(usage)
  const { on, plan, predicate, 'known-at': knownAt } = values
  const ask = { person, predicate, ...(on && { on }), ...(plan && { plan }), ...(knownAt && { knownAt }) }
  const why = await withDoor(io, 'explain', (door) => explainAs(door, ask))
  io.answer(why, whyText(why))
  return 0
}

async function explainAs(door: Door, { person, predicate, plan, ...asked }: Ask): Promise<Static<typeof Why>> {
  const defaults = await installationDefaults(door)
  const chosen = choosePlan(plan ?? defaults.plan)
  return door.asJob(async (tx) => {
    const question = await readQuestion(tx, asked, { today: defaults.on, now: new Date() })
    const found = await getPerson(tx, person, question.clocks.knownAt)
    return whyOf(tx, found, predicate, question, chosen)
  })
}

function choosePlan(key: string): Plan {
  const plans = getPlans()
  const plan = plans.get(key)
  const known = [...plans.keys()].join(', ')
  return (
    plan ??
    fail(
      'plan.plan.unknown',
      { zh: `没有方案“${key}”；现有：${known}。`, en: `There is no plan "${key}"; there are: ${known}.` },
      { status: 404 },
    )
  )
}

const OUTCOMES: Record<'yes' | 'no' | 'unknown', Words> = {
  yes: { zh: '符合', en: 'yes' },
  no: { zh: '不符合', en: 'no' },
  unknown: { zh: '无法判定', en: 'unknown' },
}

function whyText({ name, outcome, missing, trace, asOf }: Static<typeof Why>): string {
  const verdict = OUTCOMES[outcome]
  return [
    `${name.zh} ${name.en}: ${verdict.zh} ${verdict.en} (${asOf.on})`,
    ...missing.map(({ fact, label }) => `缺少 missing: ${label.zh} ${fact}`),
    ...linesOf(trace, 1),
  ].join('\n')
}

const SIGNS = { yes: '✓', no: '✗', unknown: '?' } as const
function linesOf(node: Static<typeof TraceNode>, depth: number): string[] {
  const facts = node.facts.map(({ label, value }) => `${label.zh} = ${value || '—'}`)
  const sign = node.outcome === null ? ' ' : SIGNS[node.outcome]
  const later = node.notYet === null ? '' : ` (${node.notYet} 起 from)`
  const own = `${'  '.repeat(depth)}${sign} ${node.text}${facts.length > 0 ? `  [${facts.join('; ')}]` : ''}${later}`
  return [own, ...node.parts.flatMap((part) => linesOf(part, depth + 1))]
}
