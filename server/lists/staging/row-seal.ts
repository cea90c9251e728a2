import type { FieldCrypto } from '../../access/field-crypto.ts'

/** The sealed values of a staged row, in the order of the list's sealed columns: one cipher, bound to the import and the row. */
export const sealRow = (
  crypto: FieldCrypto,
  importId: number,
  row: number,
  values: readonly (string | null)[],
): Buffer => crypto.seal('import.row', importId, row, JSON.stringify(values))

export const openRowSeal = (
  crypto: FieldCrypto,
  importId: number,
  row: number,
  cipher: Uint8Array,
): (string | null)[] => JSON.parse(crypto.open('import.row', importId, row, cipher)) as (string | null)[]
