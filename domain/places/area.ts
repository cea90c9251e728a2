import { fail } from '../base/fail.ts'

/**
 * Division codes: twelve digits in a safe integer, one level after another (GB/T 2260, GB/T 10114):
 * city 50 0000 000 000, county 5001 12 000 000, town …112 133 000, village …133 201.
 * Whatever lies below an area lies in the half-open interval [code, nextCode).
 */
export type AreaCode = number
export type AreaLevel = 1 | 2 | 3 | 4
/** Half-open: `hi` is the first code outside. */
export type Interval = { lo: AreaCode; hi: AreaCode }

export const CITY: AreaCode = 500000000000

/** What one code of a level spans. */
const STEP = { 1: 10_000_000_000, 2: 1_000_000, 3: 1_000, 4: 1 } as const

export const isAreaCode = (code: number): boolean => Number.isInteger(code) && code >= 1e11 && code < 1e12

/** 1 city (any province-level unit), 2 county, 3 town, 4 village; refuses what is no twelve-digit code. */
export function levelOf(code: AreaCode): AreaLevel {
  if (!isAreaCode(code)) {
    fail('places.area.malformed', {
      zh: `区划代码应为 12 位数字，收到“${code}”。例如重庆市 500000000000，万州区 500101000000。`,
      en: `An area code has 12 digits; got "${code}". Examples: Chongqing 500000000000, Wanzhou 500101000000.`,
    })
  }
  if (code % STEP[1] === 0) return 1
  if (code % STEP[2] === 0) return 2
  return code % STEP[3] === 0 ? 3 : 4
}

/** The first code that no longer lies in the area. */
export const nextCode = (code: AreaCode): AreaCode => code + STEP[levelOf(code)]
export const subtree = (code: AreaCode): Interval => ({ lo: code, hi: nextCode(code) })
export const contains = (outer: AreaCode, inner: AreaCode): boolean => inner >= outer && inner < nextCode(outer)

/** The area it lies in by its code; null for a city. */
export function parentOf(code: AreaCode): AreaCode | null {
  const level = levelOf(code)
  if (level === 1) return null
  const step = STEP[(level - 1) as 1 | 2 | 3]
  return Math.floor(code / step) * step
}
/** What it lies in, the city first; not the area itself. */
export function ancestorsOf(code: AreaCode): AreaCode[] {
  const parent = parentOf(code)
  return parent === null ? [] : [...ancestorsOf(parent), parent]
}
/** Six digits, as in every `county` column; 500000 for the city itself. */
export const countyOf = (code: AreaCode): number => Math.floor(code / STEP[2])
/** Twelve digits from six, nine or twelve. */
export const twelveDigits = (code: string): AreaCode => Number(code.padEnd(12, '0'))

/** Runs that touch become one; input in any order. */
export function mergeIntervals(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = []
  for (const { lo, hi } of [...intervals].sort((a, b) => a.lo - b.lo)) {
    const last = merged.at(-1)
    if (last && lo <= last.hi) last.hi = Math.max(last.hi, hi)
    else merged.push({ lo, hi })
  }
  return merged
}

/** 石柱土家族自治县 → 石柱, 两江新区 → 两江; two characters are left whole (忠县), towns and villages too. */
export function shortName(name: string): string {
  const short = name.replace(/(?:[土家苗]+族)*自治县$|新区$|[区县市]$/, '')
  return short.length < 2 ? name : short
}
