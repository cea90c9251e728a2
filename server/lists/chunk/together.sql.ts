import type { Tx } from '../../db.ts'
import type { ListShape } from '../shape/list-shape.ts'
import { forMassWork } from '../staging/mass-work.sql.ts'
import type { ImportKey } from '../staging/staging.sql.ts'
import { headKeys } from './open.sql.ts'
import type { Bounds } from './scratch.sql.ts'

const LOCK_SPACE = 0x6c697374
/** Whoever works on an import, its parts are done one after the other, or two that he knows to lie apart. */
export const lockImport = (tx: Tx, id: number) =>
  tx.query('SELECT pg_advisory_xact_lock($1, ($2::bigint % 2147483647)::int)', [LOCK_SPACE + 1, id])

/** Two imports never write in one county at once. */
export const lockCounty = (tx: Tx, county: number) =>
  tx.query('SELECT pg_advisory_xact_lock($1, $2)', [LOCK_SPACE, county])

const ROWS = (at: number) =>
  `r.county = $1 AND r.import_id = $2 AND r.round = 1 AND r.row BETWEEN $${at} AND $${at + 1}`

/** Locks what two parts write in for as long as others work on them. */
export async function lockParts(tx: Tx, key: ImportKey, parts: readonly Bounds[]): Promise<void> {
  await forMassWork(tx)
  await lockImport(tx, key.id)
  await lockCountiesOf(tx, key, parts)
}

/** Locks the counties that rows name, in the order in which everybody locks. */
export async function lockCountiesOf(tx: Tx, { county, id }: ImportKey, parts: readonly Bounds[]): Promise<void> {
  const either = parts.map((_, i) => `r.round = $${3 * i + 3} AND r.row BETWEEN $${3 * i + 4} AND $${3 * i + 5}`)
  const rows = await tx.query<{ county: number }>(
    `SELECT DISTINCT (to_area / 1000000)::int AS county FROM import_row r
      WHERE r.county = $1 AND r.import_id = $2 AND to_area IS NOT NULL AND (${either.join(' OR ')}) ORDER BY 1`,
    [county, id, ...parts.flatMap(({ round, from, to }) => [round, from, to])],
  )
  for (const each of rows) await lockCounty(tx, each.county)
}

/**
 * Whether what one of two parts opens or changes the other may speak of: a household or a site that both name, or, where people's files are
 * opened, a person whom a row without a number may mean.
 */
export async function meet(
  tx: Tx,
  shape: ListShape,
  { county, id }: ImportKey,
  [one, two]: readonly [Bounds, Bounds],
): Promise<boolean> {
  // Their rows are found by several clauses, each of which may find what the other part opened.
  if (shape.list.subject !== 'person') return true
  const values = [county, id, one.from, one.to, two.from, two.to]
  const opens = shape.records.some(({ record, known }) => record === 'person' && !known)
  if (
    opens &&
    (await some(
      tx,
      `FROM import_row r WHERE (${ROWS(3)} OR ${ROWS(5)}) AND r.id_index IS NULL AND NOT r.refused`,
      values,
    ))
  )
    return true
  for (const record of shape.records) {
    const shared = record.record === 'household' || record.record === 'site'
    if (!shared || (record.known && record.written.length === 0)) continue
    const keys = headKeys(record)
    if (record.known && keys.length === 0) return true
    // Without a key each row opens its own.
    if (keys.length === 0) continue
    const said = (at: number) => `SELECT ${keys.map((key) => key.said).join(', ')} FROM import_row r WHERE ${ROWS(at)}`
    if (await some(tx, `FROM (${said(3)} INTERSECT ${said(5)}) AS shared`, values)) return true
  }
  return false
}

const some = async (tx: Tx, from: string, values: unknown[]) =>
  (await tx.query(`SELECT ${from} LIMIT 1`, values)).length > 0
