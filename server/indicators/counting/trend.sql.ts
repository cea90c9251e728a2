import type { TrendValues } from '#domain/indicators/trend.ts'
import type { Tx } from '../../db.ts'
import type { RunKey } from '../figure-run.sql.ts'

export type TrendKey = RunKey & { indicator: string; months: number }

const OF_KEY = 'plan = $1 AND indicator = $2 AND on_day = $3 AND months = $4 AND known_at = $5 AND definition = $6'
const valuesOf = ({ plan, indicator, on, months, knownAt, definition }: TrendKey) => [
  ...[plan, indicator, on, months],
  ...[knownAt, definition],
]

export async function findTrend(tx: Tx, key: TrendKey): Promise<number | undefined> {
  const [row] = await tx.query<{ id: number }>(`SELECT id FROM figure_trend WHERE ${OF_KEY}`, valuesOf(key))
  return row?.id
}

/** A trend appears whole or not at all: it is written in the transaction that counted. */
export async function insertTrend(tx: Tx, key: TrendKey, now: Date): Promise<number> {
  const [row] = await tx.query<{ id: number }>(
    `INSERT INTO figure_trend (id, plan, indicator, on_day, months, known_at, definition, finished_at)
     VALUES (nextval('ledger_id'), $1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [...valuesOf(key), now],
  )
  return row!.id
}

export async function insertTrendAreas(
  tx: Tx,
  trend: number,
  division: string,
  areas: ReadonlyMap<number, TrendValues>,
): Promise<void> {
  const codes = [...areas.keys()]
  await tx.query(
    `INSERT INTO figure_trend_area (trend, division, county, area, points)
     SELECT $1, $2, area / 1000000, area, points::jsonb FROM unnest($3::bigint[], $4::text[]) AS t (area, points)`,
    [trend, division, codes, codes.map((code) => JSON.stringify(areas.get(code)))],
  )
}

/** Older knowledge can always be counted again: of an indicator only the newest trends are kept. */
export async function dropOldTrends(tx: Tx, { plan, indicator }: TrendKey, keep: number): Promise<void> {
  const rows = await tx.query<{ id: number }>(
    'SELECT id FROM figure_trend WHERE plan = $1 AND indicator = $2 ORDER BY finished_at DESC OFFSET $3',
    [plan, indicator, keep],
  )
  const ids = rows.map(({ id }) => id)
  if (ids.length === 0) return
  await tx.query('DELETE FROM figure_trend_area WHERE trend = ANY($1)', [ids])
  await tx.query('DELETE FROM figure_trend WHERE id = ANY($1)', [ids])
}

/** The values of one area; undefined where nothing was counted in it. */
export async function trendOfArea(tx: Tx, trend: number, division: string, area: number) {
  const [row] = await tx.query<{ points: TrendValues }>(
    'SELECT points FROM figure_trend_area WHERE trend = $1 AND division = $2 AND county = $3 AND area = $4',
    [trend, division, Math.floor(area / 1_000_000), area],
  )
  return row?.points
}

/**
 * Until the transaction ends no other process counts the same. However long the count of another takes it is waited for, and
 * this transaction may stand idle as long as its own takes: the limits of the login are for what nobody means to last.
 */
export async function holdCount(tx: Tx, key: RunKey | TrendKey): Promise<void> {
  await tx.query('SET LOCAL lock_timeout = 0')
  await tx.query('SET LOCAL idle_in_transaction_session_timeout = 0')
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('figures ' || $1, 0))", [JSON.stringify(key)])
}
