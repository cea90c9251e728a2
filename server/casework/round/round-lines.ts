import type { Static } from 'typebox'
import type { RoundAnswer, RoundLine, StandingWork } from '#domain/casework/round.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { partRule, type Round, roundParts } from '#domain/plan/round.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { type PersonKey, personLines } from '../../people/list/person-line.ts'
import { compiledRule, ruleSql } from '../../people/why/compiled.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { type AnswerRow, lastAnswers, partsAndPhones, type StandingRow, standingWork } from './round-list.sql.ts'

export type Line = Static<typeof RoundLine>

/** A part of the round as SQL over `p`, read on both clocks. */
export const partSql = (plan: Plan, round: Round, part: Parameters<typeof partRule>[1], clocks: Clocks): string =>
  ruleSql(compiledRule(plan, 'person', partRule(round, part), clocks.on), clocks, { alias: 'p' })

/** People of the round as the work list shows them, in the order of the keys. Four queries, however many there are. */
export async function roundLines(
  tx: Tx,
  keys: readonly PersonKey[],
  { plan, round, clocks, post }: { plan: Plan; round: Round; clocks: Clocks; post: number },
): Promise<Line[]> {
  if (keys.length === 0) return []
  const people = await personLines(tx, keys, clocks)
  const parts = roundParts.map((part) => [part, partSql(plan, round, part, clocks)] as const)
  const further = new Map(
    (await partsAndPhones(tx, keys, [...parts.map(([part, sql]) => [part, sql] as [typeof part, string])], clocks)).map(
      (row) => [row.id, row],
    ),
  )
  const standing = Map.groupBy(await standingWork(tx, keys, clocks), (row) => row.person_id)
  const answers = new Map((await lastAnswers(tx, keys, round.key, clocks)).map((row) => [row.person_id, row]))
  const names = await areaNames(tx)
  return people.map((person) => {
    const answer = answers.get(person.id)
    return {
      ...person,
      phone: further.get(person.id)?.phone_mask ?? null,
      part: further.get(person.id)?.part ?? null,
      standing: (standing.get(person.id) ?? []).map((row) => viewStanding(row, names)),
      answer: answer ? viewAnswer(answer, post) : null,
    }
  })
}

const viewStanding = (row: StandingRow, names: AreaNames): Static<typeof StandingWork> => ({
  employment: row.id,
  knownFrom: row.known_from,
  place: row.place,
  placeName: names.pathOf(row.place),
  channel: row.channel,
  employer: row.employer,
  monthlyWageFen: row.monthly_wage_fen,
  from: row.valid_from,
  verified:
    row.verified_on === null
      ? null
      : { on: row.verified_on, method: row.verified_method, by: row.verified_by, until: row.verified_until },
})

const viewAnswer = (row: AnswerRow, post: number): Static<typeof RoundAnswer> => ({
  id: row.id,
  knownFrom: row.known_from,
  outcome: row.outcome as Static<typeof RoundAnswer>['outcome'],
  on: row.verified_on,
  method: row.verified_method,
  by: row.verified_by,
  happenedOn: row.happened_on,
  own: row.recorded_by === post,
})
