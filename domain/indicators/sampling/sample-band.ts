import { normalQuantile } from './sample-normal.ts'

/** A stratum after the call-back. `held` of those `reached` said that it is true; `asked` were tried, `drawn` are in the sample. */
export type Stratum = { size: number; drawn: number; asked: number; reached: number; held: number }

/** A share with the interval in which the true share lies at the confidence. */
export type Band = { share: number; low: number; high: number }

export type SampleBand = {
  /** Null as long as the strata in which somebody was reached hold less than nine tenths of the people. */
  band: Band | null
  /** The share of the sample if all who were not reached, or not asked yet, were not true; and if all were. Without sampling error. */
  worst: number
  best: number
  reached: number
  unreached: number
  /** Drawn, and not asked yet. */
  pending: number
  /** Strata in which nobody was reached: their share is taken from the others. */
  silent: number
}

/** Wilson's interval (JASA 22, 1927) for a share found in `n` answers of very many people; `n` may be an effective size. */
export function wilson(share: number, n: number, confidence: number): Band {
  const z = normalQuantile((1 + confidence) / 2)
  const middle = (share + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n)
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) }
}

/**
 * The share of a figure that is true, out of a stratified sample: Σ W p, W = N / ΣN, over those who were reached, with the
 * variance Σ W² (1 − n / N) p q / (n − 1) (Cochran, Sampling Techniques, 3rd ed., ch. 5, with the finite population correction).
 * Its limits are Wilson's for the size that a simple random sample of that variance would have (effective size; Korn and
 * Graubard, Survey Methodology 24 (1998); compared by Franco and others, J. Surv. Stat. Methodol. 7 (2019)), never larger than
 * it would be if every stratum had the same share. Limits put together from those of each stratum were tried and held the
 * truth in 85 to 92 draws of 100 only.
 */
export function sampleBand(strata: readonly Stratum[], confidence: number): SampleBand {
  const counted = strata.filter(({ size }) => size > 0)
  const total = counted.reduce((sum, { size }) => sum + size, 0)
  const of = (key: keyof Stratum) => counted.reduce((sum, stratum) => sum + stratum[key], 0)
  const weighted = (shareOf: (stratum: Stratum) => number) =>
    counted.reduce((sum, stratum) => sum + (stratum.size / total) * shareOf(stratum), 0)
  const heard = counted.filter((stratum) => stratum.reached > 0)
  const reached = of('reached')
  return {
    band: enough(heard, total) ? bandOf(heard, confidence) : null,
    worst: weighted(({ held, drawn }) => (drawn === 0 ? 0 : held / drawn)),
    best: weighted(({ held, drawn, reached: told }) => (drawn === 0 ? 1 : (held + drawn - told) / drawn)),
    reached,
    unreached: of('asked') - reached,
    pending: of('drawn') - of('asked'),
    silent: counted.length - heard.length,
  }
}

/** A few counties say nothing of a city. Nine tenths is an assumption: no rule states from when on a figure may be told. */
const ENOUGH = 0.9
const enough = (heard: readonly Stratum[], total: number): boolean =>
  heard.length > 0 && heard.reduce((sum, { size }) => sum + size, 0) >= ENOUGH * total

function bandOf(strata: readonly Stratum[], confidence: number): Band {
  const total = strata.reduce((sum, { size }) => sum + size, 0)
  const sum = (value: (weight: number, stratum: Stratum) => number) =>
    strata.reduce((all, stratum) => all + value(stratum.size / total, stratum), 0)
  const share = sum((weight, { held, reached }) => weight * (held / reached))
  const spread = share * (1 - share)
  const unasked = ({ size, reached }: Stratum) => 1 - reached / size
  // One answer tells nothing of how a stratum varies: the spread of the whole stands for it.
  const variance = sum((weight, stratum) => {
    const { held, reached } = stratum
    const own = held / reached
    return weight ** 2 * unasked(stratum) * (reached > 1 ? (own * (1 - own)) / (reached - 1) : spread)
  })
  const alike = sum((weight, stratum) => (weight ** 2 * unasked(stratum)) / stratum.reached)
  if (alike === 0) return { share, low: share, high: share }
  return wilson(share, variance > 0 ? Math.min(spread / variance, 1 / alike) : 1 / alike, confidence)
}
