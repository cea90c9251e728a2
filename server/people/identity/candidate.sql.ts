import type { Tx } from '../../db.ts'

/** What of a file is held against another; sealed values as their blind indexes, in hexadecimal. */
export type LikenedRow = {
  county: number
  area: number
  id: number
  name: string
  pinyin: string
  sex: string | null
  birth_date: string | null
  household_id: number | null
  phone: string | null
  bank: string | null
}

export const LIKENED = `p.county, p.area, p.id, p.name, p.pinyin, p.sex, p.birth_date, p.household_id,
  encode(p.phone_index, 'hex') AS phone, encode(p.bank_index, 'hex') AS bank`

export type Clues = {
  /** Blind indexes of the number and of every slip of it. */
  numbers: Buffer[]
  name: string
  initials: string
  birthDate: string | null
  phone: Buffer | null
  household: number | null
  area: number | null
  most: number
}

/** Files of the scope that share a clue, each clue by its own index; the clue with the fewest namesakes first. */
export function filesWithClue(tx: Tx, clues: Clues): Promise<LikenedRow[]> {
  const found = (condition: string) => `(SELECT ${LIKENED} FROM person p WHERE ${condition} LIMIT $8)`
  return tx.query<LikenedRow>(
    [
      found('p.id_index = ANY ($1::bytea[])'),
      found('p.name = $2 AND p.birth_date = $4::date'),
      found('p.initials = $3 AND p.birth_date = $4::date'),
      found('p.phone_index = $5::bytea'),
      found('p.name = $2 AND p.household_id = $6::bigint'),
      found('p.name = $2 AND p.area = $7::bigint'),
    ].join(' UNION '),
    [
      ...[clues.numbers, clues.name, clues.initials, clues.birthDate],
      ...[clues.phone, clues.household, clues.area, clues.most],
    ],
  )
}

export type SealedRow = {
  county: number
  id: number
  id_cipher: Buffer | null
  phone_cipher: Buffer | null
  bank_cipher: Buffer | null
}

/** Ciphers of files, for the server alone; the database logs that they were compared. */
export const sealedOf = (tx: Tx, persons: readonly number[], requestId: string | null) =>
  tx.query<SealedRow>('SELECT * FROM sealed_of($1::bigint[], $2)', [persons, requestId])
