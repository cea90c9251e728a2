import { describe, expect, test } from 'vitest'
import { type Stratum, sampleBand, wilson } from './sample-band.ts'
import { firstByRank, frameText, rankText } from './sample-draw.ts'
import { normalQuantile } from './sample-normal.ts'
import { allocate, sampleSize } from './sample-size.ts'

const MANY = 1e12

test('quantiles of the normal distribution are those of the tables', () => {
  for (const [p, z] of [
    [0.5, 0],
    [0.8413447461, 1],
    [0.95, 1.644853627],
    [0.975, 1.959963985],
    [0.995, 2.575829304],
    [0.001, -3.090232306],
  ] as const)
    expect(normalQuantile(p)).toBeCloseTo(z, 6)
  expect(() => normalQuantile(1)).toThrow(RangeError)
})

describe('the interval of one share', () => {
  test.each([
    // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ])('of %d in %d is as published', (held, reached, low, high) => {
    const band = wilson(held / reached, reached, 0.95)
    expect(band.low).toBeCloseTo(low, 4)
    expect(band.high).toBeCloseTo(high, 4)
  })
})

describe('how many are drawn', () => {
  test('by the wanted error: 385 of very many, 357 of 5,000; nobody of nobody, never more than there are', () => {
    const wanted = { confidence: 0.95, error: 0.05, expected: 0.5 }
    expect(sampleSize(MANY, wanted)).toBe(385)
    expect(sampleSize(5000, wanted)).toBe(357)
    expect(sampleSize(0, wanted)).toBe(0)
    expect(sampleSize(10, { ...wanted, error: 0.001 })).toBe(10)
  })
  test('in proportion, adding up, with a floor that a small stratum cannot pass', () => {
    expect(allocate([{ size: 600 }, { size: 300 }, { size: 100 }], 100, 0)).toEqual([60, 30, 10])
    expect(allocate([{ size: 500 }, { size: 333 }, { size: 167 }], 100, 0)).toEqual([50, 33, 17])
    expect(allocate([{ size: 9000 }, { size: 900 }, { size: 3 }], 100, 10)).toEqual([87, 10, 3])
    expect(allocate([{ size: 0 }, { size: 5 }], 10, 2)).toEqual([0, 5])
  })
  test('by Neyman where the shares are known: 1 : 3 for equal sizes with p q of 0.09 × 0.25', () => {
    const strata = [
      { size: 1000, prior: 0.9 },
      { size: 1000, prior: 0.5 },
    ]
    // √(0.9 · 0.1) = 0.3, √(0.5 · 0.5) = 0.5: 3 to 5.
    expect(allocate(strata, 80, 0)).toEqual([30, 50])
  })
})

describe('the band of a figure', () => {
  const stratum = (size: number, drawn: number, reached: number, held: number): Stratum => ({
    ...{ size, drawn, asked: reached, reached, held },
  })
  test('weighs each stratum by its size', () => {
    const { band } = sampleBand([stratum(8000, 100, 100, 90), stratum(2000, 100, 100, 50)], 0.95)
    expect(band!.share).toBeCloseTo(0.82, 10)
    expect(band!.low).toBeGreaterThan(0.74)
    expect(band!.high).toBeLessThan(0.88)
  })
  test('has the variance of the textbook: of one stratum Wilson’s own for (n − 1) / (1 − n / N) answers', () => {
    const alone = sampleBand([stratum(5000, 100, 100, 97)], 0.95).band
    const own = wilson(0.97, 99 / (1 - 100 / 5000), 0.95)
    expect([alone!.low, alone!.high]).toEqual([expect.closeTo(own.low, 12), expect.closeTo(own.high, 12)])
  })
  test('closes as more of the whole are asked', () => {
    const widths = [5000, 500, 150].map((size) => sampleBand([stratum(size, 100, 100, 90)], 0.95).band!)
    const [wide, middle, narrow] = widths.map(({ low, high }) => high - low)
    expect(wide).toBeGreaterThan(middle!)
    expect(middle).toBeGreaterThan(narrow!)
  })
  test('is the truth itself when everybody was asked', () => {
    const { share, low, high } = sampleBand([stratum(10, 10, 10, 7), stratum(5, 5, 5, 5)], 0.95).band!
    expect(share).toBeCloseTo(0.8, 12)
    expect([low, high]).toEqual([share, share])
  })
  test('tells who was not reached apart, and what they could make of it', () => {
    const told = sampleBand([{ size: 1000, drawn: 100, asked: 90, reached: 80, held: 76 }], 0.95)
    expect(told).toMatchObject({ worst: 0.76, best: 0.96, reached: 80, unreached: 10, pending: 10, silent: 0 })
    expect(told.band!.share).toBeCloseTo(0.95, 10)
    expect(sampleBand([{ size: 10, drawn: 2, asked: 0, reached: 0, held: 0 }], 0.95).band).toBeNull()
  })
  test('takes a stratum of which nothing was heard from the others, and says so', () => {
    const told = sampleBand([stratum(900, 50, 50, 45), stratum(100, 5, 0, 0)], 0.95)
    expect(told).toMatchObject({ silent: 1, pending: 5 })
    expect(told.band!.share).toBeCloseTo(0.9, 10)
    expect(told.worst).toBeCloseTo(0.81, 10)
  })
  test('is not told as long as less than nine tenths of the people lie where somebody was reached', () => {
    expect(sampleBand([stratum(899, 50, 50, 45), stratum(101, 5, 0, 0)], 0.95)).toMatchObject({
      band: null,
      reached: 50,
    })
  })
  test('does not close where everybody who was reached said yes', () => {
    const { band } = sampleBand([stratum(9000, 30, 30, 30), stratum(9000, 30, 30, 30)], 0.95)
    expect(band!.share).toBe(1)
    expect(band!.low).toBeGreaterThan(0.93)
    expect(band!.low).toBeLessThan(0.95)
  })
})

