import type { ClientBase } from 'pg'
import type { Words } from '#domain/base/fail.ts'
import { calibrations, moments } from './calibration.ts'

/** One number aimed at, and what the loaded rows give, counted by SQL over current rows. */
export type Aim = {
  key: string
  on: string | null
  /** Of the whole city, as published or assumed. */
  city: number
  /** At this scale; null = not a count of records. */
  aimed: number | null
  /** Counted at this scale; null = not a count of records. */
  reached: number | null
  source: string | null
  assumption: Words | null
}

/** A key and its day, if it has one. */
export const nameOf = (key: string, on?: string): string => (on ? `${key} ${on}` : key)

/** On which of the moments a row is true, one bit each: a city is counted on all of them in one pass. */
const bits = (from: string, to: string): string =>
  moments.map(({ on }, n) => `((${from} <= '${on}' AND (${to} IS NULL OR ${to} > '${on}'))::int << ${n})`).join(' | ')
const bitsOf = (table: string): string => `(${bits(`${table}.valid_from`, `${table}.valid_to`)})`
const byPerson = 'GROUP BY county, person_id'

/** The dead are few: their days are taken off, instead of everybody's being looked up. */
const AT_MOMENTS = `
  WITH dead AS (SELECT county, id AS person_id, (${bits('death_date', 'NULL::date')}) AS m FROM person WHERE death_date IS NOT NULL),
       lifted AS (SELECT county, person_id, bit_or(${bitsOf('membership')}) AS m FROM membership WHERE kind = 'lifted' ${byPerson}),
       monitored AS (SELECT county, person_id, bit_or(${bitsOf('membership')}) AS m FROM membership WHERE kind IN ('unstable', 'marginal', 'sudden') ${byPerson}),
       work AS (SELECT county, person_id, bit_or(${bitsOf('employment')}) AS m,
                       bit_or(${bitsOf('employment')}) FILTER (WHERE place / 10000000000 = 50) AS city FROM employment ${byPerson}),
       posts AS (SELECT county, person_id, bit_or(${bitsOf('public_post')}) AS m FROM public_post ${byPerson}),
       rosters AS (SELECT r.county, r.person_id, bit_or(${bitsOf('r')} & ${bitsOf('s')}) AS m
                     FROM roster r JOIN site s ON s.county = r.county AND s.id = r.site_id WHERE s.kind = 'workshop' GROUP BY r.county, r.person_id),
       lifted_work AS (SELECT work.m & lifted.m AS m, coalesce(city, 0) AS city, county, person_id FROM work JOIN lifted USING (county, person_id)),
       counted AS (
         SELECT county, person_id, key, v.m FROM lifted_work, LATERAL (VALUES ('lifted-in-work', m), ('in-city', m & city), ('out-of-city', m & ~city)) AS v (key, m)
         UNION ALL SELECT county, person_id, 'public-posts', posts.m & lifted.m FROM posts JOIN lifted USING (county, person_id)
         UNION ALL SELECT county, person_id, 'monitored', m FROM monitored
         UNION ALL SELECT county, person_id, 'workshop-workers', m FROM rosters
         UNION ALL SELECT county, person_id, 'workshop-lifted', rosters.m & lifted.m FROM rosters JOIN lifted USING (county, person_id))
  SELECT key, ARRAY[${moments.map((_, n) => `sum((c.m & ~coalesce(dead.m, 0)) >> ${n} & 1)::int`).join(', ')}] AS counts
    FROM counted c LEFT JOIN dead USING (county, person_id) GROUP BY key`

const SITES = `
  SELECT CASE kind WHEN 'workshop' THEN 'workshops' WHEN 'incubator' THEN 'incubators' ELSE 'craftsman-stations' END AS key, day::text AS on, count(*)::int AS value
    FROM unnest($1::date[]) AS day
    JOIN site ON kind IN ('workshop', 'incubator', 'craftsman_station') AND valid_from <= day AND (valid_to IS NULL OR valid_to > day)
   GROUP BY kind, day`

const WHOLE = `
  SELECT 'lifted' AS key, count(*)::float8 AS value FROM membership WHERE kind = 'lifted'
  UNION ALL SELECT 'youyang-lifted', count(*) FROM membership WHERE kind = 'lifted' AND county = 500242
  UNION ALL SELECT 'premium-paid', count(*) FROM grant_paid WHERE programme = 'premium-on-behalf' AND period = '2024'
  UNION ALL SELECT 'premium-paid-fen', sum(amount_fen) FROM grant_paid WHERE programme = 'premium-on-behalf' AND period = '2024'
  UNION ALL SELECT 'dispatched-2022', count(*) FROM dispatch WHERE valid_from BETWEEN '2022-01-01' AND '2022-06-30'
  UNION ALL SELECT 'dispatched-2024', count(*) FROM dispatch WHERE valid_from BETWEEN '2024-01-01' AND '2024-07-31'
  UNION ALL SELECT 'graduates-2024', count(*) FROM talent WHERE graduate AND valid_from BETWEEN '2024-01-01' AND '2024-12-31'
  UNION ALL SELECT 'trainings-2024', count(*) FROM training WHERE trainee <> 'other' AND completed_on BETWEEN '2024-01-01' AND '2024-12-31'
  UNION ALL SELECT 'village-doctors', count(*) FROM talent WHERE kind = 'village_doctor'
  UNION ALL SELECT 'parks-new', count(*) FROM site WHERE kind = 'return_home_park' AND valid_from >= '2021-09-17'
  UNION ALL SELECT 'monitored-risk-removed-share', avg((risk_removed_on <= '2021-09-17' AND risk_removed_on IS NOT NULL)::int)
    FROM membership WHERE kind IN ('unstable', 'marginal', 'sudden') AND valid_from <= '2021-09-17' AND (valid_to IS NULL OR valid_to > '2021-09-17')`

/** Counts the loaded city by other means than it was made with, and sets the counts beside what was aimed at. */
export async function reached(admin: ClientBase, aimed: ReadonlyMap<string, number>): Promise<Aim[]> {
  const counted = new Map<string, number>()
  for (const row of (await admin.query<{ key: string; counts: number[] }>(AT_MOMENTS)).rows)
    for (const [n, count] of row.counts.entries()) counted.set(nameOf(row.key, moments[n]?.on), count)
  const days = [...moments.map(({ on }) => on), '2022-06-17']
  for (const row of (await admin.query<{ key: string; on: string; value: number }>(SITES, [days])).rows)
    counted.set(nameOf(row.key, row.on), row.value)
  for (const row of (await admin.query<{ key: string; value: number }>(WHOLE)).rows)
    counted.set(row.key, Number(row.value))
  return calibrations.map(({ key, on, value, source, assumption }) => ({
    key,
    on: on ?? null,
    city: value,
    aimed: aimed.get(nameOf(key, on)) ?? null,
    reached: counted.get(nameOf(key, on)) ?? counted.get(key) ?? null,
    source: source ?? null,
    assumption: assumption ?? null,
  }))
}
