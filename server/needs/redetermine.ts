import type { Day } from '#domain/base/date.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { FileRecord } from '#domain/rules/closure/frame.ts'
import { evaluate } from '#domain/rules/evaluate.ts'
import type { Tx } from '../db.ts'
import { loadFiles } from '../people/file/load-file.ts'
import type { PersonKey } from '../people/list/person-line.sql.ts'
import { reachesFar } from './finding-rules.ts'
import { determinedOf, householdOf, type Outcome, type Turn, writeTurns } from './one-file.sql.ts'
import { planPredicates } from './plan-predicates.ts'

/** Keys of needs and findings that a file has now and had not, and those that it had and has no more. */
export type Difference = { gained: string[]; lost: string[] }

/**
 * Determines one changed file again, in the transaction that changed it, and those of its household, whose rules may read it:
 * what is said is of the file itself. Who shares a number is not asked by a post that sees less than the county: what was
 * known of that stands until the next full determination.
 */
export async function redetermine(tx: Tx, plan: Plan, key: PersonKey, on: Day, now: Date): Promise<Difference> {
  const ids = await householdOf(tx, key)
  const files = await loadFiles(tx, key.county, ids, { knownAt: null })
  // In the order of their ids: two who change one household at once never wait for each other in a ring.
  const turns = new Map<number, Turn[]>()
  for (const id of ids.toSorted((a, b) => a - b))
    turns.set(id, await turnOver(tx, { county: key.county, id }, files.get(id), { plan, on, now }))
  const own = turns.get(key.id) ?? []
  const turned = (to: 'before' | 'after', from: 'before' | 'after') =>
    own.filter((turn) => turn[to] === 'yes' && turn[from] !== 'yes').map(({ predicate }) => predicate)
  return { gained: turned('after', 'before'), lost: turned('before', 'after') }
}

type Asked = { plan: Plan; on: Day; now: Date }
async function turnOver(
  tx: Tx,
  key: PersonKey,
  file: FileRecord | undefined,
  { plan, on, now }: Asked,
): Promise<Turn[]> {
  const known = await determinedOf(tx, key)
  if (!known) return []
  const { keys, predicates, findings } = planPredicates(plan, on)
  const turns: Turn[] = []
  for (const [place, predicate] of predicates.entries()) {
    if (!known.wholeCounty && reachesFar(predicate)) continue
    const name = keys[place]!
    const before = known.outcomes.get(name) ?? null
    const after = file ? outcomeOf(evaluate(predicate, file, 'strict')) : null
    if (before !== after) turns.push({ predicate: name, finding: findings.includes(name), before, after })
  }
  if (turns.length > 0) await writeTurns(tx, { ...key, area: known.area }, turns, now.toISOString())
  return turns
}

const outcomeOf = (value: unknown): Outcome | null => (value === true ? 'yes' : value === null ? 'unknown' : null)
