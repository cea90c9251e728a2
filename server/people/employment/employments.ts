import { fail } from '#domain/base/fail.ts'
import type { Handlers, Input, Reply } from '#domain/base/route.ts'
import * as codes from '#domain/people/codes.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import { countsUntil } from '#domain/plan/round.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { type FoundPerson, getPerson } from '../list/find-person.ts'
import type { PeopleGiven, RowToSave } from '../list/people-given.ts'
import { once } from '../once.ts'
import {
  bumpLedger,
  type Change,
  type EmploymentSpan,
  findEmployment,
  insertEmployment,
  isSaid,
  type Kept,
  type NewEmployment,
  supersedeEmployment,
} from './employment.sql.ts'
import { checkSpan, checkVerifiedOn } from './employment-days.ts'

type Routes = Pick<typeof peopleApi, 'checkEmployment' | 'recordEmployment' | 'endEmployment' | 'verifyEmployment'>
type Body = Input<Routes['recordEmployment']>['body']
type Done = Reply<Routes['recordEmployment']>

/** Work is recorded, ended, verified: each once for its client id, each audited, each followed by a new determination of the file. */
export function employmentHandlers(given: PeopleGiven): Handlers<Routes, Ctx> {
  const command = (ctx: Ctx, name: string, params: { id: number }, body: { clientId: string }, act: Act) =>
    ctx.asPost((tx) =>
      once(tx, { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }, async () => {
        const person = await getPerson(tx, params.id)
        const { kept, fields } = await act(tx, person)
        return finish(tx, { ctx, given, person, kept, detail: `${name} ${kept.id}`, fields })
      }),
    )
  return {
    checkEmployment: ({ params, body }, ctx) =>
      ctx.asPost(async (tx) => {
        const person = await getPerson(tx, params.id)
        const row = await rowToSave(tx, person, body, { ctx, given })
        return (await given.saving?.ask(tx, person, [row])) ?? { raised: [], notAsked: [] }
      }),
    recordEmployment: ({ params, body }, ctx) =>
      command(ctx, 'recordEmployment', params, body, async (tx, person) => ({
        kept: await record(tx, person, body, { ctx, given }),
        fields: ['employment'],
      })),
    endEmployment: ({ params, body }, ctx) =>
      command(ctx, 'endEmployment', params, body, async (tx, person) => {
        const seen = { county: person.county, person: person.id, ...params, knownFrom: body.knownFrom }
        const spell = await getEmployment(tx, seen)
        checkSpan({ from: spell.valid_from, to: body.endedOn }, { ...person, death_date: null }, ctx.now)
        const why = spell.valid_to === null ? 'ended' : 'correction'
        await given.saving?.check(
          tx,
          person,
          [changedRow(params.employment, { valid_to: body.endedOn })],
          body.confirmed ?? [],
        )
        const change = { valid_to: body.endedOn, recorded_by: ctx.post.id }
        return { kept: await supersede(tx, seen, change, { now: ctx.now, why }), fields: ['ended_on'] }
      }),
    verifyEmployment: ({ params, body }, ctx) =>
      command(ctx, 'verifyEmployment', params, body, async (tx, person) => {
        const seen = { county: person.county, person: person.id, ...params, knownFrom: body.knownFrom }
        checkCode('method', body.method, codes.verifiedMethod)
        checkVerifiedOn(body.on, { from: (await getEmployment(tx, seen)).valid_from }, ctx.now)
        const change = verification(body, ctx, given)
        await given.saving?.check(tx, person, [changedRow(params.employment, change)], body.confirmed ?? [])
        return {
          kept: await supersede(tx, seen, change, { now: ctx.now, why: 'verified' }),
          fields: Object.keys(change),
        }
      }),
  }
}

type Act = (tx: Tx, person: FoundPerson) => Promise<{ kept: Kept; fields: string[] }>
type Finish = { ctx: Ctx; given: PeopleGiven; person: FoundPerson; kept: Kept; detail: string; fields: string[] }

/** Nothing is said without its line in the log, the county's new head, and the file determined again: all in one transaction. */
async function finish(tx: Tx, { ctx, given, person, kept, detail, fields }: Finish): Promise<Done> {
  await bumpLedger(tx, person.county, ctx.now)
  await recordWrite(tx, ctx.actor, {
    action: 'people.record',
    object: { kind: 'person', county: person.county, area: person.area, id: person.id },
    fields,
    detail,
    rows: 1,
  })
  const changed = await given.redetermine?.(tx, person, ctx.now)
  return {
    employment: kept.id,
    knownFrom: kept.known_from,
    gained: changed?.gained ?? [],
    lost: changed?.lost ?? [],
  }
}

