import { randomInt } from 'node:crypto'

/** No letter that is read as another: neither 0 and o, nor 1, i and l. */
const SIGNS = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A first password to be read out or copied by hand: four groups of four, some 79 bits; used once, for choosing another. */
export const handedPassword = (): string =>
  Array.from({ length: 4 }, () => Array.from({ length: 4 }, () => SIGNS[randomInt(SIGNS.length)]).join('')).join('-')
