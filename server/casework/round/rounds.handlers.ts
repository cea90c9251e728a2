import { addMonths, isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Handlers, Reply } from '#domain/base/route.ts'
import type { roundApi } from '#domain/casework/round.api.ts'
import * as codes from '#domain/people/codes.ts'
import { countsUntil, type Round } from '#domain/plan/round.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { bumpLedger } from '../../people/employment/employment.sql.ts'
import { todayOf } from '../../people/employment/employment-days.ts'
import { checkCode } from '../../people/employment/employments.ts'
import { type FoundPerson, getPerson } from '../../people/list/find-person.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { refuseDay } from '../../people/list/question.ts'
import { once } from '../../people/once.ts'
import { findAnswer, insertAnswer, isBuiltUpon, lockPerson, restoreWork, withdrawAnswer } from './answer.sql.ts'
import { listRound } from './list-round.ts'
import { roundCoverage } from './round-coverage.ts'
import { roundLines } from './round-lines.ts'
import { lastAnswers, standingWork } from './round-list.sql.ts'
import { getRound, monthStart } from './round-view.ts'
import { refuseStale } from './stale.ts'
import { type Answer, changeWork, dayOf, evidenceOf, rowsToSave, workChanges } from './work-change.ts'

type Done = Reply<typeof roundApi.answerRound>

/** The monthly round: the list, how far it is, what was heard of one person, and taking that back. */
export function roundHandlers(given: PeopleGiven): Handlers<typeof roundApi, Ctx> {
  const command = (ctx: Ctx, name: string, params: { id: number }, body: { clientId: string }, act: Act) =>
    ctx.asPost((tx) =>
      once(tx, { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }, async () => {
        const person = await getPerson(tx, params.id)
        await lockPerson(tx, person)
        const round = getRound(given.plan())
        const done = await act(tx, person, round)
        return finish(tx, { ctx, given, person, round, ...done })
      }),
    )
  return {
    listRound: ({ query }, ctx) => ctx.asPost((tx) => listRound(tx, query, ctx, given)),
    getRoundCoverage: ({ query }, ctx) => ctx.asPost((tx) => roundCoverage(tx, query, ctx, given)),
    answerRound: ({ params, body }, ctx) =>
      command(ctx, 'answerRound', params, body, async (tx, person, round) => {
        const answer = await answerOne(tx, { person, round, body, ctx, given })
        return { answer, on: body.on, detail: `round ${round.key} ${body.outcome}`, fields: fieldsOf(body) }
      }),
    withdrawRoundAnswer: ({ params, body }, ctx) =>
      command(ctx, 'withdrawRoundAnswer', params, body, async (tx, person, round) => {
        const said = await findAnswer(tx, person, params.answer)
        if (!said) refuseAbsent(params.answer)
        if (said.recorded_by !== ctx.post.id) refuseOthers()
        if (await isBuiltUpon(tx, person, said)) refuseBuiltUpon()
        await restoreWork(tx, person, said.known_from, ctx.now)
        await withdrawAnswer(tx, person, said.id, ctx.now)
        const detail = `round ${round.key} withdrawn ${said.id}`
        return { answer: null, on: said.verified_on, detail, fields: ['round_answer', 'employment'] }
      }),
  }
}

type Did = { answer: number | null; on: string; detail: string; fields: string[] }
type Act = (tx: Tx, person: FoundPerson, round: Round) => Promise<Did>

/** Nothing is said without its line in the log, the county's new head, and the file determined again: all in one transaction. */
async function finish(
  tx: Tx,
  { ctx, given, person, round, answer, on, detail, fields }: Did & Given & { person: FoundPerson; round: Round },
): Promise<Done> {
  await bumpLedger(tx, person.county, ctx.now)
  await recordWrite(tx, ctx.actor, {
    action: 'people.record',
    object: { kind: 'person', county: person.county, area: person.area, id: person.id },
    ...{ fields, detail, rows: 1 },
  })
  const changed = await given.redetermine?.(tx, person, ctx.now)
  const clocks = { on, knownAt: null }
  const [line] = await roundLines(tx, [person], { plan: given.plan(), round, clocks, post: ctx.post.id })
  return { answer, line: line!, gained: changed?.gained ?? [], lost: changed?.lost ?? [] }
}
type Given = { ctx: Ctx; given: PeopleGiven }

