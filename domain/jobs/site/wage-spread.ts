export type WageSpread = { known: number; medianFen: number; lowestFen: number; highestFen: number }

/** Lowest, middle and highest of the wages that are known, in fen; of an even number the lower half's mean with the upper, rounded down. Null for none. */
export function wageSpread(wages: readonly number[]): WageSpread | null {
  if (wages.length === 0) return null
  const sorted = wages.toSorted((a, b) => a - b)
  const half = sorted.length / 2
  const median = (sorted[Math.ceil(half) - 1]! + sorted[Math.floor(half)]!) / 2
  return { known: sorted.length, medianFen: Math.floor(median), lowestFen: sorted[0]!, highestFen: sorted.at(-1)! }
}
