import type { VacancyHistoryRow, VacancyRow } from '#db/types.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'

/** What a vacancy says, without the cipher of the phone, which no login reads. */
export type Vacancy = Omit<VacancyHistoryRow, 'known_to' | 'superseded_by'>
type NewVacancy = Omit<VacancyRow, 'valid_to' | 'close_reason'>
export type Seen = { county: number; id: number; knownFrom: string }
export type Kept = { id: number; known_from: string }
export type Change = Partial<Omit<VacancyRow, 'county' | 'area' | 'id' | 'known_from'>>

/** Everything but the cipher, in the order in which the history keeps it. */
const COLUMNS: (keyof Vacancy)[] = [
  ...(['county', 'area', 'id', 'kind', 'title', 'occupation', 'industry', 'employer', 'credit_code'] as const),
  ...(['site_id', 'licence_seen_on', 'place', 'openings', 'taken', 'wage_form', 'wage_low_fen'] as const),
  ...(['wage_high_fen', 'hours_per_day', 'days_per_month', 'hours', 'season', 'board', 'lodging'] as const),
  ...(['training', 'education', 'skills', 'certificate', 'age_from', 'age_to', 'age_rule', 'hazards'] as const),
  ...(['contact', 'phone_mask', 'detail', 'work_from', 'work_to', 'refreshed_on', 'open_until'] as const),
  ...(['valid_from', 'valid_to', 'close_reason', 'known_from', 'source', 'recorded_by'] as const),
]
export const ALL = COLUMNS.join(', ')

/** As it is known now, or as it was known at the moment `$1`. */
function known({ knownAt }: Clocks): string {
  if (knownAt === null) return `(SELECT ${ALL} FROM vacancy WHERE $1::timestamptz IS NULL)`
  return `(SELECT ${ALL} FROM vacancy WHERE known_from <= $1::timestamptz
           UNION ALL
           SELECT ${ALL} FROM vacancy_history WHERE known_from <= $1::timestamptz AND $1::timestamptz < known_to)`
}

export async function findVacancy(tx: Tx, id: number, clocks: Clocks): Promise<Vacancy | undefined> {
  const [row] = await tx.query<Vacancy>(`SELECT * FROM ${known(clocks)} AS v WHERE v.id = $2`, [clocks.knownAt, id])
  return row
}

export type Wanted = {
  open: boolean
  kind: string | undefined
  /** A code of any level. */
  occupation: string | undefined
  place: Interval | undefined
  text: string | undefined
  after: { from: string; id: number } | undefined
  limit: number
}

/** Newest first. `open`: of those offered by the day, the ones that still are. */
export async function listVacancyRows(tx: Tx, wanted: Wanted, clocks: Clocks): Promise<Vacancy[]> {
  const values: unknown[] = [clocks.knownAt, clocks.on]
  const put = (value: unknown) => `$${values.push(value)}`
  const where = ['v.valid_from <= $2']
  if (wanted.open) where.push('(v.valid_to IS NULL OR v.valid_to > $2) AND v.open_until > $2 AND v.taken < v.openings')
  if (wanted.kind !== undefined) where.push(`v.kind = ${put(wanted.kind)}`)
  if (wanted.occupation !== undefined) where.push(`v.occupation LIKE ${put(`${wanted.occupation}%`)}`)
  if (wanted.place) where.push(`v.place >= ${put(wanted.place.lo)} AND v.place < ${put(wanted.place.hi)}`)
  if (wanted.text !== undefined) {
    const part = put(wanted.text)
    where.push(`(strpos(v.title, ${part}) > 0 OR strpos(v.employer, ${part}) > 0)`)
  }
  if (wanted.after)
    where.push(`(v.valid_from, v.id) < (${put(wanted.after.from)}::date, ${put(wanted.after.id)}::bigint)`)
  return tx.query(
    `SELECT * FROM ${known(clocks)} AS v WHERE ${where.join(' AND ')}
      ORDER BY v.valid_from DESC, v.id DESC LIMIT ${put(wanted.limit)}`,
    values,
  )
}

export async function insertVacancy(tx: Tx, vacancy: NewVacancy): Promise<Kept> {
  const columns = Object.keys(vacancy)
  const [kept] = await tx.query<Kept>(
    `INSERT INTO vacancy (${columns.join(', ')}) VALUES (${columns.map((_, at) => `$${at + 1}`).join(', ')})
     RETURNING id, known_from`,
    Object.values(vacancy),
  )
  return kept!
}

/**
 * The vacancy as it is said from now on; what was said before moves into history in the same statement, of a phone the mask alone.
 * Undefined where the version that was seen no longer stands, or where the post does not hold it.
 */
export async function supersedeVacancy(
  tx: Tx,
  { county, id, knownFrom }: Seen,
  change: Change,
  { now, why }: { now: Date; why: string },
): Promise<Kept | undefined> {
  const columns = Object.keys(change)
  const [kept] = await tx.query<Kept>(
    `WITH said AS (
       SELECT ${ALL} FROM vacancy WHERE county = $1 AND id = $2
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $3::timestamptz) FOR UPDATE),
     kept AS (INSERT INTO vacancy_history (${ALL}, known_to, superseded_by) SELECT said.*, $4::timestamptz, $5 FROM said)
     UPDATE vacancy AS v SET known_from = $4::timestamptz${columns.map((column, at) => `, ${column} = $${at + 6}`).join('')}
       FROM said WHERE v.county = said.county AND v.id = said.id RETURNING v.id, v.known_from`,
    [county, id, knownFrom, now.toISOString(), why, ...Object.values(change)],
  )
  return kept
}

/** The cipher of the contact's phone; the database logs before it hands it out. */
export async function sealedPhone(
  tx: Tx,
  { county, id }: { county: number; id: number },
  reason: string,
  requestId: string | null,
): Promise<Buffer | null> {
  const [row] = await tx.query<{ cipher: Buffer | null }>('SELECT reveal_vacancy_phone($1, $2, $3, $4) AS cipher', [
    ...[county, id, reason, requestId],
  ])
  return row?.cipher ?? null
}

/** People placed at a vacancy that the acting unit holds, or arrived under its order, wherever they live, whose work still runs. */
export async function countPlaced(tx: Tx, { county, id }: { county: number; id: number }): Promise<number> {
  const [row] = await tx.query<{ placed: number }>('SELECT count_placed($1, $2) AS placed', [county, id])
  return row!.placed
}
