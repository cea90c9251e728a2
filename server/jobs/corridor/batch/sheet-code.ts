import { hash } from 'node:crypto'

/** Without letters and digits that are taken for one another when read aloud. */
const LETTERS = '3479ACDEFHJKMNPQRTUVWXY'
const LENGTH = 6

/**
 * Stands on the arrival sheet and is typed from it: it tells which batch and which list the sheet is of, so that neither another
 * batch's sheet nor an older list is entered. It proves nothing of who filled the sheet in.
 */
export function sheetCode(batch: number, aboard: readonly number[]): string {
  const digest = hash('sm3', `${batch}:${aboard.toSorted((a, b) => a - b).join(',')}`, 'buffer')
  return [...digest.subarray(0, LENGTH)].map((byte) => LETTERS[byte % LETTERS.length]).join('')
}

export const sameCode = (typed: string, code: string): boolean =>
  typed.toUpperCase().replaceAll(/[^A-Z0-9]/g, '') === code
