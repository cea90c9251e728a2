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

/** Joined from the left: a person's `lifted` membership on the day, of which there is at most one. */
const liftedOn = `LEFT JOIN membership m ON m.county = p.county AND m.person_id = p.id AND m.kind = 'lifted'
  AND m.valid_from <= d.day AND (m.valid_to IS NULL OR m.valid_to > d.day)`
const aliveOn = '(p.death_date IS NULL OR p.death_date > d.day)'
const current = (t: string): string => `${t}.valid_from <= d.day AND (${t}.valid_to IS NULL OR ${t}.valid_to > d.day)`
const days = 'unnest($1::date[]) AS d (day)'

/** A key and its day, if it has one. */
export const nameOf = (key: string, on?: string): string => (on ? `${key} ${on}` : key)

type Row = { key: string; on: string; value: number }

/** The counts over the moments: work, workshops, rosters, public posts. */
const QUERIES = [
  `SELECT key, day::text AS on, value FROM (
     SELECT d.day, count(DISTINCT p.id)::int AS work, count(DISTINCT p.id) FILTER (WHERE e.place / 10000000000 = 50)::int AS city,
             count(DISTINCT p.id) FILTER (WHERE e.place / 10000000000 <> 50)::int AS elsewhere
       FROM ${days} JOIN employment e ON ${current('e')} JOIN person p ON p.county = e.county AND p.id = e.person_id ${liftedOn}
      WHERE ${aliveOn} AND m.id IS NOT NULL GROUP BY d.day) AS counted,
     LATERAL (VALUES ('lifted-in-work', work), ('in-city', city), ('out-of-city', elsewhere)) AS v (key, value)`,
  `SELECT key, day::text AS on, value FROM (
     SELECT d.day, count(DISTINCT p.id)::int AS workers, count(DISTINCT p.id) FILTER (WHERE m.id IS NOT NULL)::int AS lifted
       FROM ${days} JOIN roster r ON ${current('r')} JOIN site s ON s.county = r.county AND s.id = r.site_id AND s.kind = 'workshop' AND ${current('s')}
       JOIN person p ON p.county = r.county AND p.id = r.person_id ${liftedOn}
      WHERE ${aliveOn} GROUP BY d.day) AS counted,
     LATERAL (VALUES ('workshop-workers', workers), ('workshop-lifted', lifted)) AS v (key, value)`,
  `SELECT CASE s.kind WHEN 'workshop' THEN 'workshops' WHEN 'incubator' THEN 'incubators' ELSE 'craftsman-stations' END AS key, d.day::text AS on, count(*)::int AS value
     FROM ${days} JOIN site s ON s.kind IN ('workshop', 'incubator', 'craftsman_station') AND ${current('s')} GROUP BY s.kind, d.day`,
  `SELECT 'public-posts' AS key, d.day::text AS on, count(DISTINCT p.id)::int AS value
     FROM ${days} JOIN public_post o ON ${current('o')} JOIN person p ON p.county = o.county AND p.id = o.person_id ${liftedOn}
    WHERE ${aliveOn} AND m.id IS NOT NULL GROUP BY d.day`,
  `SELECT 'monitored' AS key, d.day::text AS on, count(DISTINCT m.person_id)::int AS value
     FROM ${days} JOIN membership m ON m.kind IN ('unstable', 'marginal', 'sudden') AND ${current('m')}
     JOIN person p ON p.county = m.county AND p.id = m.person_id WHERE ${aliveOn} GROUP BY d.day`,
]
const TOTALS = `
  SELECT 'lifted' AS key, count(DISTINCT person_id)::float8 AS value FROM membership WHERE kind = 'lifted'
  UNION ALL SELECT 'youyang-lifted', count(DISTINCT person_id) FROM membership WHERE kind = 'lifted' AND county = 500242
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

export async function reached(admin: ClientBase, aimed: ReadonlyMap<string, number>): Promise<Aim[]> {
  const dates = [...new Set([...moments.map(({ on }) => on), '2022-06-17'])]
  const counted = new Map<string, number>()
  for (const query of QUERIES) {
    const { rows } = await admin.query<Row>(query, [dates])
    for (const { key, on, value } of rows) counted.set(`${key} ${on}`, Number(value))
  }
  const totals = new Map(
    (await admin.query<{ key: string; value: number }>(TOTALS)).rows.map(({ key, value }) => [key, Number(value)]),
  )
  return calibrations.map(({ key, on, value, source, assumption }) => ({
    key,
    on: on ?? null,
    city: value,
    aimed: aimed.get(nameOf(key, on)) ?? null,
    reached: counted.get(nameOf(key, on)) ?? totals.get(key) ?? null,
    source: source ?? null,
    assumption: assumption ?? null,
  }))
}
