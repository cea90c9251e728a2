import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Api } from '#domain/api.ts'
import type { Words } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import type { Value } from './condition/condition.ts'

type Records = Reply<Api['listFacts']>['records']
type FactView = Records[number]['facts'][number]
/** A fact that a row can compare: `key` is how the text writes it, `group` whose fact it is. */
export type Choice = { key: string; label: Words; group: Words; type: Value['type']; fact: FactView }
/** Records of a person that a row can ask for: employments, memberships … */
export type ListChoice = { key: string; label: Words; facts: Choice[] }
export type Facts = { choices: Choice[]; lists: ListChoice[] }

const types = new Set(['boolean', 'number', 'string', 'date'])
const typeOf = (fact: FactView): Value['type'] =>
  types.has(fact.type ?? '') ? (fact.type as Value['type']) : 'boolean'
const compared = (fact: FactView) => fact.kind === 'scalar' || fact.kind === 'derived'

/** Facts of a record and of the records it refers to, one step away, with the way they are written. */
function factsOf(records: Records, record: string): Facts {
  const found = records.find((r) => r.record === record)
  if (!found) return { choices: [], lists: [] }
  const choicesOf = (facts: FactView[], group: Words, prefix = ''): Choice[] =>
    facts
      .filter(compared)
      .map((fact) => ({ key: prefix + fact.key, label: fact.label, group, type: typeOf(fact), fact }))
  const referred = found.facts.flatMap((fact) => {
    const to = fact.kind === 'ref' ? records.find((r) => r.record === fact.of) : undefined
    return to ? choicesOf(to.facts, fact.label, `${fact.key}.`) : []
  })
  const lists = found.facts.flatMap((fact): ListChoice[] => {
    const of = fact.kind === 'list' ? records.find((r) => r.record === fact.of) : undefined
    if (!of) return []
    const facts = choicesOf(of.facts, of.label).filter((choice) => choice.key !== 'current')
    return [{ key: fact.key, label: fact.label, facts }]
  })
  return { choices: [...choicesOf(found.facts, found.label), ...referred], lists }
}

/** The catalogue seldom changes: read once a visit. */
export function useFacts(record: string): Facts | undefined {
  const { data } = useQuery({ ...ask.listFacts({}), staleTime: Number.POSITIVE_INFINITY })
  return useMemo(() => data && factsOf(data.records, record), [data, record])
}
