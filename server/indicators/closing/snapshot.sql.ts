import type { ClosingRow, SnapshotRow } from '#db/types.ts'
import type { Tallies } from '#domain/indicators/tally.ts'
import type { Tx } from '../../db.ts'

/** One who freezes or closes waits for another who does the same with the month; many confirm at once, and hold both off. */
export const lockMonth = (tx: Tx, plan: string, on: string, how: 'alone' | 'together') =>
  tx.query(`SELECT pg_advisory_xact_lock${how === 'alone' ? '' : '_shared'}(hashtextextended($1, 1))`, [
    `closing ${plan} ${on}`,
  ])

/** The newest edition of every month of a plan that was frozen, or of one. */
export const newestSnapshots = (tx: Tx, plan: string, on: string | null = null) =>
  tx.query<SnapshotRow>(
    `SELECT DISTINCT ON (on_day) * FROM snapshot WHERE plan = $1 AND ($2::date IS NULL OR on_day = $2)
     ORDER BY on_day, edition DESC`,
    [plan, on],
  )

export const closingsOf = (tx: Tx, plan: string) =>
  tx.query<ClosingRow>('SELECT * FROM closing WHERE plan = $1', [plan])

export async function findClosing(tx: Tx, plan: string, on: string): Promise<ClosingRow | undefined> {
  const [row] = await tx.query<ClosingRow>('SELECT * FROM closing WHERE plan = $1 AND on_day = $2', [plan, on])
  return row
}

/** The seal of what was frozen last, which the next one chains on; empty before the first. */
export async function lastSeal(tx: Tx, plan: string): Promise<string> {
  const [row] = await tx.query<{ seal: string }>(
    'SELECT seal FROM snapshot WHERE plan = $1 ORDER BY frozen_at DESC, id DESC LIMIT 1',
    [plan],
  )
  return row?.seal ?? ''
}

export const insertDefinition = (tx: Tx, hash: string, definitions: string) =>
  tx.query('INSERT INTO snapshot_definition (hash, definitions) VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    hash,
    definitions,
  ])

export async function findDefinition(tx: Tx, hash: string): Promise<string> {
  const [row] = await tx.query<{ definitions: string }>('SELECT definitions FROM snapshot_definition WHERE hash = $1', [
    hash,
  ])
  return row!.definitions
}

export async function insertSnapshot(tx: Tx, row: Omit<SnapshotRow, 'id'>): Promise<SnapshotRow> {
  return insertOne<SnapshotRow>(tx, 'snapshot', row)
}
export const insertClosing = (tx: Tx, row: ClosingRow) => insertOne<ClosingRow>(tx, 'closing', row)

async function insertOne<Row extends object>(tx: Tx, table: string, row: Partial<Row>): Promise<Row> {
  const columns = Object.keys(row)
  const [kept] = await tx.query<Row>(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')}) RETURNING *`,
    Object.values(row),
  )
  return kept!
}

export type FrozenArea = { division: string; area: number; figures: string; hash: string }

export const insertSnapshotAreas = (tx: Tx, snapshot: number, areas: readonly FrozenArea[]) =>
  tx.query(
    `INSERT INTO snapshot_area (county, area, snapshot, division, figures, hash)
     SELECT area / 1000000, area, $1, division, figures, hash
       FROM unnest($2::date[], $3::bigint[], $4::text[], $5::text[]) AS t (division, area, figures, hash)`,
    [
      snapshot,
      areas.map(({ division }) => division),
      areas.map(({ area }) => area),
      areas.map(({ figures }) => figures),
      areas.map(({ hash }) => hash),
    ],
  )

/** Everything frozen that the post may see, in the order of the chain. */
export const frozenAreas = (tx: Tx, snapshot: number) =>
  tx.query<FrozenArea>(
    'SELECT division, area, figures, hash FROM snapshot_area WHERE snapshot = $1 ORDER BY division, area',
    [snapshot],
  )

/** Frozen figures of some areas of a division; an area in which nothing was counted has none. */
export async function frozenTallies(
  tx: Tx,
  snapshot: number,
  division: string,
  areas: readonly number[],
): Promise<Map<number, { tallies: Tallies; hash: string }>> {
  const rows = await tx.query<{ area: number; figures: string; hash: string }>(
    `SELECT area, figures, hash FROM snapshot_area
     WHERE snapshot = $1 AND division = $2 AND county = ANY ($3) AND area = ANY ($4)`,
    [snapshot, division, [...new Set(areas.map((area) => Math.floor(area / 1_000_000)))], areas],
  )
  return new Map(rows.map(({ area, figures, hash }) => [area, { tallies: JSON.parse(figures) as Tallies, hash }]))
}

/** What a run counted, for the divisions asked, in the order of the chain. */
export const runAreas = (tx: Tx, run: number, divisions: readonly string[]) =>
  tx.query<{ division: string; area: number; tallies: Tallies }>(
    `SELECT division, area, tallies FROM figure_area WHERE run = $1 AND division = ANY ($2::date[])
     ORDER BY division, area`,
    [run, divisions],
  )
