import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '#domain/base/date.ts'
import { barredFacts, readTiers, type Tiers } from '#domain/jobs/tiers/tiers.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { compiledRule, ruleSql } from '../people/why/compiled.ts'
import { SHIPPED_PLANS } from '../plan/plan-folder.ts'

const SHIPPED = join(SHIPPED_PLANS, 'common', 'assistance-tiers.yaml')
let kept: Tiers | undefined

/** The assistance tiers the product ships with; read once a process, throws when the file is not sound. */
export function shippedTiers(): Tiers {
  kept ??= readTiers(readFileSync(SHIPPED, 'utf8'))
  return kept
}

export type TierClocks = { plan: Plan; on: Day; knownAt: string | null }

/**
 * The tier of a person as SQL over the alias `p`: 0 for the first whose rule holds, the number of tiers where none does. A missing fact
 * makes no rule hold. Throws where a rule reads what may play no part in who is served first.
 */
export function tierSql({ tiers }: Tiers, { plan, on, knownAt }: TierClocks): string {
  const cases = tiers.map(({ key, where }, tier) => {
    const predicate = compiledRule(plan, 'person', where, on, { refuseSealed: true })
    const barred = barredFacts(predicate.facts)
    if (barred.length > 0) throw new Error(`the tier ${key} reads ${barred.join(', ')}, which may play no part in it`)
    return `WHEN ${ruleSql(predicate, { knownAt }, { alias: 'p' })} THEN ${tier}`
  })
  return `CASE ${cases.join(' ')} ELSE ${tiers.length} END`
}
