import type { Static } from 'typebox'
import type { SiteLine } from '#domain/places/places.api.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { relationAt } from '../../people/as-of.ts'
import type { CountedKey } from '../indicator.sql.ts'

type Row = Omit<Static<typeof SiteLine>, 'areaName'>

/** Sites as lists show them, in the order of the keys, with how many of the post's people are on the roster that day. */
export function siteLines(tx: Tx, keys: readonly CountedKey[], { on, knownAt }: Clocks): Promise<Row[]> {
  const known = relationAt(knownAt)
  return tx.query<Row>(
    `SELECT s.id, s.kind, s.name, s.area, s.level, s.valid_from AS "recognisedOn", s.valid_to AS "withdrawnOn", s.capacity, s.grade,
       (SELECT count(DISTINCT r.person_id)::int FROM ${known('roster')} r WHERE r.county = s.county AND r.site_id = s.id
         AND r.valid_from <= $3 AND (r.valid_to IS NULL OR r.valid_to > $3)) AS "onRoster"
     FROM unnest($1::int[], $2::bigint[]) WITH ORDINALITY AS k (county, id, place)
     JOIN ${known('site')} s ON s.county = k.county AND s.id = k.id ORDER BY k.place`,
    [keys.map(({ county }) => county), keys.map(({ id }) => id), on],
  )
}
