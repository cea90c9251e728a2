import type { Indicator } from '../../plan/indicator.ts'
import { UNITS } from '../../plan/unit.ts'

export type Language = 'zh' | 'en'
type Told = { value: number | null; of: number | null }

const locale = { zh: 'zh-CN', en: 'en-GB' } as const
const NONE = '—'
const plain = (value: number, language: Language): string =>
  new Intl.NumberFormat(locale[language], { maximumFractionDigits: 1 }).format(value)

/** The figure in its own unit: percent of a share, yuan of money; null where nothing can be told. */
export function amountOf({ unit }: Pick<Indicator, 'unit'>, { value, of }: Told): number | null {
  if (value === null) return null
  if (unit === 'fen') return value / 100
  if (unit !== 'percent' || of === null) return value
  return of === 0 ? null : (value / of) * 100
}

/** 769,300 人; 91.5% (7,046 / 7,693): a share says what it is made of, and never rounds up to a whole 100 %. */
export function figureText(indicator: Pick<Indicator, 'unit'>, told: Told, language: Language): string {
  const value = amountOf(indicator, told)
  if (value === null) return NONE
  if (indicator.unit !== 'percent') return `${plain(value, language)} ${unitWord(indicator.unit, language)}`
  if (told.of === null) return `${plain(value, language)}%`
  const shown = value < 100 ? Math.min(value, 99.9) : value
  return `${plain(shown, language)}% (${plain(told.value ?? 0, language)} / ${plain(told.of, language)})`
}

/** Against the month before: +3,300, −1.2 percentage points. */
export function changeText(indicator: Pick<Indicator, 'unit'>, now: Told, before: Told, language: Language): string {
  const [a, b] = [amountOf(indicator, now), amountOf(indicator, before)]
  if (a === null || b === null) return NONE
  const change = Math.round((a - b) * 10) / 10
  const sign = change > 0 ? '+' : change < 0 ? '−' : ''
  const points = indicator.unit === 'percent' ? (language === 'zh' ? ' 个百分点' : ' pp') : ''
  return `${sign}${plain(Math.abs(change), language)}${points}`
}

const unitWord = (unit: Indicator['unit'], language: Language): string =>
  unit === 'fen' ? { zh: '元', en: 'yuan' }[language] : UNITS[unit][language]

/** 2021-09 → 2021年9月, September 2021. */
export function monthText(month: string, language: Language): string {
  const [year, number] = month.split('-').map(Number) as [number, number]
  if (language === 'zh') return `${year}年${number}月`
  return new Date(Date.UTC(year, number - 1, 1)).toLocaleDateString('en-GB', {
    ...{ year: 'numeric', month: 'long', timeZone: 'UTC' },
  })
}

/** An instant in the bureau's own time, to the minute. */
export const instantText = (at: string, language: Language): string =>
  new Date(at).toLocaleString(locale[language], {
    ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' },
    ...{ hourCycle: 'h23', timeZone: 'Asia/Shanghai' },
  })
