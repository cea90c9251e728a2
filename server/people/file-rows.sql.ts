import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'
import type { Tx } from '../db.ts'
import { relationAt } from './as-of.ts'
import type { PersonKey } from './person-line.sql.ts'
import { readableColumns } from './readable-columns.ts'

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

/** The person first, then everybody of the household and everybody with the same number, phone or account, each once. */
export async function peopleAround(tx: Tx, { county, id }: PersonKey, knownAt: string | null): Promise<LedgerRow[]> {
  const person = relationAt(knownAt)('person')
  const select = `SELECT ${columnsOf('person', 'p')} FROM ${person} AS p WHERE p.county = $1`
  const [me] = await tx.query<LedgerRow>(`${select} AND p.id = $2`, [county, id])
  if (!me) return []
  // Each by its own index: one statement with OR, or a join, would read the county.
  const tied = ['household_id', ...SAME].filter((column) => (me[column] ?? null) !== null)
  if (tied.length === 0) return [me]
  const others = tied.map((column, i) => `(${select} AND p.id <> $2 AND p.${column} = $${i + 3})`)
  return [me, ...(await tx.query<LedgerRow>(others.join(' UNION '), [county, id, ...tied.map((column) => me[column])]))]
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
