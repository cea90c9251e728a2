import type { Day } from '#domain/base/date.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'
import type { Cursor } from '../../people/list/cursor.ts'

export type FoundKey = { county: number; area: number; id: number; since: string; waivedUntil: Day | null }
export type FoundState = 'open' | 'waived' | 'unknown'

/** Files of an area that have a finding, by area and id: not waived, waived, or those of whom it cannot be told. */
export function foundKeys(
  tx: Tx,
  asked: { interval: Interval; key: string; state: FoundState; today: Day; after: Cursor | undefined; limit: number },
): Promise<FoundKey[]> {
  const { interval, key, state, today, after, limit } = asked
  return tx.query(
    `SELECT d.county, d.area, d.person_id AS id, d.since, w.ends_on AS "waivedUntil"
       FROM determination d LEFT JOIN finding_waiver w
         ON w.county = d.county AND w.person_id = d.person_id AND w.predicate = d.predicate
            AND w.granted AND w.revoked_at IS NULL AND w.ends_on > $4
      WHERE d.predicate = $3 AND d.area >= $1 AND d.area < $2 AND d.outcome = $5
        AND ${state === 'waived' ? 'w.id IS NOT NULL' : state === 'open' ? 'w.id IS NULL' : 'TRUE'}
        AND (d.area, d.person_id) > ($6, $7)
      ORDER BY d.area, d.person_id LIMIT $8`,
    [
      ...[interval.lo, interval.hi, key, today, state === 'unknown' ? 'unknown' : 'yes'],
      ...[after?.area ?? 0, after?.id ?? 0, limit],
    ],
  )
}

/** What is determined of one file, with the moment since which the ledger says so. */
export const findingsOf = (
  tx: Tx,
  { county, id }: { county: number; id: number },
): Promise<{ predicate: string; outcome: 'yes' | 'unknown'; since: string }[]> =>
  tx.query('SELECT predicate, outcome, since FROM determination WHERE county = $1 AND person_id = $2', [county, id])

/** The site on whose roster a person stands on a day, if any. */
export async function rosterSite(
  tx: Tx,
  { county, id }: { county: number; id: number },
  on: Day,
): Promise<number | null> {
  const [row] = await tx.query<{ site: number }>(
    `SELECT site_id AS site FROM roster WHERE county = $1 AND person_id = $2 AND valid_from <= $3
        AND (valid_to IS NULL OR valid_to > $3) ORDER BY valid_from DESC LIMIT 1`,
    [county, id, on],
  )
  return row?.site ?? null
}
