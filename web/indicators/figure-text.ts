import { numberText } from '../ui/number.ts'
import { useWords, type WordKey, zh } from '../words.ts'
import { type IndicatorData, isShare } from './figure.ts'

const unitKey = (unit: string) =>
  `indicators.unit.${unit === 'person-time' || unit === 'person_time' ? 'personTime' : unit}` as WordKey

/** What a unit is called on the screen; a unit without a word is shown as the plan has it. */
export function useUnitWord(): (unit: string) => string {
  const { t } = useWords()
  return (unit) => (unitKey(unit) in zh ? t(unitKey(unit) as 'indicators.unit.person') : unit)
}

/** A number in an indicator's unit, short: 760,000 or 99%. */
export function useFigureText(indicator: Pick<IndicatorData, 'unit'>): (value: number) => string {
  const { language } = useWords()
  return (value) => `${numberText(value, language, 1)}${isShare(indicator) ? '%' : ''}`
}
