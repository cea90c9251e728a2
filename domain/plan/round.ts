import { addMonths, type Day } from '../base/date.ts'
import type { Words } from '../base/fail.ts'
import type { NamedPredicate, Plan } from './indicator.ts'

/** How work may be confirmed. */
export type Method = 'phone' | 'visit' | 'register_match'

/** 月核实: whom an officer asks about every month, and what of a file says that it was done. Rules are FEEL over a person. */
export type Round = {
  key: string
  name: Words
  who: string
  verified: string
  reported: string
  tried: string
  /** Cuts across the parts: something is no longer as it was last month. */
  changed: string
  /** Months for which a confirmation counts, by its method. */
  counts: Record<Method, number>
  source: string
  assumptions: Words[]
}

/** Everybody of a round is in exactly one part. */
export const roundParts = ['open', 'tried', 'reported', 'verified'] as const
export type RoundPart = (typeof roundParts)[number]

/** The rule of a part: the first of verified, reported and tried that holds; open where none does. */
export function partRule(round: Round, part: RoundPart | 'changed' | 'all'): string {
  const { who, verified, reported, tried, changed } = round
  const all = `(${who})`
  switch (part) {
    case 'all':
      return all
    case 'changed':
      return `${all} and (${changed})`
    case 'verified':
      return `${all} and (${verified})`
    case 'reported':
      return `${all} and not(${verified}) and (${reported})`
    case 'tried':
      return `${all} and not(${verified}) and not(${reported}) and (${tried})`
    case 'open':
      return `${all} and not(${verified}) and not(${reported}) and not(${tried})`
  }
}

export const partKey = (round: Round, part: RoundPart | 'changed'): string => `${round.key}.${part}`

/** The parts of a plan's rounds as predicates, so that they are determined and counted like needs. */
export const roundPredicates = (plan: Pick<Plan, 'rounds'>): NamedPredicate[] =>
  plan.rounds.flatMap((round) =>
    [...roundParts, 'changed' as const].map((part) => ({
      key: partKey(round, part),
      kind: 'need' as const,
      name: round.name,
      record: 'person',
      where: partRule(round, part),
      mend: round.name,
    })),
  )

/** The day until which a confirmation counts; null where the plan gives no term. */
export function countsUntil(plan: Pick<Plan, 'rounds'>, method: string, verifiedOn: Day): Day | null {
  const months = plan.rounds[0]?.counts[method as Method]
  return months === undefined ? null : addMonths(verifiedOn, months)
}
