import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { changed } from '../../ui/router.ts'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'

/** The areas below, fullest first; a name goes down to it on the same page. */
export function FindingAreas({ finding }: { finding?: string }) {
  const { t, language } = useWords()
  const { plan, area } = useView()
  const areas = useQuery({
    ...ask.listFindingAreas({ query: { plan, area, ...(finding && { finding }) } }),
    placeholderData: keepPreviousData,
  })
  const count = (n: number) => numberText(n, language)
  return (
    <section className="panel" aria-labelledby="by-area">
      <h2 id="by-area">{t('needs.areas')}</h2>
      <Answer of={areas} lines={8}>
        {(data) => (
          <DataTable
            caption={t('needs.areas')}
            rows={data.areas}
            keyOf={(one) => one.area}
            empty={t('needs.areas.none')}
            columns={[
              {
                key: 'area',
                title: t('needs.areas.area'),
                head: true,
                cell: (one) => (
                  <Go bare to={changed({ area: one.area, after: undefined })}>
                    {one.areaName}
                  </Go>
                ),
              },
              {
                key: 'open',
                title: t('needs.findings.open'),
                number: true,
                beside: true,
                cell: (one) => count(one.open),
              },
              {
                key: 'waived',
                title: t('needs.findings.waived'),
                number: true,
                idle: (one) => one.waived === 0,
                cell: (one) => count(one.waived),
              },
              {
                key: 'found',
                title: t('needs.trend.found'),
                number: true,
                idle: (one) => one.found === 0,
                cell: (one) => count(one.found),
              },
              {
                key: 'mended',
                title: t('needs.trend.mended'),
                number: true,
                idle: (one) => one.mended === 0,
                cell: (one) => count(one.mended),
              },
            ]}
          />
        )}
      </Answer>
    </section>
  )
}
