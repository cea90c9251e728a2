import { UNITS, type Unit } from '#domain/plan/unit.ts'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { IndicatorData } from './figure.ts'

/** Money is kept in fen and shown in yuan. */
const YUAN = { zh: '元', en: 'yuan' }

/** What a unit is called on the screen; a unit without a word is shown as the plan has it. */
export function useUnitWord(): (unit: string) => string {
  const { say } = useWords()
  return (unit) => {
    if (unit === 'fen') return say(YUAN)
    return unit in UNITS ? say(UNITS[unit as Unit]) : unit
  }
}

/** A number as it is shown: fen become yuan, all else stays. */
export const shownAs = (value: number, unit: string): number => (unit === 'fen' ? value / 100 : value)

/** A number in an indicator's unit, short: 760,000 or 99%. */
export function useFigureText(indicator: Pick<IndicatorData, 'unit'>): (value: number) => string {
  const { language } = useWords()
  const sign = indicator.unit === 'percent' ? '%' : ''
  return (value) => `${numberText(shownAs(value, indicator.unit), language, 1)}${sign}`
}
