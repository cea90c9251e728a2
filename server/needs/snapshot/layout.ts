import type { Catalogue, ListFact, RefFact, ScalarFact } from '#domain/people/fact.ts'
import type { Predicate } from '#domain/rules/predicate.ts'

/** What is loaded of one table: the facts that are asked for, and the key columns they are joined by. */
export type TableLayout = {
  record: string
  table: string
  scalars: [key: string, fact: ScalarFact][]
  refs: [key: string, fact: RefFact][]
  lists: [key: string, fact: ListFact][]
  keys: Set<string>
}

/** What is wanted beside what rules read: key columns of the records they are asked of, and facts as `record.key`. */
export type Beside = { keys: readonly string[]; facts?: readonly string[] }

/** The tables, columns and lists that some rules read, over one record type or several, and no more. */
export function layoutOf(
  predicates: readonly Predicate[],
  { keys, facts = [] }: Beside = { keys: ['id', 'area'] },
): Map<string, TableLayout> {
  const layouts = new Map<string, TableLayout>()
  const [first] = predicates
  if (!first) return layouts
  for (const root of new Set(predicates.map((each) => each.root))) {
    const layout = tableOf(layouts, first.catalogue, root)
    for (const key of keys) layout.keys.add(key)
  }
  for (const name of new Set([...predicates.flatMap((each) => each.facts), ...facts])) {
    const [record, key] = name.split('.') as [string, string]
    addFact(layouts, first.catalogue, record, key)
  }
  return layouts
}

function tableOf(layouts: Map<string, TableLayout>, catalogue: Catalogue, record: string): TableLayout {
  const known = layouts.get(record)
  if (known) return known
  const { table } = catalogue[record]!
  const made: TableLayout = {
    ...{ record, table, scalars: [], refs: [], lists: [] },
    keys: new Set(),
  }
  layouts.set(record, made)
  return made
}

function addFact(layouts: Map<string, TableLayout>, catalogue: Catalogue, record: string, key: string): void {
  const layout = tableOf(layouts, catalogue, record)
  const fact = catalogue[record]!.facts[key]!
  if (fact.kind === 'scalar') layout.scalars.push([key, fact])
  if (fact.kind === 'scalar' || fact.kind === 'derived') return
  const [here, there] = linkOf(fact)
  const other = tableOf(layouts, catalogue, fact.kind === 'ref' ? fact.to : fact.of)
  layout.keys.add(here)
  other.keys.add(there)
  if (fact.kind === 'ref') layout.refs.push([key, fact])
  else layout.lists.push([key, fact])
}

/** Records are joined within a county, by the last pair of columns. */
export const linkOf = ({ on }: RefFact | ListFact): readonly [here: string, there: string] => on.at(-1)!

/** Joined by a value that several records share (a blind index), not by somebody's id. */
export const isShared = (fact: ListFact): boolean => {
  const [here, there] = linkOf(fact)
  return here === there
}
