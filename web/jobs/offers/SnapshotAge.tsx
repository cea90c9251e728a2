import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'

/** How many open vacancies were looked through, and when they were read. */
export function SnapshotAge({ snapshot }: { snapshot: Reply<Api['listOffers']>['snapshot'] }) {
  const { t, language } = useWords()
  const { takenAt, vacancies, leftOut } = snapshot
  return (
    <p className="soft">
      {t('jobs.snapshot', { at: instantText(takenAt, language), n: numberText(vacancies, language) })}
      {leftOut > 0 && ` ${t('jobs.snapshot.leftOut', { n: numberText(leftOut, language) })}`}
    </p>
  )
}
