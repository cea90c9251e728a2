import type { SubmittedFacts } from '#domain/jobs/employer/employer.api.ts'
import type { ReferralDays } from '#domain/jobs/referral/referral-state.ts'
import type { Tx } from '../../db.ts'
import { ALL, type Vacancy } from '../vacancy/vacancy.sql.ts'

/** Whatever the acting employer's policy shows: its own, the newest first. */
export const ownVacancies = (tx: Tx) =>
  tx.query<Vacancy>(`SELECT ${ALL} FROM vacancy ORDER BY valid_to NULLS FIRST, valid_from DESC, id DESC LIMIT 200`)

export async function ownVacancy(tx: Tx, id: number): Promise<Vacancy | undefined> {
  const [row] = await tx.query<Vacancy>(`SELECT ${ALL} FROM vacancy WHERE id = $1`, [id])
  return row
}

export type OwnReferral = ReferralDays & {
  id: number
  person_id: number
  vacancy_id: number
  title: string
  name: string
  phone_mask: string | null
  person_answered_on: string
  valid_to: string | null
  known_from: string
}
/** People who agreed to be referred to it, as the database hands them out on a day: those that run, and the last thirty days' that are over. */
export const ownReferrals = (tx: Tx, on: string) => tx.query<OwnReferral>('SELECT * FROM own_referrals($1::date)', [on])

export type SaidOfReferral = { act: string; said: string | null; why: string | null; on: string }
type Version = { id: number; knownFrom: string; at: string; requestId: string | null }
export type Answering = 'done' | 'absent' | 'stale' | 'impossible' | 'day'
/** What the acting employer says of a referral, in the version it has seen; the database keeps to its own, to the state, and logs it. */
export async function answerReferral(tx: Tx, { id, knownFrom, at, requestId }: Version, given: SaidOfReferral) {
  const { act, said, why, on } = given
  const [row] = await tx.query<{ answering: Answering }>(
    'SELECT answer_referral($1, $2, $3, $4, $5, $6, $7, $8) AS answering',
    [id, knownFrom, act, said, why, on, at, requestId],
  )
  return row!.answering
}

export type Submission = {
  id: number
  county: number
  area: number
  credit_code: string
  facts: SubmittedFacts & { employer: string; from: string }
  submitted_at: string
  decision: 'accepted' | 'returned' | null
  reason: string | null
}
const SUBMISSIONS = `SELECT s.id, s.county, s.area, s.credit_code, s.facts, s.submitted_at, d.decision, d.reason
  FROM vacancy_submission s LEFT JOIN vacancy_submission_decision d ON d.county = s.county AND d.submission_id = s.id`

export const ownSubmissions = (tx: Tx) =>
  tx.query<Submission>(`${SUBMISSIONS} ORDER BY s.submitted_at DESC, s.id DESC LIMIT 50`)

export const waitingSubmissions = (tx: Tx) =>
  tx.query<Submission>(`${SUBMISSIONS} WHERE d.decision IS NULL ORDER BY s.submitted_at, s.id LIMIT 100`)

/** Two who decide at once wait for each other; the second finds it decided. */
export async function holdSubmission(tx: Tx, id: number): Promise<Submission | undefined> {
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 1))', [`submission ${id}`])
  const [row] = await tx.query<Submission>(`${SUBMISSIONS} WHERE s.id = $1`, [id])
  return row
}

export type NewSubmission = {
  county: number
  area: number
  creditCode: string
  facts: object
  clientId: string
  post: number
  at: string
}
/** Sent twice, it is there once. */
export async function keepSubmission(tx: Tx, given: NewSubmission): Promise<number> {
  const { county, area, creditCode, facts, clientId, post, at } = given
  await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [clientId.toLowerCase()])
  const [kept] = await tx.query<{ id: number }>(
    'SELECT id FROM vacancy_submission WHERE county = $1 AND client_id = $2',
    [...[county, clientId]],
  )
  if (kept) return kept.id
  const [made] = await tx.query<{ id: number }>(
    `INSERT INTO vacancy_submission (county, area, credit_code, facts, client_id, submitted_by, submitted_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id`,
    [county, area, creditCode, JSON.stringify(facts), clientId, post, at],
  )
  return made!.id
}

export const keepDecision = (
  tx: Tx,
  { county, area, id, credit_code }: Submission,
  made: { decision: string; reason: string | null; post: number; at: string },
) =>
  tx.query(
    `INSERT INTO vacancy_submission_decision (county, area, submission_id, credit_code, decision, reason, decided_by, decided_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [county, area, id, credit_code, made.decision, made.reason, made.post, made.at],
  )

/** County and towns of today's division, for choosing where the work is. */
export const placesOf = (tx: Tx, unit: number) =>
  tx.query<{ code: number; name: string }>(
    'SELECT code, name FROM area WHERE (code = $1 OR parent = $1) AND valid_to IS NULL ORDER BY code',
    [unit],
  )
