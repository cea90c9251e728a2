import type { MatchPersonRow, MatchProposalRow, MatchVacancyRow } from '#db/types.ts'
import type { Interval } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'
import { ALL, type Vacancy } from '../vacancy/vacancy.sql.ts'

/** People of a run in an area, by what lies a step below it and by tier; no more than the post sees. */
export const groupsOf = (tx: Tx, run: number, { lo, hi }: Interval, step: number) =>
  tx.query<{ area: number; tier: number; people: number; placed: number; scenario: number; known: boolean }>(
    `SELECT area / $4::bigint * $4::bigint AS area, tier, count(*)::int AS people,
            (count(*) FILTER (WHERE reason IS NULL))::int AS placed,
            (count(*) FILTER (WHERE scenario))::int AS scenario, bool_or(scenario IS NOT NULL) AS known
       FROM match_person WHERE run_id = $1 AND area >= $2 AND area < $3 GROUP BY 1, 2 ORDER BY 1, 2`,
    [run, lo, hi, step],
  )

/** Those without a vacancy by area, first wish and reason, the most first. */
export const gapsOf = (tx: Tx, run: number, { lo, hi }: Interval, step: number) =>
  tx.query<{ area: number; occupation: string | null; reason: string; people: number }>(
    `SELECT area / $4::bigint * $4::bigint AS area, occupation, reason, count(*)::int AS people
       FROM match_person WHERE run_id = $1 AND area >= $2 AND area < $3 AND reason IS NOT NULL
      GROUP BY 1, 2, 3 ORDER BY 4 DESC, 1, 2, 3`,
    [run, lo, hi, step],
  )

export type PersonOfRun = Pick<MatchPersonRow, 'person_id' | 'area' | 'tier' | 'asked' | 'occupation' | 'reason'> & {
  name: string | null
  vacancy: number | null
  title: string | null
  employer: string | null
}
export type PeopleWanted = {
  within: Interval
  part: 'placed' | 'unmatched' | 'scenario' | undefined
  reason: string | undefined
  tier: number | undefined
  /** A small class; null = none is known. */
  occupation: string | null | undefined
  after: number
  limit: number
}

/** By ledger id. */
export function peopleOf(tx: Tx, run: number, wanted: PeopleWanted): Promise<PersonOfRun[]> {
  const values: unknown[] = [run, wanted.within.lo, wanted.within.hi, wanted.after]
  const put = (value: unknown) => `$${values.push(value)}`
  const where = ['m.run_id = $1 AND m.area >= $2 AND m.area < $3 AND m.person_id > $4']
  if (wanted.part === 'placed') where.push('m.reason IS NULL')
  if (wanted.part === 'unmatched') where.push('m.reason IS NOT NULL')
  if (wanted.part === 'scenario') where.push('m.scenario')
  if (wanted.reason !== undefined) where.push(`m.reason = ${put(wanted.reason)}`)
  if (wanted.tier !== undefined) where.push(`m.tier = ${put(wanted.tier)}`)
  if (wanted.occupation === null) where.push('m.occupation IS NULL')
  else if (wanted.occupation !== undefined) where.push(`m.occupation = ${put(wanted.occupation)}`)
  return tx.query(
    `SELECT m.person_id, m.area, m.tier, m.asked, m.occupation, m.reason, p.name, v.id AS vacancy, v.title, v.employer
       FROM (SELECT * FROM match_person AS m WHERE ${where.join(' AND ')} ORDER BY m.person_id LIMIT ${put(wanted.limit)}) AS m
       LEFT JOIN person AS p ON p.county = m.county AND p.id = m.person_id
       LEFT JOIN match_proposal AS a ON a.county = m.county AND a.run_id = m.run_id AND a.person_id = m.person_id AND a.rank = 1
       LEFT JOIN vacancy AS v ON v.id = a.vacancy_id
      ORDER BY m.person_id`,
    values,
  )
}

export const vacanciesOf = (
  tx: Tx,
  run: number,
  { part, after, limit }: { part: 'left' | 'full' | undefined; after: number; limit: number },
) => {
  const wanted = part === 'left' ? 'AND given < openings' : part === 'full' ? 'AND given >= openings' : ''
  return tx.query<MatchVacancyRow>(
    `SELECT * FROM match_vacancy WHERE run_id = $1 AND vacancy_id > $2 ${wanted} ORDER BY vacancy_id LIMIT $3`,
    [run, after, limit],
  )
}

export async function openingsLeft(tx: Tx, run: number) {
  const [row] = await tx.query<{ vacancies: number; openings: number; given: number; left: number }>(
    `SELECT count(*)::int AS vacancies, coalesce(sum(openings), 0)::int AS openings, coalesce(sum(given), 0)::int AS given,
            (count(*) FILTER (WHERE given < openings))::int AS left FROM match_vacancy WHERE run_id = $1`,
    [run],
  )
  return row!
}

/** As they are now: a run names vacancies by their ids, and what one said may have been corrected since. */
export async function vacanciesById(tx: Tx, ids: readonly number[]): Promise<Map<number, Vacancy>> {
  if (ids.length === 0) return new Map()
  const rows = await tx.query<Vacancy>(`SELECT ${ALL} FROM vacancy WHERE id = ANY ($1)`, [ids])
  return new Map(rows.map((row) => [row.id, row]))
}

export async function findPersonOfRun(tx: Tx, run: number, { county, id }: { county: number; id: number }) {
  const [row] = await tx.query<MatchPersonRow>(
    'SELECT * FROM match_person WHERE county = $1 AND run_id = $2 AND person_id = $3',
    [county, run, id],
  )
  return row
}

export const proposalsOf = (tx: Tx, run: number, { county, id }: { county: number; id: number }) =>
  tx.query<MatchProposalRow>(
    'SELECT * FROM match_proposal WHERE county = $1 AND run_id = $2 AND person_id = $3 ORDER BY rank',
    [county, run, id],
  )

export const proposalsOfAll = (tx: Tx, run: number, county: number, people: readonly number[]) =>
  tx.query<Pick<MatchProposalRow, 'person_id' | 'vacancy_id'>>(
    'SELECT person_id, vacancy_id FROM match_proposal WHERE county = $1 AND run_id = $2 AND person_id = ANY ($3) ORDER BY rank',
    [county, run, people],
  )

export const matchVacancies = (tx: Tx, run: number, vacancies: readonly number[]) =>
  tx.query<MatchVacancyRow>('SELECT * FROM match_vacancy WHERE run_id = $1 AND vacancy_id = ANY ($2)', [run, vacancies])

export type ProposedTo = Pick<MatchProposalRow, 'person_id' | 'area' | 'rank' | 'points' | 'priority'> & {
  name: string | null
}

/** Whom a vacancy is proposed to: those with the reserved place first, each by the public order. */
export const proposedTo = (
  tx: Tx,
  run: number,
  vacancy: number,
  { after, limit }: { after: { isBackUp: number; before: number; id: number }; limit: number },
) =>
  tx.query<ProposedTo>(
    `SELECT m.person_id, m.area, m.rank, m.points, m.priority, p.name
       FROM match_proposal AS m LEFT JOIN person AS p ON p.county = m.county AND p.id = m.person_id
      WHERE m.run_id = $1 AND m.vacancy_id = $2 AND ((m.rank > 1)::int, -m.priority, m.person_id) > ($3, $4, $5)
      ORDER BY (m.rank > 1)::int, -m.priority, m.person_id LIMIT $6`,
    [run, vacancy, after.isBackUp, after.before, after.id, limit],
  )
