import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { usePlan } from '../figure/figure-lines.ts'
import { RestatedRecords } from './RestatedRecords.tsx'
import { RestatedTable } from './RestatedTable.tsx'
import './closing.css'

export type RestatedData = Reply<Api['listRestatements']>

/** A month asked both ways: every figure as reported and as known now, and the people who make the difference. */
export function RestatedPage({ params }: { params: Record<string, string> }) {
  const { t, language } = useWords()
  const { plan, area, search } = useView()
  const month = params.month ?? ''
  const restated = useQuery(ask.listRestatements({ params: { month }, query: { plan, area } }))
  const known = usePlan()
  const chosen = known.data?.indicators.find(({ key }) => key === search.indicator)
  const { basis } = restated.data ?? {}
  const at = (instant: string) => instantText(instant, language)
  return (
    <PageShell
      title={t('closing.restated.title', { month })}
      lede={basis && t('closing.restated.lede', { reportedAt: at(basis.reportedAt), knownAt: at(basis.knownAt) })}
      crumbs={[
        { label: t('closing.months'), to: paths.months() },
        { label: month, to: paths.month(month) },
        { label: t('closing.restated') },
      ]}
      actions={<PrintButton />}
    >
      {basis && basis.state !== 'closed' && <p className="soft">{t('closing.restated.draft')}</p>}
      {chosen && <RestatedRecords key={chosen.key} month={month} indicator={chosen} />}
      <Answer of={restated} lines={14}>
        {(data) => <Answer of={known}>{(plan) => <RestatedTable plan={plan} month={month} data={data} />}</Answer>}
      </Answer>
    </PageShell>
  )
}
