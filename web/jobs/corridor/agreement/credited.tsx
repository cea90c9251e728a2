import type { CorridorLine } from '#domain/jobs/corridor/corridor.api.ts'
import { creditRule } from '#domain/jobs/corridor/credit.ts'
import type { To } from '../../../paths.ts'
import { Figure } from '../../../ui/Figure.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useCan } from '../../../view.ts'
import { useWords } from '../../../words.ts'

type Progress = CorridorLine['progress']
type Who = 'all' | 'lifted'

/** The people whom a number of progress counted: the rule that counted them, on the day on which they were. */
export const creditedList = (corridor: string, area: number, on: string, who: Who = 'all'): To => ({
  path: '/people',
  search: { area, on, filter: creditRule(corridor, who) },
})

type Props = { corridor: string; area: number; on: string; value: number; who?: Who; label: string; of?: number | null }

/** Credited people as a number that opens its list, beside the task where there is one. */
export function Credited({ corridor, area, on, value, who = 'all', label, of = null }: Props) {
  const can = useCan()
  const to = can('people.list') && value > 0 ? creditedList(corridor, area, on, who) : undefined
  return <Figure label={label} value={value} of={of} to={to} />
}

export function TaskText({ progress, own }: { progress: Progress; own: boolean }) {
  const { t, language } = useWords()
  if (progress.task !== null) return <>{numberText(progress.task, language)}</>
  return <span className="soft">{t(own ? 'corridor.task.none' : 'corridor.task.other')}</span>
}
