import { ancestorsOf } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'

/** A run that has a result. */
export type LastRun = { id: number; on_day: string; ended_at: string; known_at: string }

const LAST_RUN = `SELECT id, on_day, ended_at, known_at FROM match_run
   WHERE result_hash IS NOT NULL AND frame_area = ANY ($1) AND ($2::bigint IS NULL OR id = $2)
   ORDER BY ended_at DESC, id DESC LIMIT 1`
const areasAround = (area: number): number[] => [...ancestorsOf(area), area]

/** The newest run that placed the people of an area, or the one that is asked for; undefined where there is none with a result. */
export async function lastRun(tx: Tx, area: number, id: number | null = null): Promise<LastRun | undefined> {
  const [row] = await tx.query<LastRun>(LAST_RUN, [areasAround(area), id])
  return row
}

type CutOffs = ReadonlyMap<number, number>

/** The newest run, and where the last admitted of its full vacancies stands, by vacancy; whatever is not in it has places left. */
export async function lastRunWithCutOffs(
  tx: Tx,
  area: number,
  vacancies: readonly number[],
): Promise<{ run: LastRun | undefined; cutOffs: CutOffs }> {
  const [row] = await tx.query<LastRun & { cut_offs: Record<string, number> | null }>(
    `SELECT r.*, (SELECT jsonb_object_agg(v.vacancy_id, v.cut_off) FROM match_vacancy v
              WHERE v.run_id = r.id AND v.vacancy_id = ANY ($3) AND v.cut_off IS NOT NULL) AS cut_offs
       FROM (${LAST_RUN}) AS r`,
    [areasAround(area), null, vacancies],
    'last-run-with-cut-offs',
  )
  if (!row) return { run: undefined, cutOffs: new Map() }
  const { cut_offs, ...run } = row
  return { run, cutOffs: new Map(Object.entries(cut_offs ?? {}).map(([id, cutOff]) => [Number(id), cutOff])) }
}

/** The run by which something is told, as the contract names it. */
export const runTold = (run: LastRun | undefined) =>
  run ? { id: run.id, on: run.on_day, endedAt: new Date(run.ended_at).toISOString() } : null