async function answerOne(
  tx: Tx,
  { person, round, body, ctx, given }: Given & { person: FoundPerson; round: Round; body: Answer },
): Promise<number> {
  checkHeardOn(body.on, ctx.now)
  if (body.reason !== undefined) checkCode('reason', body.reason, codes.workEnd)
  const clocks = { on: body.on, knownAt: null }
  const standing = await standingWork(tx, [person], clocks)
  const [last] = await lastAnswers(tx, [person], round.key, clocks)
  if (!isAsSeen(body.seen, standing, last?.id ?? null)) refuseStale()
  const plan = given.plan()
  const asked = { person, standing, body, ctx, plan }
  const steps = await workChanges(tx, asked)
  if (steps.length > 0) await given.saving?.check(tx, person, rowsToSave(steps), body.confirmed ?? [])
  const employment = await changeWork(tx, asked, steps)
  const told = body.outcome === 'moved_away' || body.outcome === 'died'
  return insertAnswer(tx, {
    ...{ county: person.county, area: person.area, person_id: person.id, round: round.key, outcome: body.outcome },
    ...{ employment_id: employment, reason: body.outcome === 'ended' ? (body.reason ?? null) : null },
    happened_on: told || body.happenedOn !== undefined ? dayOf(body) : null,
    valid_from: body.on,
    valid_to: addMonths(monthStart(body.on), 1),
    known_from: ctx.now.toISOString(),
    ...{ source: 'officer', evidence: evidenceOf(body.method) },
    ...{ verified_on: body.on, verified_method: body.method, verified_by: ctx.post.title },
    verified_until: countsUntil(plan, body.method, body.on),
    recorded_by: ctx.post.id,
  })
}

/** The same spells in the same version, and no newer answer. Clients that cut an instant to milliseconds are understood. */
function isAsSeen(
  seen: Answer['seen'],
  standing: readonly { id: number; known_from: string }[],
  last: number | null,
): boolean {
  if (seen.answer !== last || seen.standing.length !== standing.length) return false
  return standing.every(({ id, known_from }) =>
    seen.standing.some((one) => one.employment === id && Date.parse(one.knownFrom) === Date.parse(known_from)),
  )
}

const fieldsOf = ({ outcome }: Answer): string[] =>
  outcome === 'same' || outcome === 'changed' || outcome === 'ended' ? ['round_answer', 'employment'] : ['round_answer']

function checkHeardOn(on: string, now: Date): void {
  if (!isDay(on)) refuseDay(on)
  const today = todayOf(now)
  if (on <= today) return
  fail(
    'casework.round.wrongDay',
    { zh: `核实日期不能晚于今天（${today}）。`, en: `Nothing can have been heard after today (${today}).` },
    { status: 422, where: { field: 'on' } },
  )
}

function refuseAbsent(answer: number): never {
  fail(
    'casework.round.absent',
    {
      zh: '没有这条核实记录，可能已撤回。请刷新名单。',
      en: 'There is no such answer; it may be withdrawn already. Reload the list.',
    },
    { status: 409, where: { answer } },
  )
}
function refuseOthers(): never {
  fail(
    'casework.round.others',
    {
      zh: '这条核实由另一岗位登记，不能由当前岗位撤回。可以重新核实，或联系登记人。',
      en: 'Another post gave this answer; it is not this post’s to take back. Answer anew, or ask who gave it.',
    },
    { status: 409 },
  )
}
function refuseBuiltUpon(): never {
  fail(
    'casework.round.builtUpon',
    {
      zh: '核实之后务工记录又有变动，或档案已迁移、并档，不能直接撤回。请在档案中更正。',
      en: 'The work was changed again after this answer, or the file moved or was merged, so it cannot simply be taken back. Correct it in the file.',
    },
    { status: 409 },
  )
}
