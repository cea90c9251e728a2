import type { AreaTallies } from '#domain/indicators/rollup.ts'
import type { Tallies } from '#domain/indicators/tally.ts'
import type { DivisionPlace } from '#domain/places/division-map.ts'
import type { Tx } from '../db.ts'

export type RunKey = { plan: string; on: string; knownAt: string; definition: string }

type LedgerHead = {
  /** When the ledger last changed; before the first record, the beginning of time. */
  at: string
  /**
   * The last change of every county, in short. A change is dated when its command begins: one that is stored after a later one of
   * another county leaves the latest instant where it was, but never this.
   */
  counties: string
}

export async function ledgerHead(tx: Tx): Promise<LedgerHead> {
  const [row] = await tx.query<LedgerHead>(
    `SELECT coalesce(max(changed_at), '1970-01-01T00:00:00Z'::timestamptz) AS at,
            md5(coalesce(string_agg(county || ' ' || extract(epoch FROM changed_at), ',' ORDER BY county), '')) AS counties
       FROM ledger_head`,
  )
  return row!
}

/** An instant as the ledger writes it, whatever way it was given. */
export async function instantOf(tx: Tx, text: string): Promise<string> {
  const [row] = await tx.query<{ at: string }>('SELECT $1::timestamptz AS at', [text])
  return row!.at
}

export async function findRun(tx: Tx, { plan, on, knownAt, definition }: RunKey): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(
    `SELECT id FROM figure_run WHERE plan = $1 AND on_day = $2 AND known_at = $3 AND definition = $4 AND finished_at IS NOT NULL`,
    [plan, on, knownAt, definition],
  )
  return row?.id
}

/** A run appears whole or not at all: it is written in the transaction that counted. */
export async function insertRun(tx: Tx, { plan, on, knownAt, definition }: RunKey, now: Date): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO figure_run (id, plan, on_day, known_at, definition, finished_at)
     VALUES (nextval('ledger_id'), $1, $2, $3, $4, $5) RETURNING id`,
    [plan, on, knownAt, definition, now],
  )
  return row!.id
}

export async function insertAreas(tx: Tx, run: number, division: string, areas: AreaTallies): Promise<void> {
  const codes = [...areas.keys()]
  await tx.query(
    `INSERT INTO figure_area (run, division, county, area, tallies)
     SELECT $1, $2, area / 1000000, area, tallies::jsonb FROM unnest($3::bigint[], $4::text[]) AS t (area, tallies)`,
    [run, division, codes, codes.map((code) => JSON.stringify(areas.get(code)))],
  )
}

/** Older knowledge of the same day can always be counted again: only the newest runs are kept. */
export async function dropOldRuns(tx: Tx, plan: string, on: string, keep: number): Promise<void> {
  const old = `SELECT id FROM figure_run WHERE plan = $1 AND on_day = $2 ORDER BY finished_at DESC OFFSET $3`
  const rows = await tx.query<{ id: number }>(old, [plan, on, keep])
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.query('DELETE FROM figure_area WHERE run = ANY($1)', [ids])
  await tx.query('DELETE FROM figure_run WHERE id = ANY($1)', [ids])
}

/** Figures of some areas; an area in which nothing was counted has no row. */
export async function talliesOf(tx: Tx, run: number, division: string, areas: number[]): Promise<Map<number, Tallies>> {
  const rows = await tx.query<{ area: number; tallies: Tallies }>(
    `SELECT area, tallies FROM figure_area
     WHERE run = $1 AND division = $2 AND county = ANY($3) AND area = ANY($4)`,
    [run, division, [...new Set(areas.map((area) => Math.floor(area / 1_000_000)))], areas],
  )
  return new Map(rows.map(({ area, tallies }) => [area, tallies]))
}

export const placesOfDivision = (tx: Tx, division: string) =>
  tx.query<DivisionPlace>('SELECT area, village, town, county FROM division_place WHERE division = $1 ORDER BY area', [
    division,
  ])
