import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { samplingApi } from '#domain/indicators/sampling/sampling.api.ts'
import * as codes from '#domain/people/codes.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { indicatorRule } from '#domain/plan/indicator-rule.ts'
import { recordRead, recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { todayOf } from '../../people/employment/employment-days.ts'
import { checkCode } from '../../people/employment/employments.ts'
import { personLines } from '../../people/list/person-line.ts'
import { compiledRule } from '../../people/why/compiled.ts'
import { indicatorOf } from '../question.ts'
import { type CalledRow, calledPage, findCalled, keepAnswer, phonesOf, recordedBy } from './call-back.sql.ts'
import { refuseAbsent } from './sample-view.ts'

type Sample = { id: number; indicator: string; on_day: string }
type Query = Input<typeof samplingApi.listSamplePeople>['query']
type Body = Input<typeof samplingApi.answerSample>['body']
const PAGE = 50

/** Whom to call, as they were drawn; a file that has moved or was merged since is told as such. */
export async function calledPeople(
  tx: Tx,
  sample: Sample,
  query: Query,
  { ctx, plan }: { ctx: Ctx; plan: Plan },
): Promise<Reply<typeof samplingApi.listSamplePeople>> {
  const limit = query.limit ?? PAGE
  const rows = await calledPage(tx, sample.id, {
    county: query.county === undefined ? null : Math.floor(query.county / 1_000_000),
    answer: query.answer ?? null,
    after: afterOf(query.after),
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  const keys = page.map(({ county, person_id }) => ({ county, id: person_id }))
  const lines = new Map(
    (await personLines(tx, keys, { on: sample.on_day, knownAt: null })).map((line) => [line.id, line]),
  )
  const phones = new Map((await phonesOf(tx, keys)).map(({ id, phone_mask }) => [id, phone_mask]))
  const own = await ownOf(tx, keys, sample, { ctx, plan })
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'person', ids: [...lines.keys()] },
    detail: `sample ${sample.id} of ${sample.indicator}`,
    rows: lines.size,
  })
  const last = page.at(-1)
  return {
    people: page.map((row) => {
      const line = lines.get(row.person_id)
      return {
        ...viewCalled(row),
        person: line ? { ...line, phone: phones.get(row.person_id) ?? null } : null,
        own: own.has(row.person_id),
      }
    }),
    next: rows.length > limit && last ? `${last.county}:${last.place}` : null,
  }
}

const viewCalled = (row: CalledRow) => ({
  county: row.county,
  place: row.place,
  id: row.person_id,
  answer: row.answer as Body['answer'] | null,
  reason: row.reason,
  on: row.answered_on,
  method: row.method,
  by: row.answered_by,
  knownFrom: row.known_from,
})

function afterOf(text: string | undefined): { county: number; place: number } {
  const [county = 0, place = 0] =
    /^(\d{6}):(\d{1,9})$/
      .exec(text ?? '')
      ?.slice(1)
      .map(Number) ?? []
  return { county, place }
}

/** Facts the officer recorded or confirmed under any post: another has to check them. */
function ownOf(
  tx: Tx,
  keys: { county: number; id: number }[],
  sample: Sample,
  { ctx, plan }: { ctx: Ctx; plan: Plan },
) {
  const indicator = indicatorOf(plan, sample.indicator)
  const { facts } = compiledRule(plan, 'person', indicatorRule(indicator), sample.on_day)
  const posts = ctx.signedIn?.posts ?? [ctx.post]
  return recordedBy(tx, keys, {
    records: [...new Set(facts.map((name) => name.split('.')[0]!))],
    posts: posts.map(({ id }) => id),
    titles: posts.map(({ title }) => title),
    on: sample.on_day,
  })
}

/** What the call-back found of one person; refused to whoever recorded or confirmed the fact. */
export async function answerCall(
  tx: Tx,
  sample: Sample,
  { person, body }: { person: number; body: Body },
  { ctx, plan }: { ctx: Ctx; plan: Plan },
): Promise<{ knownFrom: string }> {
  const row = (await findCalled(tx, sample.id, person)) ?? refuseAbsent(sample.id)
  if (body.answer === 'failed') checkCode('reason', body.reason ?? '', codes.sampleReason)
  const own = await ownOf(tx, [{ county: row.county, id: person }], sample, { ctx, plan })
  if (own.has(person)) refuseOwn()
  const key = { county: row.county, sample: sample.id, person, knownFrom: body.knownFrom }
  const answer = {
    answer: body.answer,
    reason: body.answer === 'failed' ? (body.reason ?? null) : null,
    answered_on: todayOf(ctx.now),
    method: body.method,
    answered_by: ctx.post.title,
    recorded_by: ctx.post.id,
  }
  const knownFrom = (await keepAnswer(tx, key, answer, ctx.now)) ?? refuseStale()
  await recordWrite(tx, ctx.actor, {
    action: 'people.record',
    object: { kind: 'person', county: row.county, id: person },
    ...{ fields: ['sample_person'], detail: `sample ${sample.id} ${body.answer}`, rows: 1 },
  })
  return { knownFrom }
}

function refuseOwn(): never {
  fail(
    'indicators.sample.own',
    {
      zh: '这个人的事实由您登记或核实过，回访应由另一位工作人员进行。',
      en: 'You recorded or confirmed this person’s fact yourself; another officer has to make the call.',
    },
    { status: 409 },
  )
}
function refuseStale(): never {
  return fail(
    'indicators.sample.stale',
    {
      zh: '这条回访结果刚被别人登记，本次没有保存。请刷新后对照。',
      en: 'Somebody recorded this call just now; nothing was saved. Reload and compare.',
    },
    { status: 409 },
  )
}
