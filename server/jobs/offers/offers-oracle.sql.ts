import type { Day } from '#domain/base/date.ts'
import type { Weights } from '#domain/jobs/market/weights.ts'
import type { Tx } from '../../db.ts'

export type OracleAsk = {
  on: Day
  person: number
  weights: Weights
  /** Codes of the small classes in their order, and of the counties. */
  classes: readonly string[]
  counties: readonly number[]
}
/** `unmet`: names of the hard conditions that do not hold; `surplus`: points × the chance of an open vacancy. */
export type OracleLine = { id: number; unmet: string[]; points: number; surplus: number }

/**
 * What the engine says of one person and every open vacancy, said again in SQL over the rows of the ledger and nothing else: the two are held
 * against each other by a test. It answers the same and is far slower, so that nothing else asks it.
 */
const JUDGED = `
WITH me AS (
  SELECT p.id, p.area / 1000000 AS home, p.area % 1000000 AS village, w.occupations, w.reach, w.provinces, w.cannot, w.busy_months,
         least(65535, coalesce(w.wage_floor_fen, 0) / 100) AS wage_floor,
         coalesce(date_part('year', age($1::date, p.birth_date))::int, 0) AS age,
         SCHOOLING(p.education) AS schooling,
         CASE WHEN k.kinds && '{unstable,marginal,sudden}' THEN 0 WHEN k.kinds && '{lifted}' THEN 1
              WHEN k.kinds && '{low_income,low_income_edge,destitute}' THEN 2 ELSE 3 END AS tier,
         ARRAY (SELECT t.course FROM training t WHERE t.county = p.county AND t.person_id = p.id AND t.course IS NOT NULL
                   AND t.certificate_on <= $1) AS certificates
    FROM person p JOIN work_wish w ON w.county = p.county AND w.person_id = p.id AND w.valid_from <= $1 AND w.valid_to > $1,
         LATERAL (SELECT coalesce(array_agg(m.kind), '{}') AS kinds FROM membership m WHERE m.county = p.county AND m.person_id = p.id
                     AND m.valid_from <= $1 AND (m.valid_to IS NULL OR m.valid_to > $1)
                     AND (m.risk_removed_on IS NULL OR m.risk_removed_on > $1)) AS k
   WHERE p.id = $2),
class AS (SELECT code, n, left(code, 4) AS middle FROM unnest($4::text[]) WITH ORDINALITY AS c (code, n)),
wish AS (
  SELECT c.code, c.n AS at, c.middle, row_number() OVER (ORDER BY min(o.n)) - 1 AS rank
    FROM me, unnest(me.occupations) WITH ORDINALITY AS o (code, n) JOIN class c ON c.code = left(o.code, 7)
   GROUP BY c.code, c.n, c.middle),
near AS (
  SELECT c.code, w.rank, row_number() OVER (PARTITION BY w.code ORDER BY abs(c.n - w.at), c.n) - 1 AS k
    FROM wish w JOIN class c ON c.middle = w.middle AND c.n <> w.at),
occupation AS (
  SELECT code, ($3::jsonb #>> ARRAY['wished', least(rank, jsonb_array_length($3::jsonb -> 'wished') - 1)::text])::int AS points FROM wish
  UNION ALL
  (SELECT DISTINCT ON (code) code, ($3::jsonb #>> ARRAY['related', k::text])::int FROM near
    WHERE k < jsonb_array_length($3::jsonb -> 'related') AND code NOT IN (SELECT code FROM wish) ORDER BY code, rank)),
place AS (
  SELECT place, ($3::jsonb #>> ARRAY['place', least(row_number() OVER (ORDER BY step, n) - 1, jsonb_array_length($3::jsonb -> 'place') - 1)::text])::int
           AS points
    FROM (SELECT home AS place, 0 AS step, 0 AS n FROM me
          UNION ALL SELECT c, 1, c FROM me, unnest($5::int[]) AS c WHERE me.reach IN ('city', 'away') AND c <> me.home
          UNION ALL SELECT p.code / 10000000000 * 10000, 2, p.n FROM me, unnest(me.provinces) WITH ORDINALITY AS p (code, n)
             WHERE me.reach = 'away') AS wished),
vacancy_as_matched AS (
  SELECT v.id, v.kind, v.education, v.age_from, v.age_to, v.hazards, v.hours_per_day, v.season, left(v.occupation, 7) AS small, v.place / 10000000000 = 50 AS own,
         CASE WHEN v.place / 10000000000 = 50 THEN v.place / 1000000 ELSE v.place / 10000000000 * 10000 END AS at,
         CASE WHEN v.place / 10000000000 = 50 THEN v.place % 1000000 ELSE 0 END AS village,
         CAPPED(coalesce(v.wage_low_fen, v.wage_high_fen)) AS low,
         CAPPED(coalesce(v.wage_high_fen, v.wage_low_fen)) AS high,
         ARRAY (SELECT btrim(name) FROM regexp_split_to_table(coalesce(v.certificate, ''), '[、,，;；]') AS name WHERE btrim(name) <> '')
           AS certificates
    FROM vacancy v, LATERAL (SELECT CASE v.wage_form WHEN 'day' THEN 21.75 WHEN 'hour' THEN 174 ELSE 1 END AS factor) AS f
   WHERE v.valid_from <= $1 AND (v.valid_to IS NULL OR v.valid_to > $1) AND v.open_until > $1 AND v.taken < v.openings
     AND v.place <> 500000000000),
judged AS (
  SELECT v.id, array_remove(ARRAY[
           CASE WHEN o.code IS NULL THEN 'occupation' END,
           CASE WHEN p.place IS NULL THEN 'place' END,
           CASE WHEN v.at = me.home AND ((me.reach = 'village' AND v.village <> me.village)
                  OR (me.reach = 'town' AND v.village / 1000 <> me.village / 1000)) THEN 'reach' END,
           CASE WHEN v.high < me.wage_floor THEN 'wage' END,
           CASE WHEN SCHOOLING(v.education) > me.schooling THEN 'schooling' END,
           CASE WHEN NOT v.certificates <@ me.certificates THEN 'certificate' END,
           CASE WHEN me.age < v.age_from OR me.age > coalesce(v.age_to, 127) THEN 'age' END,
           CASE WHEN ('lifting' = ANY (me.cannot) AND v.hazards && '{lifting,labour_4}')
                  OR ('heights' = ANY (me.cannot) AND v.hazards && '{height}') THEN 'body' END,
           CASE WHEN 'longDays' = ANY (me.cannot) AND v.hours_per_day > 8 THEN 'hours' END,
           CASE WHEN coalesce(v.season, 'year_round') = 'year_round' AND cardinality(me.busy_months) > 0 THEN 'season' END,
           CASE WHEN v.kind = 'public_post' AND (v.at <> me.home OR me.tier > ($3::jsonb ->> 'publicPostTier')::int) THEN 'publicPost' END
         ], NULL) AS unmet,
         coalesce(o.points, 0) + coalesce(p.points, 0)
         + least(w.most, greatest(w.least, floor(div(coalesce(floor((v.low + v.high) / 2), w.reference), w.step) * w.step / w.yuan)
                                             - floor(div(coalesce(nullif(me.wage_floor, 0), w.reference), w.step) * w.step / w.yuan)))
         + CASE WHEN v.at = me.home THEN
             CASE WHEN v.village / 1000 = me.village / 1000 THEN ($3::jsonb ->> 'sameTown')::int ELSE 0 END
             + CASE v.kind WHEN 'workshop' THEN ($3::jsonb ->> 'workshop')::int WHEN 'public_post' THEN ($3::jsonb ->> 'publicPost')::int ELSE 0 END
           ELSE 0 END AS points
    FROM me CROSS JOIN vacancy_as_matched v
    LEFT JOIN occupation o ON o.code = v.small
    LEFT JOIN place p ON p.place = v.at,
    LATERAL (SELECT ($3::jsonb #>> '{wage,yuan}')::numeric AS yuan, coalesce(($3::jsonb #>> '{wage,step}')::numeric, 1) AS step, ($3::jsonb #>> '{wage,reference}')::numeric AS reference,
                    ($3::jsonb #>> '{wage,least}')::numeric AS least, ($3::jsonb #>> '{wage,most}')::numeric AS most) AS w)
SELECT id, unmet, points::int AS points, floor(points * ($3::jsonb #>> '{chance,open}')::int / 1000)::int AS surplus FROM judged`

