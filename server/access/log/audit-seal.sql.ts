import type { Tx } from '../access-door.ts'
import type { LineText, Seal } from './audit-hash.ts'

/** Any number nothing else locks: one sealer at a time, however many servers run. */
const SEALER_LOCK = 7_205_759_461
/** Longest batch; a longer one only where a single transaction wrote more. */
const MOST_LINES = 5000
const PAGE = 2000

export type SealRow = Seal & { head: Buffer }

const SEAL_COLUMNS = `batch, from_xid::text AS "fromXid", to_xid::text AS "toXid", lines, first_line AS "firstLine",
  last_line AS "lastLine", root, previous, head, sealed_at AS "sealedAt"`

/** Every column, as text that no setting of the session changes. */
const LINE_COLUMNS = `id::text, xid::text, (extract(epoch FROM at) * 1000000)::bigint::text AS at, officer_id::text, post_id::text,
  action, outcome, object_kind, object_county::text, object_area::text, object_id::text, array_to_string(object_ids, ',') AS object_ids,
  array_to_string(fields, E'\\x1f') AS fields, reason, detail, rows::text, request_id`
type LineRow = Record<string, string | null>

export async function takeSealerLock(tx: Tx): Promise<boolean> {
  const [row] = await tx.query<{ taken: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS taken', [SEALER_LOCK])
  return row!.taken
}

export async function findLastSeal(tx: Tx): Promise<SealRow | undefined> {
  const [row] = await tx.query<SealRow>(`SELECT ${SEAL_COLUMNS} FROM audit_seal ORDER BY batch DESC LIMIT 1`)
  return row
}

export const listSeals = (tx: Tx, after: number): Promise<SealRow[]> =>
  tx.query(`SELECT ${SEAL_COLUMNS} FROM audit_seal WHERE batch > $1 ORDER BY batch LIMIT 500`, [after])

/**
 * Up to which transaction the log can be sealed: the oldest still open. All before it have ended, so no line of theirs
 * can come any more; the newest id would not do, since lines are not committed in the order of their ids.
 */
export async function sealableUpTo(tx: Tx, from: string): Promise<string> {
  const [row] = await tx.query<{ upTo: string }>(
    `SELECT coalesce(
        (SELECT xid FROM audit_line WHERE xid >= $1::xid8 AND xid < mark.upto AND xid > (
            SELECT xid FROM audit_line WHERE xid >= $1::xid8 ORDER BY xid, id LIMIT 1)
          ORDER BY xid, id OFFSET ${MOST_LINES} LIMIT 1),
        mark.upto)::text AS "upTo"
     FROM (SELECT pg_snapshot_xmin(pg_current_snapshot()) AS upto) AS mark`,
    [from],
  )
  return row!.upTo
}

/** Lines of the transactions in [from, to), by transaction and id. */
export async function* linesBetween(tx: Tx, from: string, to: string): AsyncGenerator<{ xid: string; line: LineText }> {
  let after = { xid: from, id: '0' }
  for (;;) {
    const rows = await tx.query<LineRow>(
      `SELECT ${LINE_COLUMNS} FROM audit_line
       WHERE xid >= $1::xid8 AND xid < $2::xid8 AND (xid > $1::xid8 OR id > $3) ORDER BY audit_line.xid, audit_line.id LIMIT ${PAGE}`,
      [after.xid, to, after.id],
    )
    for (const row of rows) yield { xid: row.xid!, line: Object.values(row) }
    if (rows.length < PAGE) return
    const last = rows.at(-1)!
    after = { xid: last.xid!, id: last.id! }
  }
}

export async function insertSeal(tx: Tx, seal: SealRow): Promise<void> {
  await tx.query(
    `INSERT INTO audit_seal (batch, from_xid, to_xid, lines, first_line, last_line, root, previous, head, sealed_at)
     VALUES ($1, $2::xid8, $3::xid8, $4, $5, $6, $7, $8, $9, $10)`,
    [
      seal.batch,
      seal.fromXid,
      seal.toXid,
      seal.lines,
      seal.firstLine,
      seal.lastLine,
      seal.root,
      seal.previous,
      seal.head,
      seal.sealedAt,
    ],
  )
}

export type Unsealed = { lines: number; oldestSeconds: number | null; behind: boolean }

/** What no seal covers yet, and whether the database's transactions have begun anew behind the last seal (a restored copy). */
export async function unsealed(tx: Tx, from: string): Promise<Unsealed> {
  const [row] = await tx.query<Unsealed>(
    `SELECT count(*)::int AS lines, extract(epoch FROM clock_timestamp() - min(at))::int AS "oldestSeconds",
            pg_snapshot_xmax(pg_current_snapshot()) < $1::xid8 AS behind
     FROM audit_line WHERE xid >= $1::xid8`,
    [from],
  )
  return row!
}
