import type { Day } from '#domain/base/date.ts'
import type { Tx } from '../../db.ts'
import type { Vacancy } from '../vacancy/vacancy.sql.ts'

/** What lists and matching read of an open vacancy. */
const COLUMNS = [
  ...(['id', 'kind', 'title', 'occupation', 'employer', 'place', 'openings', 'taken', 'wage_form'] as const),
  ...(['wage_low_fen', 'wage_high_fen', 'hours_per_day', 'season', 'board', 'lodging', 'education'] as const),
  ...(['certificate', 'age_from', 'age_to', 'hazards', 'valid_from', 'valid_to', 'open_until'] as const),
] as const
export type OpenVacancy = Pick<Vacancy, (typeof COLUMNS)[number]>

const OPEN = 'valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1) AND open_until > $1 AND taken < openings'

export const openVacancies = (tx: Tx, on: Day) =>
  tx.query<OpenVacancy>(`SELECT ${COLUMNS.join(', ')} FROM vacancy WHERE ${OPEN}`, [on])

/** Of these, the ones that are open. */
export const stillOpen = (tx: Tx, on: Day, ids: readonly number[]) =>
  tx.query<OpenVacancy>(`SELECT ${COLUMNS.join(', ')} FROM vacancy WHERE ${OPEN} AND id = ANY ($2::bigint[])`, [
    on,
    ids,
  ])

/** Another text as soon as any vacancy is entered or said anew: each such act has its own moment. */
export async function markOf(tx: Tx): Promise<string> {
  const [row] = await tx.query<{ mark: string }>(
    `SELECT count(*) || ' ' || coalesce(sum(extract(epoch FROM known_from)), 0) AS mark FROM vacancy`,
  )
  return row!.mark
}

/** County-level units there are or were, six digits. */
export async function countyCodes(tx: Tx): Promise<number[]> {
  const rows = await tx.query<{ county: number }>(
    'SELECT DISTINCT (code / 1000000)::int AS county FROM area WHERE level = 2',
  )
  return rows.map(({ county }) => county)
}
