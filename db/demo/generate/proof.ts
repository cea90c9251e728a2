import { dayNumber } from '#domain/base/date.ts'
import { DAY } from '../people/resident.ts'
import type { Randomness } from '../randomness.ts'

/** What every record says of itself: when the ledger knew it, what shows it, who confirmed it when. */
export type Proof = {
  known_from: number
  source: string
  evidence: string | null
  verified_on: number | null
  verified_method: string | null
  verified_by: string | null
  verified_until: number | null
  recorded_by: null
}

const EVIDENCE = ['contract', 'call', 'visit', 'register_match', 'roster', 'payslip']
const METHODS = ['phone', 'phone', 'visit', 'register_match']
const VERIFIERS: Readonly<Record<string, string>> = {
  phone: '镇就业专干',
  visit: '驻村工作队',
  register_match: '数据比对',
}

/** What is told last is told before this day; the heads of the ledger stand on it. */
export const LEDGER_END: number = dayNumber('2025-03-31')

/** Seconds since 1970 in the working hours (Beijing time) of a day. */
export const workingHour = (chance: Randomness, day: number): number => day * 86_400 + 3600 + chance.int(8 * 3600)

/**
 * Most facts are known within weeks, some months later: that is what restatements are made of.
 * One in force on the demo's day was confirmed in that month, nine times in ten.
 */
export function prove(chance: Randomness, from: number, to: number | null, evidence?: string): Proof {
  const lag = chance.chance(0.035) ? chance.between(60, 240) : chance.between(2, 26)
  const verified = chance.chance(0.91) ? verifiedOn(chance, from, to, lag) : null
  const method = verified === null ? null : chance.pick(METHODS)
  return {
    known_from: workingHour(chance, Math.min(from + lag, LEDGER_END - 30)),
    source: 'demo',
    evidence: evidence ?? (chance.chance(0.93) ? chance.pick(EVIDENCE) : null),
    verified_on: verified,
    verified_method: method,
    verified_by: method === null ? null : (VERIFIERS[method] ?? null),
    verified_until: verified === null ? null : verified + 92 + chance.int(60),
    recorded_by: null,
  }
}

function verifiedOn(chance: Randomness, from: number, to: number | null, lag: number): number {
  const onDemoDay = from <= DAY && (to === null || to > DAY)
  return onDemoDay ? Math.max(from, DAY - chance.int(16)) : from + lag
}

/** Registers are right the day they are loaded; nobody confirms them again. */
export function registered(chance: Randomness, from: number): Proof {
  return {
    known_from: workingHour(chance, from + chance.between(3, 20)),
    source: 'demo',
    evidence: 'register_match',
    verified_on: null,
    verified_method: null,
    verified_by: null,
    verified_until: null,
    recorded_by: null,
  }
}
