/** What was counted for one indicator in one area. Zeros and empty parts are left out. */
export type Tally = {
  value?: number
  /** What a share is a share of. */
  of?: number
  /** Sum of the indicator's `sum` fact, in its unit. */
  sum?: number
  /** By code of the indicator's `by` fact. */
  parts?: Record<string, number>
  /** Median of the indicator's `median` fact. */
  median?: number
}
export type Tallies = Record<string, Tally>

/** Adds what was counted in a part of an area to the area: areas lie apart, so nothing counts twice. */
export function addTally(into: Tally, from: Tally): void {
  if (from.value) into.value = (into.value ?? 0) + from.value
  if (from.of) into.of = (into.of ?? 0) + from.of
  if (from.sum) into.sum = (into.sum ?? 0) + from.sum
  for (const [code, count] of Object.entries(from.parts ?? {})) {
    into.parts ??= {}
    into.parts[code] = (into.parts[code] ?? 0) + count
  }
}

/** The middle value; of an even number the lower one, so that it is a value somebody has. */
export function median(values: number[]): number | undefined {
  if (values.length === 0) return undefined
  return values.toSorted((a, b) => a - b)[Math.floor((values.length - 1) / 2)]
}
