import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'
import type { Tx } from '../../db.ts'
import { relationAt } from '../as-of.ts'
import { readableColumns } from '../why/readable-columns.ts'

/** A row of a record type, by its columns; days and instants as text. */
export type LedgerRow = Readonly<Record<string, unknown>>
export type RecordRow = { record: string; row: LedgerRow }

const facts = (record: string) => Object.values(catalogue[record as 'person'].facts) as Fact[]
const columnsOf = (record: string, alias: string) =>
  readableColumns
    .get(record)!
    .map((column) => `${alias}.${column}`)
    .join(', ')

/** Kinds of record that hang on a person. */
export const SPELLS: readonly string[] = facts('person').flatMap((fact) =>
  fact.kind === 'list' && fact.of !== 'person' ? [fact.of] : [],
)
/** Columns by which people are the same: number, phone, account. */
const SAME = facts('person').flatMap((fact) => (fact.kind === 'list' && fact.of === 'person' ? [fact.on[1]![0]] : []))

const selectPeople = (knownAt: string | null) =>
  `SELECT ${columnsOf('person', 'p')} FROM ${relationAt(knownAt)('person')} AS p WHERE p.county = $1`

/** These people, as they were known. */
export const peopleOf = (
  tx: Tx,
  county: number,
  ids: readonly number[],
  knownAt: string | null,
): Promise<LedgerRow[]> => tx.query<LedgerRow>(`${selectPeople(knownAt)} AND p.id = ANY ($2::bigint[])`, [county, ids])

/** Everybody else of their households, and everybody else with a number, phone or account of theirs, each once. */
export async function peopleTied(
  tx: Tx,
  county: number,
  people: readonly LedgerRow[],
  knownAt: string | null,
): Promise<LedgerRow[]> {
  const ties = ['household_id', ...SAME].map((column) => ({
    column,
    values: people.map((row) => row[column] ?? null).filter((value) => value !== null),
  }))
  const tied = ties.filter(({ values }) => values.length > 0)
  if (tied.length === 0) return []
  // Each by its own index: one statement with OR, or a join, would read the county.
  const others = tied.map(
    ({ column }, i) => `(${selectPeople(knownAt)} AND p.id <> ALL ($2::bigint[]) AND p.${column} = ANY ($${i + 3}))`,
  )
  return tx.query(others.join(' UNION '), [county, people.map(({ id }) => id), ...tied.map(({ values }) => values)])
}

/** Every spell of these people, and these households, as they were known. */
export function recordsOf(
  tx: Tx,
  county: number,
  { people, households }: { people: readonly number[]; households: readonly number[] },
  knownAt: string | null,
): Promise<RecordRow[]> {
  const table = relationAt(knownAt)
  const spells = SPELLS.map(
    (record) =>
      `SELECT '${record}' AS record, to_jsonb(t) AS row FROM ${table(catalogue[record as 'person'].table)} AS t
        WHERE t.county = $1 AND t.person_id = ANY ($2::bigint[])`,
  )
  const homes = `SELECT 'household', to_jsonb(h) FROM (SELECT ${columnsOf('household', 't')} FROM ${table('household')} AS t
    WHERE t.county = $1 AND t.id = ANY ($3::bigint[])) AS h`
  return tx.query<RecordRow>([...spells, homes].join('\nUNION ALL\n'), [county, people, households])
}

export const sitesOf = (tx: Tx, county: number, ids: readonly number[], knownAt: string | null) =>
  tx.query<RecordRow>(
    `SELECT 'site' AS record, to_jsonb(t) AS row FROM ${relationAt(knownAt)('site')} AS t
      WHERE t.county = $1 AND t.id = ANY ($2::bigint[])`,
    [county, ids],
  )