const SCHOOLING = `CASE $1 WHEN 'none' THEN 1 WHEN 'primary' THEN 1 WHEN 'junior' THEN 2 WHEN 'senior' THEN 3 WHEN 'vocational' THEN 3
  WHEN 'college' THEN 4 WHEN 'bachelor' THEN 5 WHEN 'master' THEN 6 ELSE 0 END`
/** Yuan a month; of the least of nothing and something PostgreSQL says something, so that nothing is told apart first. */
const CAPPED = 'CASE WHEN $1 IS NOT NULL THEN least(65534, round($1 / 100.0 * f.factor)) END'
const STATEMENT = JUDGED.replaceAll(/SCHOOLING\(([^)]+)\)/g, (_, column: string) =>
  SCHOOLING.replace('$1', column),
).replaceAll(/CAPPED\((coalesce\([^)]+\))\)/g, (_, column: string) => CAPPED.replaceAll('$1', column))

const values = ({ on, person, weights, classes, counties }: OracleAsk): unknown[] => [
  ...[on, person, JSON.stringify(weights), classes, counties],
]

/** Every open vacancy, with what stands against it. */
export const judgedBySql = (tx: Tx, ask: OracleAsk) => tx.query<OracleLine>(`${STATEMENT} ORDER BY id`, values(ask))

/** The best that nothing stands against; of equal ones any. */
export const topBySql = (tx: Tx, ask: OracleAsk, most: number) =>
  tx.query<OracleLine>(
    `SELECT * FROM (${STATEMENT}) AS all_of_them WHERE unmet = '{}' ORDER BY surplus DESC, id LIMIT $6`,
    [...values(ask), most],
  )
