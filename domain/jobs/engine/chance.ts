import type { Weights } from '../market/weights.ts'

/**
 * Chance in thousandths of getting a vacancy, by where a priority stands against the cut-off of the last run: openings were left, of an
 * earlier tier or band than the last admitted, of the same, behind.
 */
export function chanceOf({ chance }: Weights, cutOff: number, priority: number): number {
  if (cutOff < 0) return chance.open
  // What lies below the skill band is rank within it.
  const [here, last] = [priority >> 24, cutOff >> 24]
  return here > last ? chance.ahead : here === last ? chance.level : chance.behind
}
