import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import { relation as relations } from '#domain/people/codes.ts'
import type { changeRequestApi } from '#domain/people/identity/change-request.api.ts'
import { countyOf, levelOf } from '#domain/places/area.ts'
import { noteAuditWritten } from '../../access/audit.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { todayOf } from '../employment/employment-days.ts'
import { insertChange } from '../household/household.sql.ts'
import { sealedOf } from '../identity/candidate.sql.ts'
import { findHousehold } from '../identity/open-file.sql.ts'
import { refuseCode } from '../identity/open-file.ts'
import { type Settled, settle } from '../identity/settle.ts'
import { refusePerson } from '../list/find-person.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { refuseDay } from '../list/question.ts'
import { refuseStale, register } from '../merge/merge-files.ts'
import {
  changePerson,
  dropPerson,
  forgetDeterminations,
  holdPerson,
  keepPerson,
  membersOf,
  type PersonVersion,
  releaseIdentity,
} from '../merge/person-version.sql.ts'
import { moveRows, rowCounts } from '../merge/rows-of-person.sql.ts'
import { type Asked, askFor } from '../request/ask.ts'
import type { ChangeRequest } from '../request/request.sql.ts'
import { actFor, carryPerson, carryRows, openRosters } from './move.sql.ts'

/** What the receiving side is shown before it accepts. */
export type MoveContent = {
  name: string
  mask: string | null
  from: string
  to: string
  on: string
  rows: number
}

/** Hands a file over; refuses a move to where it is, and across counties one with a place on a roster that is still open. */
export async function askMove(
  tx: Tx,
  id: number,
  body: Input<typeof changeRequestApi.askMove>['body'],
  ctx: Ctx,
): Promise<Asked> {
  const person = (await holdPerson(tx, id)) ?? refusePerson(id)
  const names = await areaNames(tx)
  if (names.find(body.to) === undefined || levelOf(body.to) !== 4 || body.to === person.area) refusePlace()
  if (!isDay(body.on) || body.on > todayOf(ctx.now)) refuseDay(body.on)
  await requireOffRosters(tx, person, body.to, body.on)
  const counts = await rowCounts(tx, person.county, id)
  const content: MoveContent = {
    ...{
      name: person.name,
      mask: person.id_mask,
      from: names.pathOf(person.area),
      to: names.pathOf(body.to),
      on: body.on,
    },
    rows: counts.reduce((sum, { rows }) => sum + rows, 0),
  }
  return askFor(tx, person, { kind: 'move', reason: body.reason, content, to_area: body.to }, ctx)
}

/** A place on a roster names a site of the county and cannot go along. */
async function requireOffRosters(tx: Tx, person: PersonVersion, to: number, on: string): Promise<void> {
  if (countyOf(to) === person.county) return
  const open = await openRosters(tx, person.county, person.id, on)
  if (open.length > 0) refuseRoster(open.map(({ name }) => name))
}

type Accepting = { ctx: Ctx; given: PeopleGiven; household: number | undefined; relation?: string | undefined }

/**
 * The receiving side accepts: the file and its rows stand there from now on, under the ids they had. Runs under the job login, which
 * sees both places; who accepts was checked under their own post before.
 */
export async function acceptMove(
  tx: Tx,
  request: ChangeRequest,
  { ctx, given, household, relation = 'other' }: Accepting,
): Promise<Settled> {
  await actFor(tx, { officer: ctx.officer.id, post: ctx.post.id })
  const at = ctx.now.toISOString()
  const to = request.to_area!
  const person = (await holdPerson(tx, request.person_id)) ?? refusePerson(request.person_id)
  if (person.area !== request.area) refuseStale()
  // Since it was asked for somebody may have put the person on a roster.
  await requireOffRosters(tx, person, to, (request.content as MoveContent).on)
  if (household !== undefined && (await findHousehold(tx, countyOf(to), household))?.area !== to) refuseHousehold()
  if (!Object.hasOwn(relations, relation)) refuseCode('relation')
  const left = await membersOf(tx, person.county, [person.household_id])
  await forgetDeterminations(tx, person)
  const home = { household: household ?? null, relation: household === undefined ? null : relation }
  if (countyOf(to) === person.county) await moveWithin(tx, person, to, home, at)
  else await moveAcross(tx, person, to, home, ctx, given.crypto)
  if (person.household_id !== null) await noteLeaving(tx, person, request, ctx)
  const moved = { county: countyOf(to), area: to, id: person.id }
  await given.carry?.(tx, { why: 'moved', from: person, to: moved }, at)
  const joined = household === undefined ? [] : await membersOf(tx, moved.county, [household])
  return settle(tx, {
    ...{ ctx, given, person: moved, others: [...left.filter(({ id }) => id !== person.id), ...joined] },
    shared: [moved, person],
    // Of the county that is left no file may remain to be determined: its ledger has changed all the same.
    ...{ counties: [person.county], detail: `move ${person.id} by request ${request.id}`, fields: ['area'] },
    reason: request.reason,
  })
}
type Home = { household: number | null; relation: string | null }

