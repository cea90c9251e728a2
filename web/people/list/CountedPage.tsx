import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { FilterPanel } from '../../ui/filter/FilterPanel.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { changed, go } from '../../ui/router.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ExportButton } from '../export/ExportButton.tsx'
import { AreaDrill } from './AreaDrill.tsx'
import { CountedHead } from './CountedHead.tsx'
import { CountedTable } from './CountedTable.tsx'
import { PageTrail } from './PageTrail.tsx'
import '../people.css'

/** The list a figure was counted from: the figure on top, its definition, and as many lines as it says. */
export function CountedPage({ params }: { params: Record<string, string> }) {
  const { t, say } = useWords()
  const { area, clocks, plan, search } = useView()
  const key = params.indicator ?? ''
  const { filter, part, after } = search
  const where = { plan, area, ...clocks }
  const definition = useQuery(ask.getPlan({ params: { plan } }))
  const figures = useQuery(ask.listFigures({ query: where }))
  const narrowed = { ...(part && { part }), ...(filter && { filter }), ...(after && { after }) }
  const list = useQuery({
    ...ask.listCounted({ params: { indicator: key }, query: { ...where, ...narrowed, limit: 50 } }),
    placeholderData: keepPreviousData,
  })
  const indicator = definition.data?.indicators.find((one) => one.key === key)
  const figure = figures.data?.figures.find((one) => one.indicator === key)
  const name = indicator ? say(indicator.name) : key
  const title = t('counted.title', { name })
  const record = list.data?.record ?? indicator?.counts ?? 'person'
  return (
    <PageShell
      title={title}
      crumbs={[{ label: name, to: paths.indicator(key) }, { label: t('counted.crumb') }]}
      lede={<AreaDrill />}
      actions={<ExportButton list={{ ...where, indicator: key, ...(filter && { filter }) }} />}
    >
      {figure && indicator && (
        <CountedHead
          figure={figure}
          indicator={indicator}
          record={record}
          part={part}
          filtered={filter !== undefined}
        />
      )}
      <FilterPanel
        record={record}
        filter={filter}
        onApply={(next) => go(changed({ filter: next, after: undefined }))}
      />
      {figure && !figure.opens ? (
        <p className="panel">{t('counted.noList')}</p>
      ) : (
        <Answer of={list} lines={12}>
          {(data) => (
            <section className="panel">
              <CountedTable page={data} caption={title} />
              <PageTrail after={after} next={data.next} />
            </section>
          )}
        </Answer>
      )}
    </PageShell>
  )
}
