import type { ClientBase } from 'pg'
import { creditCode } from '../invented-number.ts'

/** Where the stories live, and around it: the demonstration's village, town and county. */
const VILLAGE = 500_235_131_201
const NEAR_FIRST = `(t.area = ${VILLAGE}) DESC, (t.area / 1000 = ${Math.floor(VILLAGE / 1000)}) DESC, t.id`

/**
 * How far each referral is: whom it waits for on the demo's day, what is overdue, what is to be done that day. In days from the day.
 * Drawn from rows that are there, after everything else: none of them moves, and no figure reads a referral that is no placement.
 */
const RUNNING = `
  VALUES (1, -5, 'accepted', NULL, -3, NULL::text, NULL, NULL::int, NULL::int, NULL, NULL::int, NULL::int, NULL),
         (2, -5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
         (3, -9, 'accepted', NULL, -8, 'accepted', NULL, -3, 0, NULL, NULL, NULL, NULL),
         (4, -3, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
         (5, -12, 'accepted', NULL, -10, 'accepted', NULL, -8, -2, 'passed', NULL, NULL, NULL),
         (6, -12, 'accepted', NULL, -11, 'accepted', NULL, -9, -7, 'passed', -4, 0, NULL),
         (7, -8, 'accepted', NULL, -7, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
         (8, -10, 'declined', 'distance', -9, NULL, NULL, NULL, NULL, NULL, NULL, NULL, 'person_declined'),
         (9, -14, 'accepted', NULL, -12, 'declined', 'skill', -9, NULL, NULL, NULL, NULL, 'employer_declined'),
         (10, -6, 'accepted', NULL, -5, 'accepted', NULL, -2, 5, NULL, NULL, NULL, NULL)`

/** The invented employer that signs in: that of the unit's vacancy which was refreshed last. `$1` is the unit. */
export const DEMO_EMPLOYER = `
  SELECT county, id, title, employer, credit_code FROM vacancy
   WHERE area = $1 AND kind = 'employer' AND source = 'demo' AND credit_code IS NOT NULL AND valid_to IS NULL
   ORDER BY refreshed_on DESC, id LIMIT 1`

/** Referrals, placements with their checks, and wages unpaid, all invented, so that no screen of them is empty; how many rows. */
export async function inventReferrals(admin: ClientBase, day: string): Promise<number> {
  const made = [
    await running(admin, day),
    await placements(admin, day),
    await later(admin),
    await claim(admin, day),
    await waiting(admin, day),
  ]
  for (const table of ['referral', 'retention_answer', 'wage_claim']) await admin.query(`ANALYZE ${table}`)
  return made.reduce((sum, rows) => sum + rows, 0)
}

async function running(admin: ClientBase, day: string): Promise<number> {
  const { rowCount } = await admin.query(
    `WITH asked AS (
       SELECT t.county, t.area, t.person_id, row_number() OVER (ORDER BY ${NEAR_FIRST}) AS n FROM work_wish AS t
        WHERE t.county = ${Math.floor(VILLAGE / 1e6)} AND t.valid_from <= $1::date AND t.valid_to > $1::date),
     offered AS (
       SELECT v.county, v.id, v.title, v.employer, row_number() OVER (ORDER BY v.id) AS n FROM vacancy AS v
        WHERE v.county = ${Math.floor(VILLAGE / 1e6)} AND v.kind IN ('employer', 'workshop') AND v.valid_from <= $1::date - 14
          AND v.valid_to IS NULL AND v.open_until > $1::date AND v.taken < v.openings),
     step (n, made, person, why, told, employer, why_not, answered, interview, result, trial, trial_end, ended) AS (${RUNNING})
     INSERT INTO referral (county, area, person_id, vacancy_county, vacancy_id, title, employer, origin, person_answer, person_reason,
       person_answered_on, employer_answer, employer_reason, employer_answered_on, interview_on, interview_result, trial_from, trial_to,
       end_reason, valid_from, valid_to, known_from, source, verified_on, verified_method, verified_by)
     SELECT a.county, a.area, a.person_id, o.county, o.id, o.title, o.employer, CASE WHEN s.n % 4 = 0 THEN 'person' ELSE 'offer' END,
            s.person, s.why, $1::date + s.told, s.employer, s.why_not, $1::date + s.answered, $1::date + s.interview, s.result,
            $1::date + s.trial, $1::date + s.trial_end, s.ended, $1::date + s.made,
            CASE WHEN s.ended IS NOT NULL THEN $1::date + COALESCE(s.answered, s.told) END,
            ($1::date + s.made) + interval '2 hours', 'demo', $1::date + s.made, 'phone', '演示'
       FROM step AS s JOIN asked AS a ON a.n = s.n
       JOIN offered AS o ON o.n = 1 + (s.n - 1) % (SELECT count(*) FROM offered)`,
    [day],
  )
  return rowCount ?? 0
}

