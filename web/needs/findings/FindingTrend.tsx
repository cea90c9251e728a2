import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'

type Point = Reply<Api['listFindingTrend']>['points'][number]

/** What came, what was mended, what is left: by day or by month, drawn and told. */
export function FindingTrend({ finding }: { finding?: string }) {
  const { t } = useWords()
  const { plan, area } = useView()
  const [by, setBy] = useState<'day' | 'month'>('day')
  const trend = useQuery({
    ...ask.listFindingTrend({ query: { plan, area, by, ...(finding && { finding }) } }),
    placeholderData: keepPreviousData,
  })
  return (
    <section className="panel" aria-labelledby="trend">
      <h2 id="trend">{t('needs.trend')}</h2>
      <p className="needs-tabs no-print">
        {(['day', 'month'] as const).map((one) => (
          <button key={one} type="button" className="link-button" aria-pressed={by === one} onClick={() => setBy(one)}>
            {t(`needs.trend.${one}`)}
          </button>
        ))}
      </p>
      <Answer of={trend} lines={8}>
        {({ points }) => <Points points={points} by={by} />}
      </Answer>
      <p className="soft">{t('needs.trend.how')}</p>
    </section>
  )
}

function Points({ points, by }: { points: Point[]; by: 'day' | 'month' }) {
  const { t, language } = useWords()
  const most = Math.max(1, ...points.map(({ open }) => open))
  const count = (n: number) => numberText(n, language)
  return (
    <>
      {points.length > 1 && (
        <div className="finding-bars" aria-hidden="true">
          {points.map(({ on, open }) => (
            <i key={on} style={{ height: `${(open / most) * 100}%` }} />
          ))}
        </div>
      )}
      <div className="finding-trend">
        <DataTable
          caption={t('needs.trend')}
          rows={points.toReversed()}
          keyOf={(point) => point.on}
          empty={t('needs.trend.none')}
          columns={[
            {
              key: 'on',
              title: t('needs.trend.on'),
              head: true,
              cell: (point) => (by === 'day' ? point.on : point.on.slice(0, 7)),
            },
            {
              key: 'open',
              title: t('needs.trend.open'),
              number: true,
              beside: true,
              cell: (point) => count(point.open),
            },
            {
              key: 'found',
              title: t('needs.trend.found'),
              number: true,
              idle: (point) => point.found === 0,
              cell: (point) => count(point.found),
            },
            {
              key: 'mended',
              title: t('needs.trend.mended'),
              number: true,
              idle: (point) => point.mended === 0,
              cell: (point) => count(point.mended),
            },
            {
              key: 'waived',
              title: t('needs.trend.waived'),
              number: true,
              idle: (point) => point.waived === 0,
              cell: (point) => count(point.waived),
            },
          ]}
        />
      </div>
    </>
  )
}
