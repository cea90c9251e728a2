import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'

/** What lists and files show beside the facts that rules read. Ciphers are in neither: no login of officers may read them. */
const FURTHER: Readonly<Record<string, readonly string[]>> = {
  person: ['id_kind', 'version', 'evidence'],
  household: ['valid_from', 'valid_to', 'evidence'],
}
const EVERY = ['county', 'area', 'id', 'known_from', 'verified_by', 'recorded_by']

/**
 * For every table of the catalogue, the columns that questions of the past may read: what the facts stand on, what joins
 * them, and whose the row is. Tables that are not here keep no history.
 */
export const readableColumns: ReadonlyMap<string, readonly string[]> = collect()

function collect(): Map<string, string[]> {
  const found = new Map<string, Set<string>>()
  const add = (record: string, ...columns: string[]) => {
    const { table } = catalogue[record as 'person']
    const known = found.get(table) ?? new Set([...EVERY, ...(FURTHER[table] ?? [])])
    for (const column of columns) known.add(column)
    found.set(table, known)
  }
  for (const [record, { facts }] of Object.entries(catalogue)) {
    add(record)
    for (const fact of Object.values(facts) as Fact[]) {
      if (fact.kind === 'scalar') add(record, fact.column)
      if (fact.kind !== 'ref' && fact.kind !== 'list') continue
      add(record, ...fact.on.map(([here]) => here))
      add(fact.kind === 'ref' ? fact.to : fact.of, ...fact.on.map(([, there]) => there))
    }
  }
  return new Map([...found].map(([table, columns]) => [table, [...columns]]))
}
