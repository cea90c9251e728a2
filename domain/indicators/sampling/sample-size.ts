import { normalQuantile } from './sample-normal.ts'

/** A stratum before the draw: how many people the figure counted there, and the share held true there if it is known. */
export type Frame = { size: number; prior?: number }

/**
 * How many people a simple random sample needs so that a share near `expected` is told to within ± `error` at the confidence,
 * out of `size` people: n0 = z² p q / e², n = n0 / (1 + (n0 − 1) / N). Cochran, Sampling Techniques, 3rd ed., ch. 4.
 * Stratified sampling in proportion needs no more.
 */
export function sampleSize(size: number, wanted: { confidence: number; error: number; expected: number }): number {
  if (size <= 0) return 0
  const z = normalQuantile((1 + wanted.confidence) / 2)
  const n0 = (z * z * wanted.expected * (1 - wanted.expected)) / (wanted.error * wanted.error)
  return Math.min(size, Math.ceil(n0 / (1 + (n0 - 1) / size) - 1e-9))
}

/**
 * How many of `total` are drawn in each stratum: in proportion to its size, or, where the share of every stratum is known from
 * before, to its size times √(p q) (Neyman; Cochran, ch. 5). No stratum gets fewer than `minimum`, none more than it has; the
 * minimum may make the sample larger than `total`.
 */
export function allocate(strata: readonly Frame[], total: number, minimum: number): number[] {
  const floors = strata.map(({ size }) => Math.min(size, minimum))
  const weights = weightsOf(strata)
  const drawn = [...floors]
  // Strata that are full, or whose due lies below their floor, are set; the rest is shared out among the others until nothing moves.
  const open = new Set(strata.keys())
  for (;;) {
    const left = total - sum(drawn, (at) => !open.has(at))
    const weight = sum(weights, (at) => open.has(at))
    const due = (at: number) => (weight > 0 ? (left * weights[at]!) / weight : 0)
    const full = [...open].filter((at) => due(at) >= strata[at]!.size)
    const low = full.length > 0 ? [] : [...open].filter((at) => due(at) <= floors[at]!)
    for (const at of full) drawn[at] = strata[at]!.size
    for (const at of [...full, ...low]) open.delete(at)
    if (full.length + low.length > 0 && open.size > 0) continue
    for (const [at, share] of wholeParts([...open].map(due), [...open])) drawn[at] = share
    return drawn
  }
}

function weightsOf(strata: readonly Frame[]): number[] {
  const known = strata.every(({ prior }) => prior !== undefined && prior > 0 && prior < 1)
  return strata.map(({ size, prior }) => size * (known ? Math.sqrt(prior! * (1 - prior!)) : 1))
}

const sum = (values: readonly number[], of: (at: number) => boolean): number =>
  values.reduce((all, value, at) => all + (of(at) ? value : 0), 0)

/** Whole numbers that add up: the largest remainders are rounded up; ties go to the earlier stratum. */
function wholeParts(due: readonly number[], places: readonly number[]): [at: number, share: number][] {
  const rest = Math.round(due.reduce((all, one) => all + one - Math.floor(one), 0))
  const order = due.map((one, i) => [one - Math.floor(one), i] as const).toSorted((a, b) => b[0] - a[0] || a[1] - b[1])
  const up = new Set(order.slice(0, rest).map(([, i]) => i))
  return due.map((one, i) => [places[i]!, Math.floor(one) + (up.has(i) ? 1 : 0)])
}