type Asker = { ctx: Ctx; given: PeopleGiven }
/** Keeps a spell of work that somebody says, after asking what it would raise; the caller logs it, moves the ledger's head and determines the file. */
export async function record(tx: Tx, person: FoundPerson, body: Body, { ctx, given }: Asker): Promise<Kept> {
  const spell = await spellOf(tx, person, body, ctx)
  if (await isSaid(tx, spell)) refuseSaid()
  await given.saving?.check(tx, person, [newRow(spell)], body.confirmed ?? [])
  return insertEmployment(tx, spell)
}

const newRow = (row: NewEmployment): RowToSave => ({ record: 'employment', row })
const changedRow = (id: number, row: Change): RowToSave => ({ record: 'employment', id, row })

const verification = (
  { method, on }: { method: string; on: string },
  { post }: Pick<Ctx, 'post'>,
  given: PeopleGiven,
) => ({
  ...{ verified_on: on, verified_method: method, verified_by: post.title },
  verified_until: countsUntil(given.plan(), method, on),
})

/** What is about to be saved: new work, an end, or a verification. */
async function rowToSave(
  tx: Tx,
  person: FoundPerson,
  body: Input<Routes['checkEmployment']>['body'],
  { ctx, given }: Asker,
): Promise<RowToSave> {
  if ('endedOn' in body) return changedRow(body.employment, { valid_to: body.endedOn })
  if ('method' in body) checkCode('method', body.method, codes.verifiedMethod)
  if ('method' in body) return changedRow(body.employment, verification(body, ctx, given))
  return newRow(await spellOf(tx, person, body, ctx))
}

/** The spell as it would stand in the ledger; refuses days, codes and places that cannot be. */
async function spellOf(
  tx: Tx,
  person: FoundPerson,
  body: Omit<Body, 'clientId' | 'confirmed'>,
  { post, now }: Pick<Ctx, 'post' | 'now'>,
): Promise<NewEmployment> {
  checkSpan({ from: body.from, to: body.to ?? null }, person, now)
  checkCode('channel', body.channel, codes.channel)
  if (body.evidence !== undefined) checkCode('evidence', body.evidence, codes.evidence)
  if ((await areaNames(tx)).find(body.place) === undefined) refusePlace(body.place)
  return {
    ...{ county: person.county, area: person.area, person_id: person.id, place: body.place, channel: body.channel },
    ...{ employer: body.employer ?? null, industry: body.industry ?? null },
    ...{ monthly_wage_fen: body.monthlyWageFen ?? null, point_to_point: body.pointToPoint ?? null },
    ...{ valid_from: body.from, valid_to: body.to ?? null },
    ...{ known_from: now.toISOString(), source: 'officer', evidence: body.evidence ?? null, recorded_by: post.id },
  }
}

async function supersede(
  tx: Tx,
  seen: Parameters<typeof supersedeEmployment>[1],
  change: Change,
  as: { now: Date; why: string },
): Promise<Kept> {
  return (await supersedeEmployment(tx, seen, change, as)) ?? refuseStale()
}

async function getEmployment(tx: Tx, seen: Parameters<typeof findEmployment>[1]): Promise<EmploymentSpan> {
  const spell = await findEmployment(tx, seen)
  return (
    spell ??
    fail(
      'people.employment.absent',
      {
        zh: '这个人没有这段务工经历。请刷新档案后再办理。',
        en: 'This person has no such spell of work. Reload the file and try again.',
      },
      { status: 404, where: { employment: seen.employment } },
    )
  )
}

export function checkCode(
  field: string,
  code: string,
  list: Readonly<Record<string, { zh: string; en: string }>>,
): void {
  if (Object.hasOwn(list, code)) return
  const zh = Object.entries(list).map(([key, words]) => `${key} ${words.zh}`)
  fail(
    'people.employment.wrongCode',
    { zh: `没有这个代码；可选：${zh.join('、')}。`, en: `No such code; there are: ${Object.keys(list).join(', ')}.` },
    { status: 422, where: { field } },
  )
}

export function refusePlace(place: number): never {
  return fail(
    'people.employment.wrongPlace',
    {
      zh: `没有代码为 ${place} 的务工地。市内写区县、乡镇或村的 12 位代码，市外写省级代码，例如广东省 440000000000。`,
      en: `No place of work has the code ${place}. Inside the city use the 12 digits of a county, town or village; elsewhere those of the province, such as Guangdong 440000000000.`,
    },
    { status: 422, where: { field: 'place' } },
  )
}

export function refuseSaid(): never {
  return fail(
    'people.employment.said',
    {
      zh: '同一天开始、同一地点和单位的务工经历已经登记。如要补充，请核实或终止原记录。',
      en: 'A spell of work from that day, in that place, at that employer is recorded already. Verify or end that one instead.',
    },
    { status: 409 },
  )
}

function refuseStale(): never {
  return fail(
    'people.employment.stale',
    {
      zh: '这段务工经历在您打开之后已被改动，本次没有保存。请刷新，对照最新内容后再办理。',
      en: 'This spell of work was changed after you opened it; nothing was saved. Reload, compare, and do it again.',
    },
    { status: 409 },
  )
}
