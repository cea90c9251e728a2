import type { ImportRow } from '#db/types.ts'
import type { Words } from '#domain/base/fail.ts'
import type { Tx } from '../../db.ts'
import type { ImportKey } from '../staging/staging.sql.ts'

type Brought = 'officer_id' | 'post_id' | 'officer_name' | 'post_title' | 'lo' | 'hi'
type Filed = 'file_name' | 'file_hash' | 'file_bytes' | 'as_of' | 'received_at'
export type NewImport = Pick<ImportRow, 'county' | 'area' | 'id' | Brought | Filed>
export type Import = ImportRow

export async function nextImportId(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ id: number }>(`SELECT nextval('ledger_id') AS id`)
  return row!.id
}

export async function insertImport(tx: Tx, made: NewImport): Promise<void> {
  const columns = Object.keys(made)
  await tx.query(
    `INSERT INTO import (${columns.join(', ')}) VALUES (${columns.map((_, i) => `$${i + 1}`).join(', ')})`,
    Object.values(made),
  )
}

/** Undefined where there is none, or none within the scope. */
export async function findImport(tx: Tx, id: number): Promise<Import | undefined> {
  const [row] = await tx.query<Import>('SELECT * FROM import WHERE id = $1', [id])
  return row
}

/** Other imports of the very same file that the post may see. */
export const sameFile = (tx: Tx, hash: Buffer, but: number): Promise<Import[]> =>
  tx.query<Import>(
    'SELECT * FROM import WHERE file_hash = $1 AND id <> $2 AND discarded_at IS NULL ORDER BY id DESC LIMIT 5',
    [hash, but],
  )

/** Imports by their ids, of those the post may see. */
export const importsById = (tx: Tx, ids: readonly number[]): Promise<Import[]> =>
  tx.query<Import>('SELECT * FROM import WHERE id = ANY ($1::bigint[])', [ids])
/** Imports that bring back refused rows of this one, mended; the newest first. */
export const mendingImports = (tx: Tx, id: number): Promise<Import[]> =>
  tx.query<Import>('SELECT * FROM import WHERE mends = $1 AND discarded_at IS NULL ORDER BY id DESC LIMIT 20', [id])

export type Change = Partial<
  Pick<
    ImportRow,
    | 'list'
    | 'rank'
    | 'as_of'
    | 'choice'
    | 'read_at'
    | 'matched_at'
    | 'begun_at'
    | 'applied_at'
    | 'undone_at'
    | 'discarded_at'
    | 'mends'
    | 'reading'
    | 'asked'
    | 'asked_at'
    | 'stopped_at'
  > &
    Pick<ImportRow, 'read_rows' | 'share' | 'tallies'>
> & { problem?: Words | null }

export async function changeImport(
  tx: Tx,
  { county, id }: Pick<ImportKey, 'county' | 'id'>,
  change: Change,
): Promise<void> {
  const columns = Object.keys(change)
  const values = Object.values(change).map((value) => (isPlain(value) ? JSON.stringify(value) : value))
  await tx.query(
    `UPDATE import SET ${columns.map((column, i) => `${column} = $${i + 3}`).join(', ')} WHERE county = $1 AND id = $2`,
    [county, id, ...values],
  )
}
const isPlain = (value: unknown) => typeof value === 'object' && value !== null && !(value instanceof Date)

/** Rows by outcome. */
export async function countOutcomes(
  tx: Tx,
  { county, id }: Pick<ImportKey, 'county' | 'id'>,
): Promise<Record<string, number>> {
  const rows = await tx.query<{ outcome: string; n: number }>(
    'SELECT outcome, count(*)::int AS n FROM import_outcome WHERE county = $1 AND import_id = $2 GROUP BY outcome',
    [county, id],
  )
  return Object.fromEntries(rows.map(({ outcome, n }) => [outcome, n]))
}

/** Counties in which files were touched, for a determination after the last part. */
export async function touchedCounties(tx: Tx, id: number): Promise<number[]> {
  const rows = await tx.query<{ county: number }>(
    `SELECT DISTINCT county FROM list_claim WHERE import_id = $1 AND effect IN ('opened', 'changed') ORDER BY county`,
    [id],
  )
  return rows.map(({ county }) => county)
}

/** What was found of a row beyond reading it; a fault without words is told by those of its code. */
export type FoundFault = { code: string; row?: number; column?: string; words?: Words }
export type ErrorRow = {
  row: number
  values: (string | null)[]
  read: { code: string; column: string | null; words?: Words; refuses?: boolean }[] | null
} & {
  found: FoundFault[] | null
  outcome: string | null
}
/** Rows with something to tell, in the order of the file. */
export const rowsWithFaults = (
  tx: Tx,
  { county, id }: Pick<ImportKey, 'county' | 'id'>,
  { after, limit }: { after: number; limit: number },
): Promise<ErrorRow[]> =>
  tx.query<ErrorRow>(
    `SELECT r.row, r.values, r.faults AS read, o.faults AS found, o.outcome FROM import_row r
       JOIN import_outcome o ON o.county = r.county AND o.import_id = r.import_id AND o.row = r.row
      WHERE o.county = $1 AND o.import_id = $2 AND o.outcome IN ('refused', 'review') AND o.row > $3 ORDER BY o.row LIMIT $4`,
    [county, id, after, limit],
  )
/** The newest first. */
export const listImports = (
  tx: Tx,
  { after, limit }: { after: number | undefined; limit: number },
): Promise<Import[]> =>
  tx.query<Import>('SELECT * FROM import WHERE id < $1 ORDER BY id DESC LIMIT $2', [
    after ?? Number.MAX_SAFE_INTEGER,
    limit,
  ])

/** Forgets how a file was read, to read it anew: under another list, sheet or mapping. */
export async function forgetRows(tx: Tx, { county, id }: Pick<ImportKey, 'county' | 'id'>): Promise<void> {
  for (const table of ['import_warning', 'import_outcome', 'import_row', 'import_chunk'])
    await tx.query(`DELETE FROM ${table} WHERE county = $1 AND import_id = $2`, [county, id])
  await changeImport(
    tx,
    { county, id },
    { read_at: null, matched_at: null, read_rows: 0, share: 0, tallies: {}, reading: {}, problem: null },
  )
}

/** How far some work has come, and how far since it was asked for. */
export async function workDone(
  tx: Tx,
  { county, id, asked_at }: Pick<Import, 'county' | 'id' | 'asked_at'>,
  work: string,
): Promise<{ rows: number; since: number; first: string | null }> {
  const [row] = await tx.query<{ rows: number; since: number; first: string | null }>(
    `SELECT COALESCE(sum(rows), 0)::int AS rows, COALESCE(sum(rows) FILTER (WHERE done_at >= $4), 0)::int AS since,
            min(done_at) FILTER (WHERE done_at >= $4) AS first FROM import_chunk
      WHERE county = $1 AND import_id = $2 AND work = $3`,
    [county, id, work, asked_at ?? '-infinity'],
  )
  return row!
}