/** Work that is there already and of which it is told now that it came of a referral; its vacancy was filled by it and is closed. */
const PLACED = `
  chosen AS MATERIALIZED (
    SELECT t.*, nextval('ledger_id') AS vacancy_id, nextval('ledger_id') AS referral_id FROM picked AS t),
  offer AS (
    INSERT INTO vacancy (county, area, id, kind, title, occupation, employer, credit_code, place, openings, taken, wage_form, wage_low_fen,
      wage_high_fen, detail, refreshed_on, open_until, valid_from, valid_to, close_reason, known_from, source)
    SELECT c.county, c.county * 1000000::bigint, c.vacancy_id, CASE c.channel WHEN 'workshop' THEN 'workshop' ELSE 'employer' END, '普工',
           '6-31-05-00', c.employer, COALESCE(c.credit_code, '${creditCode(1, '91')}'), c.place, 1, 1, 'month', c.monthly_wage_fen,
           c.monthly_wage_fen, '演示岗位，由已有的务工记录反推', c.valid_from - 20,
           c.valid_from + 10, c.valid_from - 20, c.valid_from, 'filled', c.valid_from + interval '2 hours', 'demo'
      FROM chosen AS c),
  made AS (
    INSERT INTO referral (county, area, id, person_id, vacancy_county, vacancy_id, title, employer, origin, person_answer,
      person_answered_on, employer_answer, employer_answered_on, placed_on, employment_id, valid_from, valid_to, known_from, source,
      evidence, verified_on, verified_by)
    SELECT c.county, c.area, c.referral_id, c.person_id, c.county, c.vacancy_id, '普工', c.employer, 'offer', 'accepted', c.valid_from - 9,
           'accepted', c.valid_from - 5, c.valid_from, c.id, c.valid_from - 10, c.valid_from, c.valid_from + interval '2 hours', 'demo',
           'employer', c.valid_from, '演示' FROM chosen AS c)`
const ANSWER = `
  INSERT INTO retention_answer (county, area, person_id, referral_id, month, outcome, retry_on, valid_from, known_from, source, evidence,
    verified_on, verified_method, verified_by)`

/** Placements whose checks after one and three months are due on the day; of one somebody was tried and is tried again. */
async function placements(admin: ClientBase, day: string): Promise<number> {
  const { rows } = await admin.query<{ made: number }>(
    `WITH picked AS (
       SELECT t.*, row_number() OVER (PARTITION BY t.valid_from < $1::date - 80 ORDER BY ${NEAR_FIRST}) AS n FROM employment AS t
        WHERE t.county = ${Math.floor(VILLAGE / 1e6)} AND t.channel IN ('migrant', 'local_firm', 'workshop') AND t.employer IS NOT NULL
          AND t.verified_on IS NULL AND (t.valid_to IS NULL OR t.valid_to > $1::date)
          AND (t.valid_from BETWEEN $1::date - 120 AND $1::date - 93 OR t.valid_from BETWEEN $1::date - 58 AND $1::date - 32)
        ORDER BY n LIMIT 8),
     ${PLACED},
     tried AS (${ANSWER}
       SELECT c.county, c.area, c.person_id, c.referral_id, 3, 'unreached', $1::date, $1::date - 3, $1::date - 3 + interval '2 hours', 'demo',
              'call', $1::date - 3, 'phone', '演示' FROM chosen AS c WHERE c.n = 1 AND c.valid_from < $1::date - 80)
     SELECT count(*)::int * 2 AS made FROM chosen`,
    [day],
  )
  return rows[0]!.made
}

