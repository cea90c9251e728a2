import type { WorkWishRow } from '#db/types.ts'
import type { Day } from '#domain/base/date.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../../db.ts'
import { relationAt } from '../../../people/as-of.ts'
import { instantSql } from '../../../people/instant.ts'
import { ALL, type Vacancy } from '../../vacancy/vacancy.sql.ts'

/** Somebody of a run as the database has them. What was wished is null where nobody asked. */
export type SeekerRow = {
  id: number
  area: number
  birth_date: Day | null
  education: string | null
  tier: number
  occupations: string[] | null
  reach: WorkWishRow['reach'] | null
  provinces: number[] | null
  wage_floor_fen: number | null
  cannot: string[] | null
  busy_months: number[] | null
  /** Occupations worked in, the latest first, and courses that ended with a certificate. */
  worked: string[] | null
  certificates: string[] | null
}
export type SeekersAsked = {
  on: Day
  knownAt: string
  within: Interval
  /** As SQL over `p`, the person, and `w`, the wish in force if there is one: the tier, and who takes part. */
  tier: string
  where: string
}
/** Whoever has a wish in force. */
export const ASKED = 'w.person_id IS NOT NULL'

const AT_ONCE = 10_000

/** All rows of a cursor will be taken: joins are planned for that, not for the first ones, and held in memory. */
export const readWhole = (tx: Tx) =>
  tx.query(`SELECT set_config('cursor_tuple_fraction', '1', true), set_config('work_mem', '128MB', true)`)

/** Rows of a statement in parts, so that no more than one part of them is held. */
export async function* inParts<Row extends object>(tx: Tx, text: string, values: unknown[]): AsyncGenerator<Row[]> {
  await tx.query(`DECLARE part NO SCROLL CURSOR FOR ${text}`, values)
  for (;;) {
    const rows = await tx.query<Row>(`FETCH ${AT_ONCE} FROM part`)
    if (rows.length > 0) yield rows
    if (rows.length < AT_ONCE) break
  }
  await tx.query('CLOSE part')
}

const known = (table: string, columns: string, at: string): string =>
  `(SELECT ${columns} FROM ${table} WHERE known_from <= ${at}
    UNION ALL SELECT ${columns} FROM ${table}_history WHERE known_from <= ${at} AND known_to > ${at})`

/** Everybody of a run, as it was known at one moment: each table is read once. */
export function seekers(tx: Tx, { on, knownAt, within, tier, where }: SeekersAsked): AsyncGenerator<SeekerRow[]> {
  const relation = relationAt(knownAt)
  const wish =
    'county, person_id, occupations, reach, provinces, wage_floor_fen, cannot, busy_months, valid_from, valid_to'
  return inParts(
    tx,
    `SELECT p.id, p.area, p.birth_date, p.education, ${tier} AS tier,
            w.occupations, w.reach, w.provinces, w.wage_floor_fen, w.cannot, w.busy_months, e.worked, t.certificates
       FROM ${relation('person')} AS p
       LEFT JOIN ${known('work_wish', wish, instantSql(knownAt))} AS w
         ON w.county = p.county AND w.person_id = p.id AND w.valid_from <= $1 AND w.valid_to > $1
       LEFT JOIN (SELECT county, person_id, array_agg(occupation ORDER BY valid_from DESC, id) AS worked
                    FROM ${relation('employment')} AS e WHERE occupation IS NOT NULL AND valid_from <= $1 GROUP BY 1, 2) AS e
         ON e.county = p.county AND e.person_id = p.id
       LEFT JOIN (SELECT county, person_id, array_agg(DISTINCT course) AS certificates
                    FROM ${relation('training')} AS t WHERE course IS NOT NULL AND certificate_on <= $1 GROUP BY 1, 2) AS t
         ON t.county = p.county AND t.person_id = p.id
      WHERE p.area >= $2 AND p.area < $3 AND (p.death_date IS NULL OR p.death_date > $1)
        AND ${where}`,
    [on, within.lo, within.hi],
  )
}

/** `middleClasses` (6-05): of these alone. */
export type OpeningsAsked = { on: Day; knownAt: string; kinds: readonly string[]; middleClasses?: readonly string[] }

/** Vacancies that are open on the day, as it was known at the moment; by id, since the kinds of certificate a run tells apart are limited. */
export const openings = (tx: Tx, { on, knownAt, kinds, middleClasses }: OpeningsAsked): AsyncGenerator<Vacancy[]> =>
  inParts(
    tx,
    `SELECT ${ALL} FROM ${known('vacancy', ALL, instantSql(knownAt))} AS v
      WHERE valid_from <= $1 AND (valid_to IS NULL OR valid_to > $1) AND open_until > $1 AND taken < openings
        AND kind = ANY ($2) AND ($3::text[] IS NULL OR left(occupation, 4) = ANY ($3)) ORDER BY id`,
    [on, kinds, middleClasses ?? null],
  )

/** How many files there are, roughly: what the progress of reading is told by. */
export async function estimatedFiles(tx: Tx): Promise<number> {
  const [row] = await tx.query<{ files: number }>(
    "SELECT greatest(reltuples, 1)::bigint AS files FROM pg_class WHERE oid = 'person'::regclass",
  )
  return row!.files
}