test('the seed alone says who is drawn, whatever order the list comes in', () => {
  const rankOf = (id: number) => ({ id, rank: rankText('a', (id * 7919) % 101) })
  const ids = Array.from({ length: 50 }, (_, at) => at + 1)
  const once = firstByRank(ids.map(rankOf), 10)
  expect(firstByRank(ids.toReversed().map(rankOf), 10)).toEqual(once)
  expect(new Set(once.map(({ id }) => id)).size).toBe(10)
  expect(frameText([3, 1, 2])).toBe('1\n2\n3')
})

/** Same numbers in every run. */
function mulberry(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

/** Draws `n` of `size` people of whom `held` are true, without putting back, and counts the true ones. */
function drawn(random: () => number, n: number, size: number, held: number): number {
  let [left, lefts, found] = [size, held, 0]
  for (let at = 0; at < n; at++) {
    if (random() * left < lefts) {
      found++
      lefts--
    }
    left--
  }
  return found
}

/** How often the interval holds the true share of a city of 38 counties, and on which side it fails. */
function coverage(share: (county: number) => number, minimum: number, makeBand = sampleBand) {
  const random = mulberry(20210917)
  const sizes = Array.from({ length: 38 }, (_, county) => 300 + ((county * 977) % 23) * 400)
  const truths = sizes.map((size, county) => Math.round(size * share(county)))
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const truth = truths.reduce((sum, held) => sum + held, 0) / total
  const counts = allocate(
    sizes.map((size) => ({ size })),
    sampleSize(total, { confidence: 0.95, error: 0.03, expected: 0.9 }),
    minimum,
  )
  let inside = 0
  const rounds = 1500
  for (let round = 0; round < rounds; round++) {
    const strata = sizes.map((size, at) => {
      const n = counts[at]!
      return { size, drawn: n, asked: n, reached: n, held: drawn(random, n, size, truths[at]!) }
    })
    const { low, high } = makeBand(strata, 0.95).band!
    if (low <= truth && truth <= high) inside++
  }
  return inside / rounds
}

describe('in 1,500 draws from a made-up city the 95 % interval holds the truth', () => {
  test.each([
    ['where nine in ten are true everywhere', () => 0.9, 5],
    ['where nearly all are', () => 0.97, 5],
    ['where counties differ', (county: number) => (county % 4 === 0 ? 0.7 : 0.98), 5],
    ['where half are', () => 0.5, 10],
  ] as const)('%s', (_, share, minimum) => {
    const held = coverage(share, minimum)
    expect(held).toBeGreaterThan(0.94)
  })
  test('and the test can tell: the interval of half the width does not', () => {
    const half: typeof sampleBand = (strata, confidence) => {
      const told = sampleBand(strata, confidence)
      const { share, low, high } = told.band!
      return { ...told, band: { share, low: share - (share - low) / 2, high: share + (high - share) / 2 } }
    }
    expect(coverage(() => 0.9, 5, half)).toBeLessThan(0.9)
  })
})
