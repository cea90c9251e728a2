import { addMonths } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import type { changeRequestApi } from '#domain/people/identity/change-request.api.ts'
import { maskIdentity } from '#domain/people/identity-mask.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { todayOf } from '../employment/employment-days.ts'
import { readNumber } from '../identity/candidates.ts'
import { readName } from '../identity/name-reading.ts'
import { type Settled, settle } from '../identity/settle.ts'
import { refusePerson } from '../list/find-person.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { refuseStale, register } from '../merge/merge-files.ts'
import {
  changePerson,
  holdPerson,
  keepPerson,
  membersOf,
  type PersonVersion,
  releaseIdentity,
} from '../merge/person-version.sql.ts'
import { type Asked, askFor } from './ask.ts'
import { identityChangedSince } from './number.sql.ts'
import type { ChangeRequest } from './request.sql.ts'

/** What is kept of the number asked for: masked, never in clear; the second officer types it again. */
export type NumberContent = {
  mask: string
  from: string | null
  name: string | null
  oldName: string
  birthDate: string
  sex: string
  /** 双改: name and number both changed, now or within a year. */
  doubleChange: boolean
  seen: string
}

type Body = Input<typeof changeRequestApi.askNumber>['body']

/** Asks that a number be changed; says of itself when name and number both change within a year. */
export async function askNumber(tx: Tx, id: number, body: Body, ctx: Ctx, given: PeopleGiven): Promise<Asked> {
  const person = (await holdPerson(tx, id)) ?? refusePerson(id)
  const reading = readNumber(body.number) ?? refuseBlank()
  const index = given.crypto.index('person.id', reading.number)
  if (person.id_index?.equals(index)) refuseSame()
  const name = body.name === undefined ? person.name : readName(body.name).name
  const since = addMonths(todayOf(ctx.now), -12)
  const content: NumberContent = {
    ...{ mask: maskIdentity(reading.number), from: person.id_mask, oldName: person.name },
    ...{ name: name === person.name ? null : name, birthDate: reading.birthDate, sex: reading.sex },
    doubleChange: name !== person.name || (await identityChangedSince(tx, person, since)),
    seen: person.known_from,
  }
  return askFor(tx, person, { kind: 'number', reason: body.reason, content, id_index: index }, ctx)
}

/** Changes the number once the second officer has typed the same from the document. Birthday and sex follow the number. */
export async function changeNumber(
  tx: Tx,
  request: ChangeRequest,
  typed: string | undefined,
  { ctx, given }: { ctx: Ctx; given: PeopleGiven },
): Promise<Settled> {
  const at = ctx.now.toISOString()
  const person = (await holdPerson(tx, request.person_id)) ?? refusePerson(request.person_id)
  const content = request.content as NumberContent
  if (person.known_from !== content.seen) refuseStale()
  const reading = readNumber(typed) ?? refuseBlank()
  const index = given.crypto.index('person.id', reading.number)
  if (!request.id_index?.equals(index)) refuseOther()
  if (!(await keepPerson(tx, person, at, 'number_changed'))) refuseStale()
  if (person.id_index) await releaseIdentity(tx, person.id_index, person)
  await changePerson(
    tx,
    person,
    {
      ...{ id_kind: reading.kind, id_index: index, id_mask: maskIdentity(reading.number) },
      id_cipher: given.crypto.seal('person.id', person.county, person.id, reading.number),
      ...{ birth_date: reading.birthDate, sex: reading.sex },
      ...(content.name !== null && readName(content.name)),
    },
    at,
  )
  await register(tx, index, person, ctx)
  return settle(tx, {
    ...{ ctx, given, person, shared: [person], others: await membersOf(tx, person.county, [person.household_id]) },
    ...{ detail: `number changed by request ${request.id}`, fields: fieldsOf(content, person), reason: request.reason },
  })
}

const fieldsOf = ({ name, birthDate, sex }: NumberContent, person: PersonVersion): string[] => [
  'identity',
  ...(name === null ? [] : ['name']),
  ...(birthDate === person.birth_date ? [] : ['birth_date']),
  ...(sex === person.sex ? [] : ['sex']),
]

function refuseBlank(): never {
  return fail(
    'people.number.blank',
    {
      zh: '请对照证件完整录入新的证件号码；复核人须独立再录一遍，两次一致才生效。',
      en: 'Type the whole new number from the document; the second officer types it again, and it counts when both agree.',
    },
    { status: 422, where: { field: 'number' } },
  )
}

function refuseOther(): never {
  return fail(
    'people.number.notAlike',
    {
      zh: '您录入的号码与申请的号码不一致，没有更改。请再对照证件核对；如申请录错，请退回并说明。',
      en: 'What you typed is not the number asked for; nothing was changed. Compare with the document; if the request is wrong, reject it.',
    },
    { status: 409, where: { field: 'number' } },
  )
}

function refuseSame(): never {
  return fail(
    'people.number.same',
    { zh: '新号码与档案中的号码相同，无需更改。', en: 'That is the number the file has already.' },
    { status: 422, where: { field: 'number' } },
  )
}
