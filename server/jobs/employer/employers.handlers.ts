import { fail } from '#domain/base/fail.ts'
import type { Handlers, Reply } from '#domain/base/route.ts'
import type { employerApi } from '#domain/jobs/employer/employer.api.ts'
import type { Limits } from '#domain/jobs/referral/referral-state.ts'
import { checkVacancy } from '#domain/jobs/vacancy/check-vacancy.ts'
import type { VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'
import { mayDo, stateOn } from '#domain/jobs/vacancy/vacancy.ts'
import { countyOf } from '#domain/places/area.ts'
import { readCreditCode } from '#domain/places/credit-code.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { AccessDoor } from '../../access/access-door.ts'
import { closeEmployer, listEmployers, openEmployer } from '../../access/account/employers.ts'
import { recordRead, recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { once } from '../../people/once.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { jobData } from '../job-data.ts'
import { limitsOn } from '../referral/referral-days.ts'
import { insertVacancy, supersedeVacancy } from '../vacancy/vacancy.sql.ts'
import { noteVacancyChanged } from '../vacancy/vacancy-changes.ts'
import * as refuse from '../vacancy/vacancy-refusals.ts'
import { checkFacts, columnsOf, minimumOn, termColumns } from '../vacancy/vacancy-rows.ts'
import { nameOf, standingOf, vacancyLine } from '../vacancy/vacancy-view.ts'
import * as sql from './employer.sql.ts'
import { answerOwn, referredView } from './own-referrals.ts'

export type EmployersGiven = Pick<PeopleGiven, 'plan' | 'defaults'> & { access: AccessDoor }

/** What an employer does with its own vacancies, and what its county does with the employer's account and what it submits. */
export function employerHandlers(given: EmployersGiven): Handlers<typeof employerApi, Ctx> {
  const today = async () => (await given.defaults()).on
  return {
    getEmployer: async (_, ctx) => {
      const on = await today()
      return own(ctx, async (tx) => viewOf(tx, ctx, on, limitsOn(given.plan(), on)))
    },
    submitVacancy: async ({ body }, ctx) => {
      const facts = await wholeFacts(ctx, body.facts, today)
      return own(ctx, async (tx) => {
        await checkFacts(tx, facts, given.plan())
        const area = ctx.post.area ?? refuse.noArea()
        const { creditCode: _, kind: _k, ...stated } = facts
        const id = await sql.keepSubmission(tx, {
          ...{ county: countyOf(area), area, creditCode: codeOf(ctx), facts: stated, clientId: body.clientId },
          ...{ post: ctx.post.id, at: ctx.now.toISOString() },
        })
        await told(tx, ctx, { id, area, detail: 'submit' })
        return { id }
      })
    },
    refreshOwnVacancy: ({ params, body }, ctx) =>
      onOwn(ctx, params.id, body.knownFrom, 'refresh', today, (row, on) => {
        if (row.work_to !== null && row.work_to <= on) refuse.workOver(row.work_to)
        return { change: termColumns(given.plan(), later(on, row.refreshed_on), row.work_to), why: 'refreshed' }
      }),
    closeOwnVacancy: ({ params, body }, ctx) =>
      onOwn(ctx, params.id, body.knownFrom, 'close', today, (row, on) => ({
        change: { valid_to: later(on, row.valid_from), close_reason: body.reason },
        why: 'ended',
      })),
    answerOwnReferral: async ({ params, body }, ctx) => {
      const on = await today()
      return own(ctx, (tx) => answerOwn(tx, ctx, params.id, body, on))
    },
    listSubmissions: (_, ctx) =>
      ctx.asPost(async (tx) => {
        const [names, rows, on] = [await areaNames(tx), await sql.waitingSubmissions(tx), await today()]
        await recordRead(tx, ctx.actor, {
          action: 'jobs.admit',
          object: { kind: 'vacancy_submission' },
          rows: rows.length,
        })
        const minimum = minimumOn(given.plan(), on)
        return { submissions: rows.map((row) => submissionLine(row, names, minimum)) }
      }),
    decideSubmission: async ({ params, body }, ctx) => {
      const done = await decide(ctx, params.id, body, { plan: given.plan(), on: await today() })
      if (done.vacancy !== null) noteVacancyChanged(done.vacancy)
      return done
    },
    listEmployers: async (_, ctx) => ({ employers: await listEmployers(given.access, unitOf(ctx), ctx.actor) }),
    openEmployer: async ({ body }, ctx) => {
      const code = readCreditCode(body.creditCode)
      if (!code.ok) refuseCode(code.words)
      const opening = { ...body, creditCode: code.code, unit: unitOf(ctx) }
      return openEmployer(given.access, opening, ctx.actor, ctx.now)
    },
    closeEmployer: async ({ params }, ctx) => {
      await closeEmployer(given.access, params.id, unitOf(ctx), ctx.actor, ctx.now)
      return { id: params.id }
    },
  }
}

const later = (one: string, other: string): string => (one > other ? one : other)
const unitOf = (ctx: Ctx): number => ctx.post.area ?? refuse.noArea()
const codeOf = ({ post }: Ctx): string => post.creditCode ?? refuse.noArea()

function own<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T> {
  if (!ctx.asEmployer) throw new Error('this context has no login of organisations')
  return ctx.asEmployer(work)
}

type Submitted = Parameters<Handlers<typeof employerApi, Ctx>['submitVacancy']>[0]['body']['facts']

/** Who offers it is whoever is signed in; where the work is must lie where the unit can look, or outside the city. */
async function wholeFacts(ctx: Ctx, facts: Submitted, today: () => Promise<string>): Promise<VacancyFacts> {
  return { ...facts, kind: 'employer', employer: ctx.post.title, creditCode: codeOf(ctx), from: await today() }
}

const told = (tx: Tx, ctx: Ctx, { id, area, detail }: { id: number; area: number; detail: string }) =>
  recordWrite(tx, ctx.actor, {
    action: 'jobs.offer',
    object: { kind: 'vacancy', county: countyOf(area), area, id },
    ...{ detail, rows: 1 },
  })

type View = Reply<typeof employerApi.getEmployer>
async function viewOf(tx: Tx, ctx: Ctx, on: string, limits: Limits): Promise<View> {
  const unit = unitOf(ctx)
  const names = await areaNames(tx)
  const vacancies = (await sql.ownVacancies(tx)).map((row) => {
    const vacancy = vacancyLine(row, { on, names })
    const acts = (['refresh', 'close'] as const).filter((act) => mayDo(act, vacancy.state))
    return { vacancy, knownFrom: row.known_from, refreshedOn: row.refreshed_on, can: acts }
  })
  const referrals = await sql.ownReferrals(tx, on)
  const ids = referrals.map(({ person_id }) => person_id)
  if (ids.length > 0)
    await recordRead(tx, ctx.actor, {
      ...{
        action: 'jobs.offer',
        object: { kind: 'person', ids },
        detail: 'referred to own vacancies',
        rows: ids.length,
      },
    })
  const submissions = (await sql.ownSubmissions(tx)).map(({ id, facts, submitted_at, decision, reason }) => ({
    ...{ id, title: facts.title, openings: facts.openings, submittedAt: submitted_at },
    ...{ state: decision ?? ('waiting' as const), reason },
  }))
  return {
    ...{ name: ctx.post.title, creditCode: codeOf(ctx), unitName: names.nameOf(unit) },
    ...{ places: await sql.placesOf(tx, unit), vacancies, submissions },
    referred: referrals.map((referral) => referredView(referral, limits)),
  }
}

type Row = NonNullable<Awaited<ReturnType<typeof sql.ownVacancy>>>
type Change = { change: Parameters<typeof supersedeVacancy>[2]; why: string }

/** On one of the employer's own, whose state allows it, in the version that was seen; one that is not its own is as if there were none. */
async function onOwn(
  ctx: Ctx,
  id: number,
  knownFrom: string,
  act: 'refresh' | 'close',
  today: () => Promise<string>,
  work: (row: Row, on: string) => Change,
): Promise<{ id: number }> {
  const on = await today()
  await own(ctx, async (tx) => {
    const row = (await sql.ownVacancy(tx, id)) ?? refuse.absent()
    if (!mayDo(act, stateOn(standingOf(row), on))) refuse.impossible()
    const { change, why } = work(row, on)
    const seen = { county: row.county, id, knownFrom }
    const kept = await supersedeVacancy(tx, seen, { ...change, recorded_by: ctx.post.id }, { now: ctx.now, why })
    if (!kept) refuse.stale()
    await told(tx, ctx, { id, area: row.area, detail: act })
  })
  noteVacancyChanged(id)
  return { id }
}

const factsOf = ({ facts, credit_code }: sql.Submission): VacancyFacts => ({
  ...facts,
  kind: 'employer',
  creditCode: credit_code,
})

function submissionLine(row: sql.Submission, names: AreaNames, minimum: ReturnType<typeof minimumOn>) {
  const { conditions } = jobData()
  const { employer, from: _, ...facts } = row.facts
  return {
    ...{ id: row.id, employer, creditCode: row.credit_code, submittedAt: row.submitted_at, facts },
    ...{ placeName: names.pathOf(facts.place), occupationName: nameOf(facts.occupation) },
    checks: checkVacancy(factsOf(row), { conditions, minimum }),
  }
}

type Decided = Parameters<Handlers<typeof employerApi, Ctx>['decideSubmission']>[0]['body']

/** Once: accepted with the licence seen, and then a vacancy like any other; or given back with what is to be mended. */
function decide(
  ctx: Ctx,
  id: number,
  body: Decided,
  { plan, on }: { plan: Plan; on: string },
): Promise<{ vacancy: number | null }> {
  const { clientId, decision, licenceSeenOn } = body
  const reason = body.reason?.trim() || null
  const sent = { clientId, post: ctx.post.id, name: 'decideSubmission', body: { id, body }, now: ctx.now }
  return ctx.asPost((tx) =>
    once(tx, sent, async () => {
      const row = (await sql.holdSubmission(tx, id)) ?? refuse.absent()
      if (row.decision !== null) refuseDecided()
      if (decision === 'returned' && reason === null) refuseNoReason()
      if (decision === 'accepted' && licenceSeenOn === undefined) refuseUnseen()
      const at = ctx.now.toISOString()
      await sql.keepDecision(tx, row, {
        decision,
        reason: decision === 'accepted' ? null : reason,
        post: ctx.post.id,
        at,
      })
      await recordWrite(tx, ctx.actor, {
        action: 'jobs.admit',
        object: { kind: 'vacancy_submission', county: row.county, area: row.area, id },
        ...{ detail: decision, rows: 1 },
      })
      if (decision === 'returned') return { vacancy: null }
      // Nobody was offered it before: its term begins with the decision, however long it waited for one.
      const facts = { ...factsOf(row), from: later(on, row.facts.from), licenceSeenOn: licenceSeenOn! }
      await checkFacts(tx, facts, plan)
      const kept = await insertVacancy(tx, {
        ...{ county: row.county, area: row.area, id, ...columnsOf(facts), taken: 0 },
        ...termColumns(plan, facts.from, facts.workTo ?? null),
        ...{ phone_cipher: null, phone_mask: null, known_from: at, source: 'employer', recorded_by: ctx.post.id },
      })
      return { vacancy: kept.id }
    }),
  )
}

function refuseCode(words: { zh: string; en: string }): never {
  return fail(
    'jobs.employer.code',
    { zh: `${words.zh}。`, en: `${words.en}.` },
    { status: 422, where: { field: 'creditCode' } },
  )
}
function refuseDecided(): never {
  return fail(
    'jobs.submission.decided',
    { zh: '这份申报已有人核对过，请刷新。', en: 'Somebody has decided on this already: reload.' },
    { status: 409 },
  )
}
function refuseNoReason(): never {
  return fail(
    'jobs.submission.noReason',
    { zh: '退回要写明原因和怎么改。', en: 'Say why it is given back and what is to be mended.' },
    { status: 422, where: { field: 'reason' } },
  )
}
function refuseUnseen(): never {
  return fail(
    'jobs.submission.unseen',
    {
      zh: '核对营业执照后填写核对日期，再登记。',
      en: 'Enter the day on which the licence was seen; then it can be entered.',
    },
    { status: 422, where: { field: 'licenceSeenOn' } },
  )
}
