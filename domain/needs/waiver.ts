import type { Day } from '../base/date.ts'

/** 豁免状态, computed from the dates of a waiver and the day. */
export type WaiverState = 'asked' | 'granted' | 'refused' | 'revoked' | 'expired'
export type WaiverDates = { endsOn: Day; granted: boolean | null; revokedAt: string | null }

/** `endsOn` is the first day on which it no longer counts. */
export function waiverState({ endsOn, granted, revokedAt }: WaiverDates, today: Day): WaiverState {
  if (granted === false) return 'refused'
  if (revokedAt !== null) return 'revoked'
  if (endsOn <= today) return 'expired'
  return granted ? 'granted' : 'asked'
}

/** A waiver is for a while: at most so many days ahead. */
export const LONGEST_WAIVER_DAYS = 366
