import type { Day } from '#domain/base/date.ts'
import type { Tx } from '../../db.ts'
import type { Wisher } from './market-lines.ts'

/** `tier`: the assistance tier as SQL over `p`. */
export const facts = (tier: string) => `p.county, p.area, p.id AS person_id, p.name, p.birth_date, p.education,
         w.occupations, w.reach, w.provinces, w.wage_floor_fen, w.cannot, w.busy_months, w.company,
         ${tier} AS tier,
         ARRAY (SELECT DISTINCT e.occupation FROM employment e WHERE e.county = p.county AND e.person_id = p.id
                   AND e.occupation IS NOT NULL AND e.valid_from <= $1) AS worked,
         ARRAY (SELECT DISTINCT t.course FROM training t WHERE t.county = p.county AND t.person_id = p.id
                   AND t.course IS NOT NULL AND t.certificate_on <= $1) AS certificates`
/** The wish that stands on the day, of somebody who lives. */
export const STANDS = `w.county = p.county AND w.person_id = p.id AND w.valid_from <= $1 AND w.valid_to > $1
            AND (p.death_date IS NULL OR p.death_date > $1)`

/** `usual`: on the day that screens open with. The tiers have the day in their text, so that of no other day a statement is kept. */
export type Asked = { on: Day; tier: string; usual?: boolean }
type Unasked = { [K in keyof Pick<Wisher, 'occupations' | 'reach'>]: null }
type Named = { county: number; name: string; company: string | null }
/** A wisher with the name that screens show. */
export type NamedWisher = Wisher & Named
export type MaybeWisher = Named & (Wisher | (Omit<Wisher, keyof Unasked> & Unasked))

/** A person of the scope with what they were asked, where they were. */
export async function findPersonAndWish(
  tx: Tx,
  id: number,
  { on, tier, usual = false }: Asked,
): Promise<MaybeWisher | undefined> {
  const [row] = await tx.query<MaybeWisher>(
    `SELECT ${facts(tier)} FROM person p LEFT JOIN work_wish w ON ${STANDS} WHERE p.id = $2`,
    [on, id],
    usual ? 'person-and-wish' : undefined,
  )
  return row
}

/** People of the scope who were asked and wish for an occupation of the middle class. */
export const wishersOf = (tx: Tx, { on, tier }: Asked, middleClass: string, limit: number) =>
  tx.query<NamedWisher>(
    `SELECT ${facts(tier)} FROM work_wish w JOIN person p ON ${STANDS}
      WHERE EXISTS (SELECT FROM unnest(w.occupations) AS o WHERE left(o, 4) = $2) ORDER BY p.id LIMIT $3`,
    [on, middleClass, limit],
  )
