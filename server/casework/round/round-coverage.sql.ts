import type { Interval } from '#domain/places/area.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { relationAt } from '../../people/as-of.ts'

export type Place = { code: number; intervals: readonly Interval[] }
export type PlaceCount = { code: number; predicate: string; yes: number; unknown: number }

const spansOf = (places: readonly Place[]) => {
  const spans = places.flatMap(({ code, intervals }) => intervals.map(({ lo, hi }) => ({ code, lo, hi })))
  return [spans.map(({ code }) => code), spans.map(({ lo }) => lo), spans.map(({ hi }) => hi)]
}
const SPANS = 'unnest($1::bigint[], $2::bigint[], $3::bigint[]) AS k(code, lo, hi)'

/** Out of what the last full determination counted by town, and what has changed since: for counties and towns. */
export const countedByTown = (tx: Tx, places: readonly Place[], predicates: readonly string[]) =>
  tx.query<PlaceCount>(
    `SELECT k.code, c.predicate, sum(c.yes)::int AS yes, sum(c.unknown)::int AS unknown
       FROM ${SPANS} JOIN determination_count AS c ON c.area >= k.lo AND c.area < k.hi
      WHERE c.level IN (0, 3) AND c.predicate = ANY ($4) GROUP BY 1, 2`,
    [...spansOf(places), predicates],
  )

/** File by file, out of what is determined: for villages, which are few and small. */
export const countedByFile = (tx: Tx, places: readonly Place[], predicates: readonly string[]) =>
  tx.query<PlaceCount>(
    `SELECT k.code, d.predicate, count(*) FILTER (WHERE d.outcome = 'yes')::int AS yes,
            count(*) FILTER (WHERE d.outcome = 'unknown')::int AS unknown
       FROM ${SPANS} JOIN determination AS d ON d.area >= k.lo AND d.area < k.hi
      WHERE d.predicate = ANY ($4) GROUP BY 1, 2`,
    [...spansOf(places), predicates],
  )

/** By the rules themselves: for days and moments that nobody determined. `exact`: the three values of each rule over `p`. */
export const countedByRule = (
  tx: Tx,
  places: readonly Place[],
  exact: readonly [predicate: string, sql: string][],
  { knownAt }: Clocks,
) =>
  tx.query<PlaceCount>(
    `SELECT k.code, o.predicate, count(*) FILTER (WHERE o.holds)::int AS yes, count(*) FILTER (WHERE o.holds IS NULL)::int AS unknown
       FROM ${SPANS} JOIN ${relationAt(knownAt)('person')} AS p ON p.area >= k.lo AND p.area < k.hi
      CROSS JOIN LATERAL unnest($4::text[], ARRAY[${exact.map(([, sql]) => sql).join(', ')}]::boolean[]) AS o(predicate, holds)
      WHERE o.holds IS NOT FALSE GROUP BY 1, 2`,
    [...spansOf(places), exact.map(([predicate]) => predicate)],
  )
