import { fail } from '#domain/base/fail.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { compile, type Predicate } from '#domain/rules/predicate.ts'
import { toSql } from '#domain/rules/to-sql.ts'
import type { Clocks } from '../../context.ts'
import { relationAt } from '../as-of.ts'

const kept = new WeakMap<Plan, Map<string, Predicate>>()
/** Beyond this many the oldest is forgotten: filters are typed by people, and days are many. */
const MOST = 2000

export type CompileChoice = {
  /** For what people typed: sealed facts (names, numbers) are refused, and the text must be a yes-or-no. */
  refuseSealed?: boolean
}

/** A rule over a kind of record on a day, with the parameters the plan has on that day; read once and kept. Refuses as `compile` does. */
export function compiledRule(
  plan: Plan,
  record: string,
  text: string,
  on: string,
  { refuseSealed = false }: CompileChoice = {},
): Predicate {
  const ofPlan = kept.get(plan) ?? new Map<string, Predicate>()
  kept.set(plan, ofPlan)
  const key = `${record} ${on} ${text}`
  const known = ofPlan.get(key)
  const predicate = known ?? compile(text, { catalogue, root: record, parameters: parametersOn(plan, on) })
  if (!known) {
    const oldest = ofPlan.size >= MOST ? ofPlan.keys().next().value : undefined
    if (oldest !== undefined) ofPlan.delete(oldest)
    ofPlan.set(key, predicate)
  }
  if (refuseSealed) refuseUnfit(predicate)
  return predicate
}

/** A rule as SQL in strict mode, read on both clocks; `truthy` (the rule for WHERE) unless the exact three values are asked for. */
export const ruleSql = (
  predicate: Predicate,
  clocks: Pick<Clocks, 'knownAt'>,
  { alias, truthy = true }: { alias: string; truthy?: boolean },
): string => toSql(predicate, { alias, relation: relationAt(clocks.knownAt), mode: 'strict', truthy })

function refuseUnfit({ facts, type, text }: Predicate): void {
  const sealed = facts.filter((name) => {
    const [record, key] = name.split('.') as [keyof typeof catalogue, string]
    const fact = (catalogue[record].facts as Readonly<Record<string, Fact>>)[key]
    return fact?.kind === 'scalar' && fact.sealed === true
  })
  if (sealed.length > 0) {
    const names = sealed.join(', ')
    fail(
      'people.filter.sealed',
      {
        zh: `${names} 是受保护的事实，不能用于筛选。查找某个人请用搜索。`,
        en: `${names} is sealed and cannot be filtered by. To find one person, search.`,
      },
      { status: 422 },
    )
  }
  if (type !== 'boolean' && type !== 'null') {
    fail(
      'people.filter.noCondition',
      {
        zh: '筛选条件应是一个“是或否”的判断，例如：年龄 >= 60。',
        en: 'A filter is a yes-or-no condition, such as: age >= 60.',
      },
      { status: 422, where: { from: 0, to: text.length } },
    )
  }
}
