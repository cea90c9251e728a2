/** A seeded generator of choices: a failing case is found again by its seed. */
export type Random = {
  next(): number
  chance(p: number): boolean
  whole(lo: number, hi: number): number
  pick<T>(from: readonly T[]): T
}

export function randomOf(seed: number): Random {
  let state = seed >>> 0
  // Mulberry32.
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  return {
    next,
    chance: (p) => next() < p,
    whole: (lo, hi) => lo + Math.floor(next() * (hi - lo + 1)),
    pick: (from) => from[Math.floor(next() * from.length)]!,
  }
}
