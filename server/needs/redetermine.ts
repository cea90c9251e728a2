import type { Day } from '#domain/base/date.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { evaluate } from '#domain/rules/evaluate.ts'
import type { Tx } from '../db.ts'
import { loadFile } from '../people/load-file.ts'
import type { PersonKey } from '../people/person-line.sql.ts'
import { reachesFar } from './finding-rules.ts'
import { determinedOf, type Outcome, type Turn, writeTurns } from './one-file.sql.ts'
import { planPredicates } from './plan-predicates.ts'

/** Keys of needs and findings that a file has now and had not, and those that it had and has no more. */
export type Difference = { gained: string[]; lost: string[] }

/**
 * Determines one changed file again, in the transaction that changed it. Others of its household whom the change concerns are
 * determined by calls of their own. Who shares a number is not asked by a post that sees less than the county: what was
 * known of that stands until the next full determination.
 */
export async function redetermine(tx: Tx, plan: Plan, key: PersonKey, on: Day, now: Date): Promise<Difference> {
  const known = await determinedOf(tx, key)
  if (!known) return { gained: [], lost: [] }
  const file = await loadFile(tx, key.county, key.id, { knownAt: null })
  const { keys, predicates } = planPredicates(plan, on)
  const turns: Turn[] = []
  for (const [place, predicate] of predicates.entries()) {
    if (!known.wholeCounty && reachesFar(predicate)) continue
    const before = known.outcomes.get(keys[place]!) ?? null
    const after = file ? outcomeOf(evaluate(predicate, file, 'strict')) : null
    if (before !== after) turns.push({ predicate: keys[place]!, before, after })
  }
  if (turns.length > 0) await writeTurns(tx, { ...key, area: known.area }, turns, now.toISOString())
  const turned = (to: 'before' | 'after', from: 'before' | 'after') =>
    turns.filter((turn) => turn[to] === 'yes' && turn[from] !== 'yes').map(({ predicate }) => predicate)
  return { gained: turned('after', 'before'), lost: turned('before', 'after') }
}

const outcomeOf = (value: unknown): Outcome | null => (value === true ? 'yes' : value === null ? 'unknown' : null)
