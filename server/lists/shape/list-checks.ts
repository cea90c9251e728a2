import { catalogue, type RecordName } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { isFinding } from '../../needs/finding-rules.ts'
import { compiledRule, ruleSql } from '../../people/why/compiled.ts'
import type { ListShape } from './list-shape.ts'

/** A finding about a person: its key, the rule as SQL over the person `p`, and whether it looks at other people's files beside. */
export type Check = { key: string; sql: string; across: boolean }

/** Findings, by how grave they are, that a row of this list may bring: those that read something which the list may write. */
export function listChecks(plan: Plan, shape: ListShape, on: string, grave: (severity: string) => boolean): Check[] {
  return plan.predicates.flatMap((check) => {
    const { key, severity = 'review', where } = check
    if (!isFinding(check) || !grave(severity)) return []
    const rule = compiledRule(plan, 'person', where, on)
    if (!rule.facts.some((fact) => mayWrite(shape, fact))) return []
    const across = rule.facts.some(leadsToOthers)
    return [{ key, sql: ruleSql(rule, { knownAt: null }, { alias: 'p' }), across }]
  })
}

const factOf = (fact: string): Fact | undefined => {
  const [record, key] = fact.split('.') as [RecordName, string]
  return (catalogue[record].facts as Readonly<Record<string, Fact>>)[key]
}

/** Whoever has the same number, the members of a household, the roster of a site: lists of people, or of anybody but the person. */
function leadsToOthers(fact: string): boolean {
  const known = factOf(fact)
  return known?.kind === 'list' && (known.of === 'person' || !fact.startsWith('person.'))
}

/** `fact` as `record.key`. A list that opens files may bring anything that is said of a file; derived facts come with those they are made of. */
function mayWrite({ records }: ListShape, fact: string): boolean {
  const [name, key] = fact.split('.') as [RecordName, string]
  if (records.some(({ record, known }) => record === 'person' && !known)) return true
  const written = (record: string) => records.filter((each) => each.record === record)
  if (name !== 'person') return written(name).length > 0
  const { kind, ...held } = factOf(fact)!
  const target = 'of' in held ? held.of : 'to' in held ? held.to : 'person'
  if (target !== 'person') return written(target).length > 0
  const keys = written('person').flatMap((record) => record.written.map((each) => each.key))
  return kind !== 'derived' && keys.some((each) => [each, `${each}_mask`, `same_${each}`].includes(key))
}
