import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import { relation as relations } from '#domain/people/codes.ts'
import type { lifeApi } from '#domain/people/identity/life.api.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { todayOf } from '../employment/employment-days.ts'
import { findHousehold } from '../identity/open-file.sql.ts'
import { refuseCode } from '../identity/open-file.ts'
import { type Settled, settle } from '../identity/settle.ts'
import { refusePerson } from '../list/find-person.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { refuseDay } from '../list/question.ts'
import { refuseStale } from '../merge/merge-files.ts'
import { changePerson, holdPerson, keepPerson, membersOf, type PersonVersion } from '../merge/person-version.sql.ts'
import { codeIsTaken, insertChange, insertHousehold } from './household.sql.ts'

type Given = { ctx: Ctx; given: PeopleGiven }
type Dated = { on: string; reason: string }

/** Members leave for a household of their own, this person at its head; both households keep their codes and their history. */
export async function splitHousehold(
  tx: Tx,
  id: number,
  body: Input<typeof lifeApi.splitHousehold>['body'],
  { ctx, given }: Given,
): Promise<Settled> {
  checkDay(body.on, ctx.now)
  const head = await member(tx, id)
  const along = await others(tx, head, body.members)
  const before = head.household_id!
  const staying = (await membersOf(tx, head.county, [before])).length - along.length - 1
  if (staying < 1) refuseEmpty()
  const code = body.code?.trim() || null
  if (code !== null && (await codeIsTaken(tx, head.county, code))) refuseTakenCode()
  const made = { county: head.county, area: head.area, code, from: body.on, at: ctx.now.toISOString(), by: ctx.post.id }
  const household = await insertHousehold(tx, made)
  await enter(tx, head, household, 'head', ctx)
  for (const { person, relation } of along) await enter(tx, person, household, relation, ctx)
  const persons = [head, ...along.map(({ person }) => person)]
  return finish(tx, { kind: 'split', persons, household, before, dated: body }, { ctx, given })
}

/** A person joins a household of the same village. */
export async function joinHousehold(
  tx: Tx,
  id: number,
  body: Input<typeof lifeApi.joinHousehold>['body'],
  { ctx, given }: Given,
): Promise<Settled> {
  checkDay(body.on, ctx.now)
  const person = (await holdPerson(tx, id)) ?? refusePerson(id)
  if (!Object.hasOwn(relations, body.relation) || body.relation === 'head') refuseCode('relation')
  const target = await findHousehold(tx, person.county, body.household)
  if (target?.area !== person.area || body.household === person.household_id) refuseTarget()
  await enter(tx, person, body.household, body.relation, ctx)
  const change: Change = {
    kind: 'join',
    persons: [person],
    household: body.household,
    before: person.household_id,
    dated: body,
  }
  return finish(tx, change, { ctx, given })
}

/** Another head; who was it becomes what is said of them, or 其他. */
export async function changeHead(
  tx: Tx,
  id: number,
  body: Input<typeof lifeApi.changeHead>['body'],
  { ctx, given }: Given,
): Promise<Settled> {
  checkDay(body.on, ctx.now)
  const head = await member(tx, id)
  if (head.relation === 'head') refuseIsHead()
  const household = head.household_id!
  const said = await others(tx, head, body.relations)
  const told = new Set(said.map(({ person }) => person.id))
  for (const key of await membersOf(tx, head.county, [household])) {
    const person = key.id === id || told.has(key.id) ? undefined : await holdPerson(tx, key.id)
    if (person?.relation === 'head') said.push({ person, relation: 'other' })
  }
  await enter(tx, head, household, 'head', ctx)
  for (const { person, relation } of said) await enter(tx, person, household, relation, ctx)
  const persons = [head, ...said.map(({ person }) => person)]
  return finish(tx, { kind: 'head', persons, household, before: null, dated: body }, { ctx, given })
}

async function member(tx: Tx, id: number): Promise<PersonVersion> {
  const person = (await holdPerson(tx, id)) ?? refusePerson(id)
  return person.household_id === null ? refuseNoHousehold() : person
}

/** Others of the same household, with what is said of them; anybody else is refused. */
async function others(tx: Tx, head: PersonVersion, named: readonly { person: number; relation: string }[]) {
  const found: { person: PersonVersion; relation: string }[] = []
  for (const { person: id, relation } of named.toSorted((a, b) => a.person - b.person)) {
    if (!Object.hasOwn(relations, relation) || relation === 'head') refuseCode('relation')
    const person = (await holdPerson(tx, id)) ?? refusePerson(id)
    if (person.county !== head.county || person.household_id !== head.household_id || id === head.id) refuseStranger()
    found.push({ person, relation })
  }
  return found
}

async function enter(tx: Tx, person: PersonVersion, household: number, relation: string, { now }: Ctx): Promise<void> {
  const at = now.toISOString()
  if (!(await keepPerson(tx, person, at, 'household'))) refuseStale()
  await changePerson(tx, person, { household_id: household, relation }, at)
}

type Change = {
  kind: 'split' | 'join' | 'head'
  persons: readonly PersonVersion[]
  household: number
  before: number | null
  dated: Dated
}

async function finish(
  tx: Tx,
  { kind, persons, household, before, dated }: Change,
  { ctx, given }: Given,
): Promise<Settled> {
  const [first] = persons as [PersonVersion]
  await insertChange(tx, {
    ...{ county: first.county, area: first.area, kind, household_id: household, from_household: before },
    ...{ persons: persons.map(({ id }) => id), changed_on: dated.on, reason: dated.reason.trim() },
    ...{ recorded_by: ctx.post.id, recorded_at: ctx.now.toISOString() },
  })
  return settle(tx, {
    ...{ ctx, given, person: first, others: await membersOf(tx, first.county, [household, before]) },
    ...{ detail: `household ${kind}`, fields: ['household', 'relation'], reason: dated.reason },
  })
}

function checkDay(on: string, now: Date): void {
  if (!isDay(on) || on > todayOf(now)) refuseDay(on)
}

function refuseNoHousehold(): never {
  return fail(
    'people.household.none',
    { zh: '此人没有登记家庭。请先办理入户。', en: 'This person has no household on record. Let them join one first.' },
    { status: 409 },
  )
}
function refuseStranger(): never {
  return fail(
    'people.household.stranger',
    {
      zh: '只能选择同一户的成员。请刷新档案后重选。',
      en: 'Only members of the same household can be named. Reload and choose again.',
    },
    { status: 409 },
  )
}
function refuseEmpty(): never {
  return fail(
    'people.household.empty',
    {
      zh: '全户都分出去，原户就没有人了。如只是换户主，请办理“变更户主”。',
      en: 'Nobody would stay behind. To change the head alone, use that instead.',
    },
    { status: 422 },
  )
}
function refuseTakenCode(): never {
  return fail(
    'people.household.codeTaken',
    {
      zh: '本区县已有这个户编号。请核对，或先留空。',
      en: 'The county has a household of that code. Check it, or leave it blank.',
    },
    { status: 409, where: { field: 'code' } },
  )
}
function refuseTarget(): never {
  return fail(
    'people.household.wrongTarget',
    {
      zh: '请选择同一个村的另一户。要入别村的户，请先办理迁移。',
      en: 'Choose another household of the same village. To join one elsewhere, move the file first.',
    },
    { status: 422, where: { field: 'household' } },
  )
}
function refuseIsHead(): never {
  return fail(
    'people.household.isHead',
    { zh: '此人已是户主。', en: 'This person is the head already.' },
    { status: 409 },
  )
}
