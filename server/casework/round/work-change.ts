import { addDays, isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import type { roundApi } from '#domain/casework/round.api.ts'
import * as codes from '#domain/people/codes.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { countsUntil } from '#domain/plan/round.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import {
  type Change,
  insertEmployment,
  isSaid,
  type NewEmployment,
  supersedeEmployment,
} from '../../people/employment/employment.sql.ts'
import { checkSpan, checkVerifiedOn } from '../../people/employment/employment-days.ts'
import { checkCode, refusePlace, refuseSaid } from '../../people/employment/employments.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'
import type { RowToSave } from '../../people/list/people-given.ts'
import { refuseDay } from '../../people/list/question.ts'
import { areaNames } from '../../places/area-names.ts'
import type { StandingRow } from './round-list.sql.ts'
import { refuseStale } from './stale.ts'

export type Answer = Input<typeof roundApi.answerRound>['body']
type Ctx_ = Pick<Ctx, 'now' | 'post'>
type Asked = { person: FoundPerson; standing: readonly StandingRow[]; body: Answer; ctx: Ctx_; plan: Plan }
type Step = { spell: StandingRow; change: Change; why: string } | { begun: NewEmployment }

/** What an answer would do to the spells of work that stand, in this order; refuses what cannot be. Writes nothing. */
export async function workChanges(tx: Tx, asked: Asked): Promise<Step[]> {
  const { body, standing } = asked
  if (body.outcome === 'same') return standing.map((spell) => verified(asked, spell))
  if (body.outcome === 'ended') return [ended(asked, spellOf(asked), addDays(dayOf(body), 1))]
  if (body.outcome === 'changed') return changed(tx, asked)
  return []
}

/** The rows as they would stand, for what is asked before they are saved. */
export const rowsToSave = (steps: readonly Step[]): RowToSave[] =>
  steps.map((step) =>
    'begun' in step
      ? { record: 'employment', row: step.begun }
      : { record: 'employment', id: step.spell.id, row: step.change },
  )

/** Makes the changes; the id of the spell that was ended, corrected or begun last, null where none was. */
export async function changeWork(tx: Tx, { person, body, ctx }: Asked, steps: readonly Step[]): Promise<number | null> {
  let last: number | null = null
  for (const step of steps)
    last = 'begun' in step ? (await insertEmployment(tx, step.begun)).id : await supersede(tx, person, step, ctx)
  return body.outcome === 'same' ? null : last
}

function verified({ body, ctx, plan }: Asked, spell: StandingRow): Step {
  checkVerifiedOn(body.on, { from: spell.valid_from }, ctx.now)
  return { spell, change: verificationOf(body, ctx, plan), why: 'verified' }
}

const verificationOf = ({ on, method }: Answer, { post }: Ctx_, plan: Plan) => ({
  verified_on: on,
  verified_method: method,
  verified_by: post.title,
  verified_until: countsUntil(plan, method, on),
})

function ended({ person, ctx }: Asked, spell: StandingRow, to: string): Step {
  checkSpan({ from: spell.valid_from, to }, { ...person, death_date: null }, ctx.now)
  return { spell, change: { valid_to: to, recorded_by: ctx.post.id }, why: 'ended' }
}

/** Another wage at the same work corrects the spell; other work ends it and begins a new one. */
async function changed(tx: Tx, asked: Asked): Promise<Step[]> {
  const { person, body, ctx, plan } = asked
  const { work } = body
  if (!work) return refuseIncomplete('work')
  checkCode('channel', work.channel, codes.channel)
  if ((await areaNames(tx)).find(work.place) === undefined) refusePlace(work.place)
  const verification = verificationOf(body, ctx, plan)
  const wage = work.monthlyWageFen ?? null
  const spell = body.employment === undefined ? undefined : spellOf(asked)
  if (
    spell &&
    spell.place === work.place &&
    spell.channel === work.channel &&
    spell.employer === (work.employer ?? null)
  ) {
    checkVerifiedOn(body.on, { from: spell.valid_from }, ctx.now)
    return [{ spell, change: { monthly_wage_fen: wage, ...verification }, why: 'correction' }]
  }
  const from = dayOf(body)
  checkSpan({ from, to: null }, person, ctx.now)
  checkVerifiedOn(body.on, { from }, ctx.now)
  const begun = {
    ...{ county: person.county, area: person.area, person_id: person.id, place: work.place, channel: work.channel },
    ...{ employer: work.employer ?? null, industry: work.industry ?? null },
    ...{ point_to_point: work.pointToPoint ?? null, monthly_wage_fen: wage, valid_from: from, valid_to: null },
    ...{ known_from: ctx.now.toISOString(), source: 'officer', evidence: evidenceOf(body.method) },
    ...{ recorded_by: ctx.post.id, ...verification },
  }
  if (await isSaid(tx, begun)) refuseSaid()
  return [...(spell ? [ended(asked, spell, from)] : []), { begun }]
}

/** 佐证 of what was heard. */
export const evidenceOf = (method: Answer['method']): string => (method === 'phone' ? 'call' : method)

async function supersede(
  tx: Tx,
  person: FoundPerson,
  { spell, change, why }: Exclude<Step, { begun: NewEmployment }>,
  { now }: Ctx_,
): Promise<number> {
  const seen = { county: person.county, person: person.id, employment: spell.id, knownFrom: spell.known_from }
  const kept = await supersedeEmployment(tx, seen, change, { now, why })
  return kept?.id ?? refuseStale()
}

function spellOf({ standing, body }: Asked): StandingRow {
  return standing.find(({ id }) => id === body.employment) ?? refuseIncomplete('employment')
}

/** The day on which it happened: asked for wherever the ledger must say since when. */
export function dayOf({ happenedOn }: Answer): string {
  if (happenedOn === undefined) return refuseIncomplete('happenedOn')
  if (!isDay(happenedOn)) refuseDay(happenedOn)
  return happenedOn
}

const MISSING = {
  employment: { zh: '请选择是哪一段务工。', en: 'Say which spell of work is meant.' },
  happenedOn: { zh: '请写明发生的日期。', en: 'Say on which day it happened.' },
  work: { zh: '请写明现在的务工地和就业渠道。', en: 'Say where the work is now and how it was found.' },
}
function refuseIncomplete(field: keyof typeof MISSING): never {
  return fail('casework.round.incomplete', MISSING[field], { status: 422, where: { field } })
}
