import type { Static } from 'typebox'
import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import type { Candidate, identityApi } from '#domain/people/identity/identity.api.ts'
import {
  LIKENESS,
  type Likened,
  type Likeness,
  likeness,
  POSSIBLE,
  PROBABLE,
} from '#domain/people/identity/likeness.ts'
import { slipsOf } from '#domain/people/identity/near-number.ts'
import { identityToIndex, readIdentity } from '#domain/people/identity.ts'
import { normalisePhone } from '#domain/people/identity-mask.ts'
import { noteAuditWritten, recordRead } from '../../access/audit.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { personLines } from '../list/person-line.ts'
import { filesWithClue, type LikenedRow, sealedOf } from './candidate.sql.ts'
import { readName } from './name-reading.ts'

export type Described = Input<typeof identityApi.findCandidates>['body']
type Found = { row: LikenedRow; likeness: Likeness }
type Asking = Pick<Ctx, 'actor'>
/** What a clue may bring at most: a phone that hundreds share says nothing of any of them. */
const MOST = 40

/** The number as it was typed, read; undefined where none was given. Refuses (`people.identity.<fault>`, 422) one that is wrong. */
export function readNumber(text: string | undefined) {
  if (text === undefined || text.trim() === '') return undefined
  const reading = readIdentity(text)
  if (!reading.ok)
    return fail(`people.identity.${reading.reason}`, reading.words, { status: 422, where: { field: 'identity' } })
  return reading
}

/** Files of the scope that may be the person described, the likeliest first. A blank number, phone or birthday is like nobody's. */
export async function findAlike(
  tx: Tx,
  described: Described,
  { actor }: Asking,
  crypto: FieldCrypto,
): Promise<Found[]> {
  const me = likenedOf(described, crypto)
  const numbers = me.number === null ? [] : [me.number, ...slipsOf(me.number)]
  const { initials } = readName(described.name)
  const rows = await filesWithClue(tx, {
    numbers: numbers.map((number) => crypto.index('person.id', number)),
    ...{ name: me.name, initials, birthDate: me.birthDate, phone: phoneIndex(described, crypto) },
    ...{ household: me.household, area: me.area, most: MOST },
  })
  const opened = await numbersOf(tx, rows, actor.requestId, crypto)
  return rows
    .map((row) => ({ row, likeness: likeness(me, likenedRow(row, opened)) }))
    .filter(({ likeness: { score } }) => score >= POSSIBLE)
    .sort((a, b) => b.likeness.score - a.likeness.score || a.row.id - b.row.id)
}

/** The answer to a search before a file is opened; logged with whom it showed. */
export async function findCandidates(
  tx: Tx,
  { body }: Input<typeof identityApi.findCandidates>,
  ctx: Asking,
  given: PeopleGiven,
): Promise<Reply<typeof identityApi.findCandidates>> {
  const reading = readNumber(body.identity)
  const found = await findAlike(tx, body, ctx, given.crypto)
  const candidates = await candidatesOf(tx, found, given)
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'person', ids: candidates.map(({ person }) => person.id) },
    detail: 'possible duplicates of a description',
    rows: candidates.length,
  })
  const identity = reading && {
    ...{ birthDate: reading.birthDate, sex: reading.sex, upgraded: reading.upgraded, suspect: reading.suspect },
  }
  return { identity: identity ?? null, candidates }
}

async function candidatesOf(tx: Tx, found: readonly Found[], given: PeopleGiven): Promise<Static<typeof Candidate>[]> {
  const keys = found.map(({ row: { county, id } }) => ({ county, id }))
  const lines = await personLines(tx, keys, { on: (await given.defaults()).on, knownAt: null })
  return lines.flatMap((person) => {
    const own = found.find(({ row }) => row.id === person.id)
    return own ? [{ person, likeness: likenessView(own.likeness) }] : []
  })
}

/** A likeness in words. */
export const likenessView = ({ score, reasons }: Likeness) => ({
  score,
  probable: score >= PROBABLE,
  reasons: reasons.map((key) => ({ key, words: LIKENESS[key].words })),
})

/** Whole numbers of these files, opened inside the server to be held against each other and then forgotten; a wrong one is none. */
export async function numbersOf(
  tx: Tx,
  rows: readonly Pick<LikenedRow, 'id'>[],
  requestId: string | null,
  crypto: FieldCrypto,
): Promise<ReadonlyMap<number, string>> {
  if (rows.length === 0) return new Map()
  const sealed = await sealedOf(
    tx,
    rows.map(({ id }) => id),
    requestId,
  )
  noteAuditWritten()
  return new Map(
    sealed.flatMap(({ county, id, id_cipher }) => {
      const number = id_cipher === null ? null : identityToIndex(crypto.open('person.id', county, id, id_cipher))
      return number === null ? [] : [[id, number] as const]
    }),
  )
}

export const likenedRow = (row: LikenedRow, numbers: ReadonlyMap<number, string>): Likened => ({
  ...{ name: row.name, pinyin: row.pinyin, sex: row.sex, birthDate: row.birth_date, household: row.household_id },
  ...{ area: row.area, phone: row.phone, bank: row.bank, number: numbers.get(row.id) ?? null },
})

function likenedOf(described: Described, crypto: FieldCrypto): Likened {
  const reading = readNumber(described.identity)
  const { name, pinyin } = readName(described.name)
  return {
    ...{ name, pinyin, sex: reading?.sex ?? described.sex ?? null },
    ...{ birthDate: reading?.birthDate ?? described.birthDate ?? null },
    ...{ household: described.household ?? null, area: described.area ?? null },
    ...{ phone: phoneIndex(described, crypto)?.toString('hex') ?? null, bank: null, number: reading?.number ?? null },
  }
}

function phoneIndex({ phone }: Described, crypto: FieldCrypto): Buffer | null {
  const plain = normalisePhone(phone ?? '')
  return plain === '' ? null : crypto.index('person.phone', plain)
}
