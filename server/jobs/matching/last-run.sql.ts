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
  const [row] = await tx.query<LastRun>(LAST_RUN, [areasAround(area), id], 'last-run')
  return row
}

/** Where the last admitted of a run's full vacancies stands, by vacancy; whatever is not in it has places left. */
export type CutOffs = ReadonlyMap<number, number>

export async function cutOffsOf(tx: Tx, run: number): Promise<CutOffs> {
  const rows = await tx.query<{ vacancy_id: number; cut_off: number }>(
    'SELECT vacancy_id, cut_off FROM match_vacancy WHERE run_id = $1 AND cut_off IS NOT NULL',
    [run],
  )
  return new Map(rows.map(({ vacancy_id, cut_off }) => [vacancy_id, cut_off]))
}

/** The run by which something is told, as the contract names it. */
export const runTold = (run: LastRun | undefined) =>
  run ? { id: run.id, on: run.on_day, endedAt: new Date(run.ended_at).toISOString() } : null
