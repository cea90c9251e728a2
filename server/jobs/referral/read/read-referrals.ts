import type { WageClaimRow } from '#db/types.ts'
import { can } from '#domain/access/permission.ts'
import { addDays } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { Queue, referralApi } from '#domain/jobs/referral/referral.api.ts'
import { actsOf, type ReferralAct, stateOf } from '#domain/jobs/referral/referral-state.ts'
import { openingsLeft } from '#domain/jobs/vacancy/vacancy.ts'
import { recordRead } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { type FoundPerson, getPerson } from '../../../people/list/find-person.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { readQuestion } from '../../../people/list/question.ts'
import { areaCondition } from '../../../people/list/scope-intervals.ts'
import { areaNames } from '../../../places/area-names.ts'
import { resolveArea } from '../../../places/resolve-area.ts'
import { findVacancy } from '../../vacancy/vacancy.sql.ts'
import { absent as noVacancy } from '../../vacancy/vacancy-refusals.ts'
import { workOf } from '../place-referral.ts'
import { limitsOn, monthsOn, retryDaysOn } from '../referral-days.ts'
import * as refuse from '../referral-refusals.ts'
import { claimsOf, phoneMaskOf, versionsOf } from '../retention.sql.ts'
import { type Asked, countQueues, type Line, linesOf, listLines, sortDay } from './referral-list.sql.ts'
import { historyOf, type Judged, judged, referralLine, retainedOf } from './referral-view.ts'

type Given = Pick<PeopleGiven, 'plan' | 'defaults'>
const PAGE = 50

export async function askedOn(given: Given, on: string | undefined): Promise<Asked> {
  const day = on ?? (await given.defaults()).on
  const plan = given.plan()
  return { on: day, limits: limitsOn(plan, day), months: monthsOn(plan, day) }
}

/** A page of the board, and how much each of its queues holds. */
export async function listReferrals(
  tx: Tx,
  query: Input<typeof referralApi.listReferrals>['query'],
  ctx: Ctx,
  given: Given,
): Promise<Reply<typeof referralApi.listReferrals>> {
  const asked = await askedOn(given, query.on)
  const { asOf } = await readQuestion(tx, { on: asked.on }, { today: asked.on, now: ctx.now })
  const area = query.area === undefined ? 'TRUE' : areaCondition(await resolveArea(tx, query.area, asOf.division), 'r')
  const queue: Queue = query.queue ?? 'todo'
  const limit = query.limit ?? PAGE
  const found = await listLines(tx, asked, { queue, area, after: readPlace(query.after), limit: limit + 1 })
  const page = found.slice(0, limit)
  const counts = await countQueues(tx, asked, area)
  const lines = await linesShown(tx, page, asked)
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'person', ids: page.map(({ person_id }) => person_id), ...(query.area && { area: query.area }) },
    ...{ detail: `referrals ${queue}, on ${asked.on}`, rows: page.length },
  })
  return { on: asked.on, counts, lines, next: found.length > limit ? placeOf(queue, page.at(-1)!) : null }
}

async function linesShown(tx: Tx, rows: readonly Line[], asked: Asked) {
  const names = await areaNames(tx)
  return (await judged(tx, rows, asked)).map((each) => referralLine(each, asked.on, names))
}

const placeOf = (queue: Queue, line: Line): string => `${sortDay(queue, line)}:${line.id}`
function readPlace(after: string | undefined): { day: string; id: number } | undefined {
  if (after === undefined) return undefined
  const [, day, id] = /^(\d{4}-\d{2}-\d{2}):(\d{1,15})$/.exec(after) ?? []
  if (day !== undefined && id !== undefined) return { day, id: Number(id) }
  return fail('people.page.unknown', {
    zh: '翻页位置无效。请回到名单第一页。',
    en: 'There is no such page. Go back to the first page of the list.',
  })
}

export async function listOfPerson(tx: Tx, id: number, on: string | undefined, ctx: Ctx, given: Given) {
  const asked = await askedOn(given, on)
  const person = await getPerson(tx, id)
  const lines = await linesOf(tx, asked, { county: person.county, person: person.id })
  const claims = (await claimsOf(tx, person)).map(claimView)
  await recordRead(tx, ctx.actor, { ...reading(person), detail: 'referrals', rows: lines.length })
  return { referrals: await linesShown(tx, lines, asked), claims }
}

