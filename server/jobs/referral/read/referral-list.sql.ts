import type { Queue } from '#domain/jobs/referral/referral.api.ts'
import { LIMITS, type Limits } from '#domain/jobs/referral/referral-state.ts'
import { GRACE_MONTHS } from '#domain/jobs/referral/retention.ts'
import type { Tx } from '../../../db.ts'
import type { Referral } from '../referral.sql.ts'
import { dueSql, stateSql } from './referral-state.sql.ts'

/** What the plan says of days and months, and the day that is asked about. */
export type Asked = { on: string; limits: Limits; months: readonly number[] }
export type Line = Referral & {
  state: string
  /** The last day for what comes next; of a placement the day of the check that is due, or of its next try. */
  due: string | null
  name: string
  left_on: string | null
}

/** A list of insured people names the employer of the work, and covers the day. */
const COVERED = `EXISTS (SELECT FROM insurance AS i WHERE i.county = r.county AND i.person_id = r.person_id
    AND (i.employer = e.employer OR i.credit_code = e.credit_code) AND i.valid_from <= c.on AND (i.valid_to IS NULL OR i.valid_to > c.on))`

/**
 * Every referral with its state, its next day and the work that came of it. `$1` the day, `$2` to `$4` the plan's days, `$5` its
 * months. Of a placement the last month that was reached is asked for, until some months after the last, as the need for it and
 * `retention.ts` say.
 */
const LINES = `
  SELECT r.*, s.state, p.name, CASE WHEN e.valid_to <= $1::date THEN e.valid_to END AS left_on,
         COALESCE(CASE WHEN s.state <> 'placed' THEN ${dueSql('r', 's.state', 2)} END, c.due) AS due
    FROM referral AS r
    JOIN person AS p ON p.county = r.county AND p.id = r.person_id
   CROSS JOIN LATERAL (SELECT ${stateSql('r')} AS state) AS s
    LEFT JOIN employment AS e ON e.county = r.county AND e.id = r.employment_id
    LEFT JOIN LATERAL (
      SELECT GREATEST(c.on, (SELECT max(a.retry_on) FROM retention_answer AS a
               WHERE a.county = r.county AND a.referral_id = r.id AND a.month = c.month)) AS due
        FROM (SELECT m.month, (r.placed_on + make_interval(months => m.month))::date AS on FROM unnest($5::int[]) AS m(month)
               WHERE r.placed_on + make_interval(months => m.month) <= $1::date ORDER BY m.month DESC LIMIT 1) AS c
       WHERE s.state = 'placed' AND e.valid_from <= $1::date AND (e.valid_to IS NULL OR e.valid_to > $1::date)
         AND r.placed_on + make_interval(months => (SELECT max(month) FROM unnest($5::int[]) AS m(month)) + ${GRACE_MONTHS}) > $1::date AND NOT ${COVERED}
         AND NOT EXISTS (SELECT FROM retention_answer AS a WHERE a.county = r.county AND a.referral_id = r.id
               AND a.month = c.month AND a.outcome <> 'unreached' AND a.valid_from <= $1::date)) AS c ON TRUE`

const valuesOf = ({ on, limits, months }: Asked): unknown[] => [on, ...LIMITS.map((limit) => limits[limit]), months]

/** What each queue holds, over a line; `$1` is the day. */
const QUEUES: Record<Queue, string> = {
  todo: 'l.due <= $1::date',
  overdue: 'l.due < $1::date',
  today: 'l.due = $1::date',
  interviews: "l.state = 'interview' AND l.interview_on = $1::date",
  confirm: "(l.state = 'passed' OR l.state = 'trial' AND l.trial_to <= $1::date)",
  retention: "l.state = 'placed' AND l.due IS NOT NULL",
  running: "l.state NOT IN ('placed', 'ended')",
  placed: "l.state = 'placed'",
  ended: "l.state = 'ended'",
}
/** Rest is read from the newest, work from the longest overdue. */
const RESTS: Partial<Record<Queue, string>> = { placed: 'l.placed_on', ended: 'l.valid_to' }
export const sortDay = (queue: Queue, line: Line): string | null =>
  ({ placed: line.placed_on, ended: line.valid_to })[queue as 'placed'] ?? line.due

export type Wanted = { queue: Queue; area: string; after: { day: string; id: number } | undefined; limit: number }

/** A page of a queue, `area` a condition over `r`. */
export function listLines(tx: Tx, asked: Asked, { queue, area, after, limit }: Wanted): Promise<Line[]> {
  const values = valuesOf(asked)
  const put = (value: unknown) => `$${values.push(value)}`
  const rest = RESTS[queue]
  const day = rest ?? 'l.due'
  const where = [QUEUES[queue], `l.valid_from <= $1::date`]
  if (after) where.push(`(${day}, l.id) ${rest ? '<' : '>'} (${put(after.day)}::date, ${put(after.id)}::bigint)`)
  const order = rest ? 'DESC' : ''
  return tx.query<Line>(
    `SELECT * FROM (${LINES} WHERE ${area}) AS l WHERE ${where.join(' AND ')}
      ORDER BY ${day} ${order}, l.id ${order} LIMIT ${put(limit)}`,
    values,
  )
}

/** How many each queue holds. */
export async function countQueues(tx: Tx, asked: Asked, area: string): Promise<Record<Queue, number>> {
  const counts = Object.entries(QUEUES).map(([queue, holds]) => `count(*) FILTER (WHERE ${holds})::int AS ${queue}`)
  const [row] = await tx.query<Record<Queue, number>>(
    `SELECT ${counts.join(', ')} FROM (${LINES} WHERE ${area}) AS l WHERE l.valid_from <= $1::date`,
    valuesOf(asked),
  )
  return row!
}

type Of = { id: number } | { county: number; person: number } | { vacancyCounty: number; vacancy: number }
/** One referral, or those of a person or of a vacancy, the newest first. */
export function linesOf(tx: Tx, asked: Asked, of: Of): Promise<Line[]> {
  const values = valuesOf(asked)
  const put = (value: unknown) => `$${values.push(value)}`
  const where =
    'id' in of
      ? `r.id = ${put(of.id)}`
      : 'person' in of
        ? `r.county = ${put(of.county)} AND r.person_id = ${put(of.person)}`
        : `r.vacancy_county = ${put(of.vacancyCounty)} AND r.vacancy_id = ${put(of.vacancy)}`
  return tx.query<Line>(
    `SELECT * FROM (${LINES} WHERE ${where}) AS l ORDER BY l.valid_from DESC, l.id DESC LIMIT 200`,
    values,
  )
}
