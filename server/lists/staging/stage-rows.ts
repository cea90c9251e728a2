import { hash } from 'node:crypto'
import { COPY_HEADER, COPY_TRAILER, RowWriter } from '#db/demo/copy/row-writer.ts'
import type { WireType } from '#db/demo/copy/tables.ts'
import type { CellValue, ReadRow } from '#domain/lists/reading.ts'
import { identityToIndex } from '#domain/people/identity.ts'
import { maskBank, maskIdentity, maskPhone, normaliseBank, normalisePhone } from '#domain/people/identity-mask.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { ListShape, SealedColumn } from '../shape/list-shape.ts'
import { sealRow } from './row-seal.ts'

const STAGED: Record<string, WireType> = {
  ...{ row: 'int4', subject: 'bytes', id_index: 'bytes', indexes: 'byteses', sealed: 'bytes', values: 'texts' },
  ...{ to_area: 'int8', faults: 'json', refused: 'bool' },
}
export const STAGED_COLUMNS = Object.keys(STAGED)

/** UTF-16 units of one row; more is no row of a list, and would not fit the buffer it is written to. */
const LONGEST_ROW = 2500

type Given = { shape: ListShape; importId: number; crypto: FieldCrypto }

/** Rows of one part, in the form of a binary COPY. */
export type StagedPart = { chunks: Uint8Array[]; from: number; to: number; rows: number }

/** Typed rows on their way to the database, sealed as they come: identity numbers, phones, accounts and addresses leave this process only so. */
export class StagingWriter {
  readonly #given: Given
  readonly #writer = new RowWriter(STAGED)
  #from = 0
  #to = 0
  rows = 0

  constructor(given: Given) {
    this.#given = given
  }

  add(row: ReadRow): void {
    this.#writer.add(stagedRow(row, this.#given))
    if (this.rows++ === 0) this.#from = row.row
    this.#to = row.row
  }

  /** What was added so far; the writer starts afresh. */
  take(): StagedPart {
    const chunks = [COPY_HEADER, ...this.#writer.take(), COPY_TRAILER]
    const part = { chunks, from: this.#from, to: this.#to, rows: this.rows }
    this.rows = 0
    return part
  }
}

function stagedRow(read: ReadRow, { shape, importId, crypto }: Given) {
  const { row, faults } = read
  const texts = read.values.map(textOf)
  if (texts.reduce((sum, text) => sum + (text?.length ?? 0), 0) > LONGEST_ROW)
    return { row, indexes: [], values: [], faults: [{ code: 'lists.row.long' }], refused: true }
  const plain = shape.sealed.map((column) => plainOf(column, texts[column.at] ?? null))
  const indexes = shape.sealed.map(({ kind }, at) => indexOf(crypto, kind, plain[at]!))
  const id_index = shape.identity === undefined ? null : (indexes[shape.identity] ?? null)
  const subject = id_index ?? subjectOf(shape, texts, plain)
  for (const [at, column] of shape.sealed.entries()) texts[column.at] = maskOf(column.kind, plain[at]!)
  const area = shape.home === undefined ? null : read.values[shape.home]
  return {
    ...{ row, indexes, id_index, values: texts, to_area: typeof area === 'number' ? area : area ? Number(area) : null },
    subject,
    sealed: plain.some((value) => value !== null) ? sealRow(crypto, importId, row, plain) : null,
    faults: faults.length > 0 ? faults.slice(0, 10) : null,
    refused: faults.some(({ refuses }) => refuses),
  }
}

function textOf(value: CellValue): string | null {
  if (value === null || value === '') return null
  return typeof value === 'string' && value.includes('\0') ? value.replaceAll('\0', '') : String(value)
}

/** What the index is taken of; an identity number that is none is nothing. */
function plainOf({ kind }: SealedColumn, text: string | null): string | null {
  if (text === null) return null
  if (kind === 'identity') return identityToIndex(text)
  if (kind === 'address') return text
  return (kind === 'phone' ? normalisePhone(text) : normaliseBank(text)) || null
}

const PURPOSES = { identity: 'person.id', phone: 'person.phone', bank: 'person.bank' } as const
const indexOf = (crypto: FieldCrypto, kind: SealedColumn['kind'], plain: string | null): Buffer | null =>
  plain === null || kind === 'address' ? null : crypto.index(PURPOSES[kind], plain)

function maskOf(kind: SealedColumn['kind'], plain: string | null): string | null {
  if (plain === null) return null
  return { identity: maskIdentity, phone: maskPhone, bank: maskBank, address: () => '***' }[kind](plain)
}

/** Rows without a number are about the same where their first filled clause says the same. */
function subjectOf(
  { list, sealed }: ListShape,
  texts: readonly (string | null)[],
  plain: readonly (string | null)[],
): Buffer | null {
  for (const [at, { by }] of list.match.entries()) {
    const said = by.map((key) => {
      const place = sealed.findIndex((column) => column.key === key)
      return place >= 0 ? plain[place] : texts[list.columns.findIndex((column) => column.key === key)]
    })
    if (said.every((text) => text)) return hash('sm3', JSON.stringify([at, said]), 'buffer')
  }
  return null
}
