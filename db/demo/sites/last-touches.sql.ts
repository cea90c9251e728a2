import type { ClientBase } from 'pg'
import { DEMO_DAY } from '../calibration.ts'

/** The county of the stories, where a newcomer looks first. */
const COUNTY = 500235
const SHANDONG = 370_000_000_000
const KNOWN = `${DEMO_DAY}T00:00:00Z`
const STATION = '鲁渝劳务协作接收站（演示）'
const RUNNING = '2021-09-01'
/** Below it stand the people of the stories, whose files are told as they are. */
const LAST_STORY = 100_000

/**
 * What a first start would otherwise show empty, invented and said to be so: members of the story county's labour brand, an order for its
 * batches of the corridor, and the running month at the workshops. Made after everything else and drawn from ids alone: no other row moves,
 * and no figure reads any of it. Answers with how many rows of each table.
 */
export async function addLastTouches(admin: ClientBase, seed: number): Promise<Record<string, number>> {
  return {
    roster: await addMembers(admin, seed),
    corridor_order: await addOrder(admin),
    vacancy: 1,
    attendance: await addRunningMonth(admin, seed),
  }
}

/** A dozen people of the county who work away from it, on the roster of its brand as members; the same ones for the same seed. */
async function addMembers(admin: ClientBase, seed: number): Promise<number> {
  const { rowCount } = await admin.query(
    `INSERT INTO roster (county, area, person_id, site_id, role, valid_from, known_from, source, evidence)
     SELECT w.county, w.area, w.person_id, s.id, 'member', GREATEST(s.valid_from + 60, w.valid_from), $2::timestamptz, 'demo', 'roster'
       FROM site s JOIN LATERAL (
         SELECT DISTINCT ON (md5($4::text || e.person_id)) e.county, e.area, e.person_id, e.valid_from FROM employment e
           JOIN person p ON p.county = e.county AND p.id = e.person_id AND p.death_date IS NULL
          WHERE e.county = s.county AND e.person_id > ${LAST_STORY} AND e.channel = 'migrant' AND e.valid_from < $3::date
            AND (e.valid_to IS NULL OR e.valid_to > $3::date)
          ORDER BY md5($4::text || e.person_id), e.valid_from LIMIT 12) AS w ON TRUE
      WHERE s.county = $1 AND s.kind = 'labour_brand' AND s.valid_from < $3::date - 60 AND (s.valid_to IS NULL OR s.valid_to > $3::date)`,
    [COUNTY, KNOWN, DEMO_DAY, seed],
  )
  return rowCount ?? 0
}

/** What a firm in Shandong ordered of the county: the vacancy, the order, and the batches on the road and to leave that go under it. */
async function addOrder(admin: ClientBase): Promise<number> {
  const { rowCount } = await admin.query(
    `WITH firm AS (
       INSERT INTO vacancy (county, area, kind, title, occupation, industry, employer, place, openings, wage_form, wage_low_fen, wage_high_fen,
          hours_per_day, season, board, lodging, training, age_from, contact, refreshed_on, open_until, valid_from, known_from, source)
       VALUES ($1::int, $1::int * 1000000::bigint, 'corridor', '装接工', '6-25-04-07', 'C', '某电子厂（演示）', $2::bigint, 30, 'month', 520000, 680000,
          8, 'year_round', true, true, true, 16, '招聘负责人', $3::date - 10, $3::date + 50, $3::date - 10, $4::timestamptz, 'demo') RETURNING county, area, id),
     ordered AS (
       INSERT INTO corridor_order (county, area, vacancy_id, corridor, wanted_by, receiver, known_from, source)
       SELECT county, area, id, 'shandong', $3::date + 20, $5, $4::timestamptz, 'demo' FROM firm RETURNING county, id)
     UPDATE dispatch_batch b SET order_id = o.id FROM ordered o
      WHERE b.county = o.county AND b.source = 'demo' AND b.departs_on BETWEEN $3::date - 7 AND $3::date + 7`,
    [COUNTY, SHANDONG, DEMO_DAY, KNOWN, STATION],
  )
  return (rowCount ?? 0) > 0 ? 1 : 0
}

/** The sign-in sheets of the running month up to the demo's day; wages are paid after the month. Whoever showed something in the last full month shows it here. */
async function addRunningMonth(admin: ClientBase, seed: number): Promise<number> {
  const { rowCount } = await admin.query(
    `INSERT INTO attendance (county, area, person_id, site_id, days, wage_paid_fen, evidence, valid_from, valid_to, known_from, source, verified_on, verified_by)
     SELECT a.county, a.area, a.person_id, a.site_id, 9 + ('x' || substr(md5($1::text || 'running' || a.person_id), 1, 7))::bit(28)::int % 5,
            NULL, 'sign_in_sheet', $2::date, ($2::date + interval '1 month')::date, $3::date + interval '-1 day 9 hours', 'demo', $3::date - 1, '演示'
       FROM attendance AS a JOIN roster AS r ON r.county = a.county AND r.site_id = a.site_id AND r.person_id = a.person_id AND r.role = 'worker'
        AND r.valid_from < $2::date AND (r.valid_to IS NULL OR r.valid_to > $3::date)
      WHERE a.source = 'demo' AND a.valid_to = $2::date
     ON CONFLICT DO NOTHING`,
    [seed, RUNNING, DEMO_DAY],
  )
  return rowCount ?? 0
}
