import type { Static } from 'typebox'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'
import type { OutcomeLine } from '#domain/people/people.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { FileRecord } from '#domain/rules/closure/frame.ts'
import { evaluate } from '#domain/rules/evaluate.ts'
import type { Predicate } from '#domain/rules/predicate.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PersonKey } from '../list/person-line.sql.ts'
import { compiledRule } from './compiled.ts'
import { determinationsOf, isDetermined } from './determined.sql.ts'
import { personRules } from './rule-by-key.ts'

type Line = Static<typeof OutcomeLine>
type Asked = { file: FileRecord; person: PersonKey; plan: Plan; clocks: Clocks }

/**
 * Every rule of the plan over a person, asked of this file in strict mode. Who shares a number, a phone or an account is a
 * question about the whole county, which a town or a village does not see: where the determinations are of this day, they answer it.
 */
export async function outcomesOf(tx: Tx, { file, person, plan, clocks }: Asked): Promise<Line[]> {
  const determined = (await isDetermined(tx, plan.key, clocks)) ? await determinationsOf(tx, person) : undefined
  return personRules(plan).map(({ key, kind, name, where, clause, severity, mend }) => {
    const predicate = compiledRule(plan, 'person', where, clocks.on)
    const outcome =
      determined && kind !== 'indicator' && asksWhoShares(predicate)
        ? (determined.get(key) ?? 'no')
        : outcomeOf(evaluate(predicate, file, 'strict'))
    return { key, kind, name, outcome, clause, severity, mend }
  })
}

const outcomeOf = (value: unknown): Line['outcome'] => (value === null ? 'unknown' : value === true ? 'yes' : 'no')

/** Lists of people tied to a person by what both have, and not by the household. */
const SHARED = new Set(
  Object.entries(catalogue.person.facts as Readonly<Record<string, Fact>>).flatMap(([key, fact]) =>
    fact.kind === 'list' && fact.of === 'person' ? [`person.${key}`] : [],
  ),
)
const asksWhoShares = ({ facts }: Predicate): boolean => facts.some((name) => SHARED.has(name))
