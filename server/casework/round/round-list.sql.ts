import type { EmploymentRow, RoundAnswerRow } from '#db/types.ts'
import type { RoundPart } from '#domain/plan/round.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { relationAt } from '../../people/as-of.ts'
import type { PersonKey } from '../../people/list/person-line.sql.ts'

export type StandingRow = Pick<
  EmploymentRow,
  | 'id'
  | 'person_id'
  | 'known_from'
  | 'place'
  | 'channel'
  | 'employer'
  | 'monthly_wage_fen'
  | 'valid_from'
  | 'verified_on'
  | 'verified_method'
  | 'verified_by'
  | 'verified_until'
>
export type AnswerRow = Pick<
  RoundAnswerRow,
  | 'id'
  | 'person_id'
  | 'known_from'
  | 'outcome'
  | 'verified_on'
  | 'verified_method'
  | 'verified_by'
  | 'happened_on'
  | 'recorded_by'
>

const inForce = (alias: string, day: string) =>
  `${alias}.valid_from <= ${day} AND (${alias}.valid_to IS NULL OR ${alias}.valid_to > ${day})`
const keyed = 'unnest($1::int[], $2::bigint[]) AS k(county, id)'
const keysOf = (keys: readonly PersonKey[]) => [keys.map(({ county }) => county), keys.map(({ id }) => id)]

/** Of these people, those the post may see. */
export const keysOfPeople = (tx: Tx, ids: readonly number[], { knownAt }: Clocks) =>
  tx.query<PersonKey>(
    `SELECT p.county, p.id FROM ${relationAt(knownAt)('person')} AS p WHERE p.id = ANY($1::bigint[]) ORDER BY p.area, p.id`,
    [ids],
  )

/** Spells of work in force on the day, the one begun last first. */
export const standingWork = (tx: Tx, keys: readonly PersonKey[], { on, knownAt }: Clocks) =>
  tx.query<StandingRow>(
    `SELECT e.id, e.person_id, e.known_from, e.place, e.channel, e.employer, e.monthly_wage_fen, e.valid_from,
            e.verified_on, e.verified_method, e.verified_by, e.verified_until
       FROM ${keyed} JOIN ${relationAt(knownAt)('employment')} AS e ON e.county = k.county AND e.person_id = k.id
      WHERE ${inForce('e', '$3')} ORDER BY e.valid_from DESC, e.id DESC`,
    [...keysOf(keys), on],
  )

/** The last answer of the month in which the day lies, whichever day of it is asked about. */
export const lastAnswers = (tx: Tx, keys: readonly PersonKey[], round: string, { on, knownAt }: Clocks) =>
  tx.query<AnswerRow>(
    `SELECT DISTINCT ON (a.person_id) a.id, a.person_id, a.known_from, a.outcome, a.verified_on, a.verified_method,
            a.verified_by, a.happened_on, a.recorded_by
       FROM ${keyed} JOIN ${relationAt(knownAt)('round_answer')} AS a ON a.county = k.county AND a.person_id = k.id
      WHERE a.round = $4 AND ${inForce('a', '$3')} ORDER BY a.person_id, a.known_from DESC, a.id DESC`,
    [...keysOf(keys), on, round],
  )

/** What a line shows beside what every list shows, and in which part of the round the person is. */
export const partsAndPhones = (
  tx: Tx,
  keys: readonly PersonKey[],
  parts: readonly [RoundPart, condition: string][],
  { knownAt }: Clocks,
) =>
  tx.query<{ id: number; phone_mask: string | null; part: RoundPart | null }>(
    `SELECT p.id, p.phone_mask, CASE ${parts.map(([part, condition]) => `WHEN ${condition} THEN '${part}'`).join(' ')} END AS part
       FROM ${keyed} JOIN ${relationAt(knownAt)('person')} AS p ON p.county = k.county AND p.id = k.id`,
    keysOf(keys),
  )