async function moveWithin(
  tx: Tx,
  person: PersonVersion,
  to: number,
  { household, relation }: Home,
  at: string,
): Promise<void> {
  if (!(await keepPerson(tx, person, at, 'moved'))) refuseStale()
  await changePerson(tx, person, { area: to, household_id: household, relation }, at)
  await moveRows(tx, { county: person.county, from: person.id, to: person.id, area: to }, { at, why: 'moved' })
}

async function moveAcross(
  tx: Tx,
  person: PersonVersion,
  to: number,
  home: Home,
  ctx: Ctx,
  crypto: FieldCrypto,
): Promise<void> {
  const at = ctx.now.toISOString()
  const crossing = { fromCounty: person.county, toCounty: countyOf(to), person: person.id, area: to }
  const [sealed] = await sealedOf(tx, [person.id], ctx.actor.requestId)
  noteAuditWritten()
  const anew = (column: 'id' | 'phone' | 'bank') => {
    const cipher = sealed?.[`${column}_cipher`]
    if (!cipher) return null
    const plain = crypto.open(`person.${column}`, person.county, person.id, cipher)
    return crypto.seal(`person.${column}`, crossing.toCounty, person.id, plain)
  }
  if (!(await keepPerson(tx, person, at, 'moved'))) refuseStale()
  if (person.id_index) await releaseIdentity(tx, person.id_index, person)
  await carryPerson(tx, crossing, { ...home, id: anew('id'), phone: anew('phone'), bank: anew('bank') }, at)
  await carryRows(tx, crossing, { at, why: 'moved' })
  await dropPerson(tx, person)
  await register(tx, person.id_index, { ...person, county: crossing.toCounty }, ctx)
}

const noteLeaving = (tx: Tx, person: PersonVersion, request: ChangeRequest, { post, now }: Ctx) =>
  insertChange(tx, {
    ...{ county: person.county, area: person.area, kind: 'leave', household_id: person.household_id! },
    ...{ from_household: person.household_id, persons: [person.id], changed_on: (request.content as MoveContent).on },
    ...{ reason: request.reason, recorded_by: post.id, recorded_at: now.toISOString() },
  })

function refusePlace(): never {
  return fail(
    'people.move.wrongPlace',
    {
      zh: '请选择迁往的村（社区）；不能是档案现在所在的村。',
      en: 'Choose the village or community it moves to, other than the one it is in.',
    },
    { status: 422, where: { field: 'to' } },
  )
}

function refuseRoster(sites: readonly string[]): never {
  return fail(
    'people.move.rosterOpen',
    {
      zh: `此人仍在迁出区县载体的花名册上：${sites.join('、')}。请迁出区县先登记离开日期，再办理迁移。`,
      en: `Still on the roster of a site of the county that is left: ${sites.join(', ')}. That county records the day of leaving first.`,
    },
    { status: 409 },
  )
}

function refuseHousehold(): never {
  return fail(
    'people.move.wrongHousehold',
    {
      zh: '这一户不在接收的村。请改选，或先接收、再办理入户。',
      en: 'That household is not in the receiving village. Choose another, or accept first and let it join later.',
    },
    { status: 422, where: { field: 'household' } },
  )
}
