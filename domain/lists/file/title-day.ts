import { type Day, isDay, monthEnd } from '../../base/date.ts'

const DAY = /(20\d{2})年(\d{1,2})月(\d{1,2})日/g
const MONTH = /(20\d{2})年(\d{1,2})月/g

/**
 * The day that titles say a list speaks of: a day that is written out, else the last of the month that is. Texts that stand nearer the
 * list come first, and the first that say anything are believed. Null where they name several days, or none: nothing is guessed.
 */
export function titleDay(...texts: readonly (readonly string[])[]): Day | null {
  for (const near of texts) {
    const plain = near.map((text) => text.normalize('NFKC').replace(/\s/g, '')).join('\n')
    const days = found(plain, DAY, ([, year, month, day]) => dayOf(year, month, day))
    const months = found(plain, MONTH, ([, year, month]) => dayOf(year, month, '1'))
    if (days.size === 0 && months.size === 0) continue
    if (days.size > 0) return days.size === 1 ? [...days][0]! : null
    return months.size === 1 ? monthEnd([...months][0]!) : null
  }
  return null
}

function found(text: string, form: RegExp, read: (match: RegExpExecArray) => string): Set<Day> {
  return new Set([...text.matchAll(form)].map(read).filter(isDay))
}

const dayOf = (year = '', month = '', day = '') => `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
