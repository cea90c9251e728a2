import type { Static } from 'typebox'
import type { VacancyLine } from '#domain/jobs/vacancy/vacancy.api.ts'
import { numberText } from '../ui/text/number.ts'
import { useWords } from '../words.ts'

type Wage = Pick<Static<typeof VacancyLine>, 'wageForm' | 'wageLowFen' | 'wageHighFen'>

/** A wage as it is said: 3,500–6,000 元/月. Undefined where none is stated. */
export function useWageText(): (wage: Wage) => string | undefined {
  const { t, language } = useWords()
  return ({ wageForm, wageLowFen, wageHighFen }) => {
    const ends = [wageLowFen, wageHighFen].filter((fen) => fen !== null && fen !== undefined)
    if (ends.length === 0) return wageForm === 'piece' ? t('jobs.wage.piece.open') : undefined
    const wage = [...new Set(ends)].map((fen) => numberText(fen / 100, language)).join('–')
    return t(`jobs.wage.${wageForm}`, { wage })
  }
}