/** Placements of the plan’s first weeks, with what was heard of most of them three months later: for days after the demo's own. */
async function later(admin: ClientBase): Promise<number> {
  const { rows } = await admin.query<{ made: number }>(
    `WITH picked AS (
       SELECT t.*, row_number() OVER (ORDER BY ${NEAR_FIRST}) AS n FROM employment AS t
        WHERE t.county = ${Math.floor(VILLAGE / 1e6)} AND t.channel IN ('migrant', 'local_firm', 'workshop') AND t.employer IS NOT NULL
          AND t.valid_from BETWEEN '2021-09-20' AND '2021-10-20' AND (t.valid_to IS NULL OR t.valid_to > '2022-02-01')
        ORDER BY n LIMIT 4),
     ${PLACED},
     heard AS (${ANSWER}
       SELECT c.county, c.area, c.person_id, c.referral_id, 3, 'there', NULL, (c.valid_from + interval '3 months 2 days')::date,
              c.valid_from + interval '3 months 2 days 2 hours', 'demo', 'call', (c.valid_from + interval '3 months 2 days')::date, 'phone',
              '演示' FROM chosen AS c WHERE c.n <> 2)
     SELECT count(*)::int * 2 AS made FROM chosen`,
  )
  return rows[0]!.made
}

/** Somebody placed who was not paid for two months. */
async function claim(admin: ClientBase, day: string): Promise<number> {
  const { rowCount } = await admin.query(
    `INSERT INTO wage_claim (county, area, person_id, employment_id, employer, month_from, month_to, amount_fen, told_by, valid_from,
       known_from, source, verified_on, verified_by)
     SELECT t.county, t.area, t.person_id, t.employment_id, t.employer, '2021-07-01', '2021-09-01', 720000, 'person', $1::date - 4,
            $1::date - 4 + interval '2 hours', 'demo', $1::date - 4, '演示' FROM referral AS t
      WHERE t.placed_on < $1::date - 80 ORDER BY ${NEAR_FIRST} OFFSET 1 LIMIT 1`,
    [day],
  )
  return rowCount ?? 0
}

/** Somebody nobody referred yet, who agreed and waits for the employer that signs in; the last, so that no other row moves. */
async function waiting(admin: ClientBase, day: string): Promise<number> {
  const { rowCount } = await admin.query(
    `INSERT INTO referral (county, area, person_id, vacancy_county, vacancy_id, title, employer, origin, person_answer, person_answered_on,
       valid_from, known_from, source, verified_on, verified_method, verified_by)
     SELECT t.county, t.area, t.person_id, o.county, o.id, o.title, o.employer, 'offer', 'accepted', $2::date - 1, $2::date - 2,
            ($2::date - 2) + interval '2 hours', 'demo', $2::date - 1, 'phone', '演示'
       FROM (${DEMO_EMPLOYER}) AS o
       JOIN LATERAL (
         SELECT * FROM work_wish AS t WHERE t.county = o.county AND t.valid_from <= $2::date AND t.valid_to > $2::date
            AND NOT EXISTS (SELECT FROM referral AS r WHERE r.county = t.county AND r.person_id = t.person_id)
          ORDER BY ${NEAR_FIRST} LIMIT 1) AS t ON TRUE`,
    [Math.floor(VILLAGE / 1e6) * 1e6, day],
  )
  return rowCount ?? 0
}
