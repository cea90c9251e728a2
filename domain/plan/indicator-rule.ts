import type { Indicator } from './indicator.ts'

/** Which of an indicator's numbers: what it counts, what that is a share of, or one code of its breakdown. */
export type Part = 'value' | 'of' | { code: string }

/**
 * The one rule from which a number and its list both come, as FEEL over the indicator's record.
 * A share's value is what satisfies both its base and its condition.
 */
export function indicatorRule(indicator: Indicator, part: Part = 'value'): string {
  const { where, of, by } = indicator
  if (part === 'of') return of ?? where
  const value = of ? `(${of}) and (${where})` : where
  if (part === 'value') return value
  return `(${value}) and ${by} = "${part.code}"`
}

/** Only a number that counts records opens to them. */
export const opens = (indicator: Indicator): boolean => indicator.median === undefined
