import { pinyin } from 'pinyin-pro'
import { COPY_HEADER, COPY_TRAILER, RowWriter } from '#db/demo/copy/row-writer.ts'
import type { WireType } from '#db/demo/copy/tables.ts'
import { dayNumber } from '#domain/base/date.ts'
import { readIdentity } from '#domain/people/identity.ts'
import { maskBank, maskIdentity, maskPhone } from '#domain/people/identity-mask.ts'
import { nameGrams } from '#domain/people/search-text.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { ListShape, SealedColumn } from '../shape/list-shape.ts'
import { openRowSeal } from '../staging/row-seal.ts'

/** A row whose file is opened or whose sealed facts change: the ids that ciphers are bound to, and what the row says. */
export type RowToSeal = {
  row: number
  county: number
  p_id: number | null
  h_id: number | null
  name: string | null
  sealed: Buffer | null
}

const SEALED_ROW: Record<string, WireType> = {
  ...{
    row: 'int4',
    pinyin: 'text',
    initials: 'text',
    grams: 'texts',
    id_kind: 'text',
    birth_date: 'date',
    sex: 'text',
  },
  ...{
    id_cipher: 'bytes',
    id_mask: 'text',
    phone_cipher: 'bytes',
    phone_mask: 'text',
    bank_cipher: 'bytes',
    bank_mask: 'text',
  },
  address_cipher: 'bytes',
}
export const SEALED_COLUMNS = Object.keys(SEALED_ROW)

/** What the database cannot make: ciphers bound to the row they go to, and the searchable forms of names. In the form of a binary COPY. */
export function sealRows(
  rows: readonly RowToSeal[],
  shape: ListShape,
  importId: number,
  crypto: FieldCrypto,
): Uint8Array[] {
  const writer = new RowWriter(SEALED_ROW)
  for (const row of rows) {
    const plain = row.sealed ? openRowSeal(crypto, importId, row.row, row.sealed) : []
    const values = new Map(shape.sealed.map((column, at) => [column, plain[at] ?? null] as const))
    writer.add({ row: row.row, ...nameForms(row.name), ...sealedFacts(values, shape, row, crypto) })
  }
  return [COPY_HEADER, ...writer.take(), COPY_TRAILER]
}

function nameForms(name: string | null) {
  if (name === null) return {}
  const parts = pinyin(name, { toneType: 'none', type: 'array', surname: 'head', v: true, nonZh: 'consecutive' })
  const syllables = parts.map((part) => part.toLowerCase().trim()).filter(Boolean)
  return { pinyin: syllables.join(' '), initials: syllables.map((part) => part[0]).join(''), grams: nameGrams(name) }
}

function sealedFacts(values: Map<SealedColumn, string | null>, shape: ListShape, row: RowToSeal, crypto: FieldCrypto) {
  const own = shape.identity === undefined ? undefined : shape.sealed[shape.identity]
  const of = (kind: SealedColumn['kind']) =>
    [...values].find(
      ([column, value]) => column.kind === kind && value !== null && (kind !== 'identity' || column === own),
    )?.[1] ?? null
  const { county } = row
  const [number, phone, bank, address] = [of('identity'), of('phone'), of('bank'), of('address')]
  const reading = readIdentity(number)
  const seal = (
    purpose: 'person.id' | 'person.phone' | 'person.bank' | 'household.address',
    id: number | null,
    text: string | null,
  ) => (text === null || id === null ? null : crypto.seal(purpose, county, id, text))
  return {
    id_kind: reading.ok ? reading.kind : 'resident',
    birth_date: reading.ok ? dayNumber(reading.birthDate) : null,
    sex: reading.ok ? reading.sex : null,
    id_cipher: reading.ok ? seal('person.id', row.p_id, reading.number) : null,
    id_mask: reading.ok ? maskIdentity(reading.number) : null,
    phone_cipher: seal('person.phone', row.p_id, phone),
    phone_mask: phone === null ? null : maskPhone(phone),
    bank_cipher: seal('person.bank', row.p_id, bank),
    bank_mask: bank === null ? null : maskBank(bank),
    address_cipher: seal('household.address', row.h_id, address),
  }
}
