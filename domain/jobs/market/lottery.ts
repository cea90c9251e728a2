import { shared } from './market.ts'

/**
 * The published random rank: a permutation drawn by the seed, each number once, so that no two people are ever tied. Drawn over the people
 * in the order of their ids, whatever the order they were given in.
 */
export function drawLottery(count: number, seed: string): Uint32Array {
  const ranks = shared('u32', count)
  for (let at = 0; at < count; at++) ranks[at] = at
  const below = randomOf(seed)
  for (let at = count - 1; at > 0; at--) {
    const other = below(at + 1)
    const held = ranks[at]!
    ranks[at] = ranks[other]!
    ranks[other] = held
  }
  return ranks
}

/** Whole numbers from 0 to below `limit`, none likelier than another: sfc32 (Doty-Humphrey), started from a text. */
export function randomOf(seed: string): (limit: number) => number {
  let [a, b, c, counter] = [hashText(seed, 1), hashText(seed, 2), hashText(seed, 3), 1]
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < 16; round++) next()
  return (limit) => {
    // What lies beyond the last whole multiple of the limit is drawn again: no number is favoured.
    const most = 4_294_967_296 - (4_294_967_296 % limit)
    for (;;) {
      const drawn = next()
      if (drawn < most) return drawn % limit
    }
  }
}

/** FNV-1a over the code units, its bits spread by the finish of MurmurHash3. */
export function hashText(text: string, salt: number): number {
  let hash = 0x811c9dc5 ^ salt
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return spread(hash)
}

export function spread(hash: number): number {
  let bits = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35)
  return bits ^ (bits >>> 16)
}
