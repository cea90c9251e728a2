import { inScope } from '#domain/access/scope.ts'
import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import * as codes from '#domain/people/codes.ts'
import type { identityApi } from '#domain/people/identity/identity.api.ts'
import { maskIdentity, maskPhone, normalisePhone } from '#domain/people/identity-mask.ts'
import { countyOf, levelOf } from '#domain/places/area.ts'
import { noteAuditWritten } from '../../access/audit.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { todayOf } from '../employment/employment-days.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { refuseDay } from '../list/question.ts'
import { findAlike, readNumber } from './candidates.ts'
import { keepDifferent } from './duplicates/different.sql.ts'
import { readName } from './name-reading.ts'
import { findHousehold, insertPerson, type NewPerson, nextLedgerId, registerIdentity } from './open-file.sql.ts'
import { type Settled, settle } from './settle.ts'

type Body = Input<typeof identityApi.openFile>['body']

/**
 * Opens a file once the possible duplicates have been looked at: each must be named as somebody else. The number is sealed and
 * registered; one that a file elsewhere holds is refused without a word of where.
 */
export async function openFile(tx: Tx, body: Body, ctx: Ctx, given: PeopleGiven): Promise<Settled> {
  await checkPlace(tx, body, ctx)
  const alike = await findAlike(tx, body, ctx, given.crypto)
  const told = new Set(body.different.map(({ person }) => person))
  if (alike.some(({ row }) => !told.has(row.id))) refuseUnseen(alike.length)
  const id = await nextLedgerId(tx)
  const person = rowOf(id, body, ctx, given.crypto)
  await insertPerson(tx, person)
  if (person.id_index) await register(tx, person, ctx)
  const named = alike.map(({ row }) => row)
  const reasons = new Map(body.different.map(({ person: other, reason }) => [other, reason]))
  const decided = { by: ctx.post.id, at: ctx.now.toISOString() }
  for (const other of named) await keepDifferent(tx, person, other, { ...decided, reason: reasons.get(other.id)! })
  return settle(tx, {
    ...{ ctx, given, person, shared: [person], detail: `openFile ${id}` },
    fields: ['name', 'identity', 'birth_date', 'sex', 'phone', 'household'],
  })
}

async function checkPlace(tx: Tx, body: Body, { post, now }: Ctx): Promise<void> {
  const known = (await areaNames(tx)).find(body.area) !== undefined
  if (!inScope(post.scope, body.area)) refusePlace(403)
  if (!known || levelOf(body.area) !== 4) refusePlace(422)
  if (body.relation !== undefined && !Object.hasOwn(codes.relation, body.relation)) refuseCode('relation')
  if (!Object.hasOwn(codes.evidence, body.evidence)) refuseCode('evidence')
  if (body.birthDate !== undefined && (!isDay(body.birthDate) || body.birthDate > todayOf(now)))
    refuseDay(body.birthDate)
  if (body.household === undefined) return
  const household = await findHousehold(tx, countyOf(body.area), body.household)
  if (household?.area !== body.area) refuseHousehold()
}

function rowOf(id: number, body: Body, { post, now }: Ctx, crypto: FieldCrypto): NewPerson {
  const county = countyOf(body.area)
  const reading = readNumber(body.identity)
  const { name, pinyin, initials, grams } = readName(body.name)
  if (name === '') refuseName()
  return {
    ...{ county, area: body.area, id, household_id: body.household ?? null },
    ...{ relation: body.household === undefined ? null : (body.relation ?? 'other'), name, pinyin, initials, grams },
    ...{ sex: reading?.sex ?? body.sex ?? null, birth_date: reading?.birthDate ?? body.birthDate ?? null },
    id_kind: reading?.kind ?? 'resident',
    id_cipher: reading ? crypto.seal('person.id', county, id, reading.number) : null,
    id_index: reading ? crypto.index('person.id', reading.number) : null,
    id_mask: reading ? maskIdentity(reading.number) : null,
    ...phoneOf(county, id, body.phone, crypto),
    ...{ opened_on: todayOf(now), known_from: now.toISOString(), source: 'officer', evidence: body.evidence },
    recorded_by: post.id,
  }
}

function phoneOf(county: number, id: number, text: string | undefined, crypto: FieldCrypto) {
  const plain = normalisePhone(text ?? '')
  if (plain === '') return { phone_cipher: null, phone_index: null, phone_mask: null }
  return {
    phone_cipher: crypto.seal('person.phone', county, id, plain),
    phone_index: crypto.index('person.phone', plain),
    phone_mask: maskPhone(plain),
  }
}

async function register(tx: Tx, person: NewPerson, { actor }: Ctx): Promise<void> {
  const answer = await registerIdentity(tx, person.id_index!, person, actor.requestId)
  noteAuditWritten()
  if (answer === 'elsewhere') refuseElsewhere()
  if (answer !== 'registered') refuseTaken()
}

export function refuseElsewhere(): never {
  return fail(
    'people.identity.elsewhere',
    {
      zh: '这个证件号码已在本岗位范围以外建档，一人只建一份档案，本次没有建档。请联系上级经办人核实，由原区划发起“迁移”，您这边接收。',
      en: 'This identity number has a file outside your post; one person has one file, and none was opened. Ask the office above yours: the place that holds the file starts a move, and you accept it.',
    },
    { status: 409, where: { field: 'identity' } },
  )
}

export function refuseTaken(): never {
  return fail(
    'people.identity.taken',
    {
      zh: '这个证件号码已有档案，本次没有建档。请按证件号码查人，打开原档案办理。',
      en: 'This identity number has a file already; none was opened. Search by the number and use that file.',
    },
    { status: 409, where: { field: 'identity' } },
  )
}

function refuseUnseen(n: number): never {
  return fail(
    'people.file.possibleDuplicates',
    {
      zh: `有 ${n} 份档案可能是同一个人。请逐一核对：是同一人就打开原档案，不是同一人就写明理由，然后再建档。`,
      en: `${n} files may be the same person. Look at each: open it if it is, or say why it is somebody else; then open the new file.`,
    },
    { status: 409, where: { candidates: n } },
  )
}

function refusePlace(status: number): never {
  return fail(
    'people.file.wrongPlace',
    {
      zh: '档案建在村（社区），并且要在当前岗位的范围内。请选择村（社区）后再建档。',
      en: 'A file belongs to a village or community within your post. Choose one and try again.',
    },
    { status, where: { field: 'area' } },
  )
}

function refuseHousehold(): never {
  return fail(
    'people.file.wrongHousehold',
    {
      zh: '这一户不在所选的村（社区）。请改选该村的户，或先不入户，建档后再办理入户。',
      en: 'That household is not in the village chosen. Choose one of the village, or open the file without and let it join later.',
    },
    { status: 422, where: { field: 'household' } },
  )
}

function refuseName(): never {
  return fail(
    'people.file.noName',
    { zh: '请填写姓名。', en: 'Enter the name.' },
    { status: 422, where: { field: 'name' } },
  )
}

export function refuseCode(field: string): never {
  return fail(
    'people.file.wrongCode',
    { zh: '没有这个代码，请从列表中选择。', en: 'There is no such code; choose one of the list.' },
    { status: 422, where: { field } },
  )
}