const reading = ({ county, area, id }: FoundPerson) => ({
  action: 'people.read',
  object: { kind: 'person', county, area, id },
})

const claimView = (row: WageClaimRow) => ({
  ...{ id: row.id, knownFrom: row.known_from, employer: row.employer, amountFen: row.amount_fen },
  ...{ monthFrom: row.month_from.slice(0, 7), monthTo: addDays(row.month_to, -1).slice(0, 7) },
  ...{ toldBy: row.told_by as 'person', toldOn: row.valid_from, settledOn: row.valid_to, settlement: row.settlement },
})

export async function listOfVacancy(tx: Tx, id: number, on: string | undefined, ctx: Ctx, given: Given) {
  const asked = await askedOn(given, on)
  const vacancy = (await findVacancy(tx, id, { on: asked.on, knownAt: null })) ?? noVacancy()
  const lines = await linesOf(tx, asked, { vacancyCounty: vacancy.county, vacancy: id })
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'person', ids: lines.map(({ person_id }) => person_id) },
    ...{ detail: `referrals to vacancy ${id}`, rows: lines.length },
  })
  return { referrals: await linesShown(tx, lines, asked) }
}

/** Everything of one referral: where it stands, what can be done, and how it came to that. */
export async function viewReferral(
  tx: Tx,
  id: number,
  on: string | undefined,
  ctx: Ctx,
  given: Given,
): Promise<Reply<typeof referralApi.getReferral>> {
  const asked = await askedOn(given, on)
  const [line] = await linesOf(tx, asked, { id })
  if (!line) return refuse.absent()
  const person = await getPerson(tx, line.person_id)
  const [whole] = await judged(tx, [line], asked)
  await recordRead(tx, ctx.actor, { ...reading(person), detail: `referral ${id}`, rows: 1 })
  const names = await areaNames(tx)
  const { person: days1, employer: days2, arrange } = daysOf(asked)
  return {
    ...referralLine(whole!, asked.on, names),
    ...statedOf(line),
    limits: { person: days1, employer: days2, arrange },
    retryDays: retryDaysOn(given.plan(), asked.on),
    can: actsNow(whole!, ctx),
    ...{ checks: whole!.checks, retained: retainedOf(whole!.checks, asked.on) },
    work: await workShown(tx, line, asked.on, names),
    phoneMask: await phoneMaskOf(tx, person),
    owed: (await claimsOf(tx, person)).some(({ valid_to }) => valid_to === null),
    history: historyOf(await versionsOf(tx, line), whole!.answers),
  }
}

const daysOf = ({ limits }: Asked) => ({
  person: limits.referral_person_days,
  employer: limits.referral_employer_days,
  arrange: limits.referral_arrange_days,
})

/** What the table of states allows, for whoever may refer; a placement somebody was asked about is no mistake any more. */
function actsNow({ line, answers }: Judged, { post }: Ctx): ReferralAct[] {
  if (!can(post, 'jobs.refer').allowed) return []
  return actsOf(stateOf(line)).filter((act) => act !== 'undo' || answers.length === 0)
}

const statedOf = (line: Line) => ({
  ...{ knownFrom: line.known_from, source: line.source },
  ...{ personAnswer: line.person_answer, personReason: line.person_reason, personAnsweredOn: line.person_answered_on },
  ...{ employerAnswer: line.employer_answer, employerReason: line.employer_reason },
  ...{ employerAnsweredOn: line.employer_answered_on, interviewResult: line.interview_result },
  ...{ trialFrom: line.trial_from, termTo: line.term_to },
})

async function workShown(tx: Tx, line: Line, on: string, names: Awaited<ReturnType<typeof areaNames>>) {
  const vacancy = (await findVacancy(tx, line.vacancy_id, { on, knownAt: null })) ?? noVacancy()
  const { place, channel, employer, industry } = workOf(vacancy, line.county)
  const byMonth = vacancy.wage_form === 'month' || vacancy.wage_form === 'piece'
  const monthly = byMonth ? (vacancy.wage_low_fen ?? vacancy.wage_high_fen) : null
  return {
    ...{ place, placeName: names.pathOf(place), channel, employer, industry, wageFen: monthly },
    ...{ openings: vacancy.openings, left: openingsLeft(vacancy), workTo: vacancy.work_to },
    hazards: vacancy.hazards,
  }
}
