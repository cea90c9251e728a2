import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { usePlan } from '../figure/figure-lines.ts'
import { DrawForm } from './DrawForm.tsx'
import { useBandText } from './sample-text.ts'
import './sampling.css'

/** Samples drawn of the figures of an area, and drawing another. */
export function SamplesPage() {
  const { t, say, language } = useWords()
  const { area, plan: key } = useView()
  const can = useCan()
  const plan = usePlan()
  const samples = useQuery(ask.listSamples({ query: { plan: key, area } }))
  const bandOf = useBandText()
  const nameOf = (indicator: string) =>
    say(plan.data?.indicators.find((one) => one.key === indicator)?.name) || indicator
  return (
    <PageShell title={t('sample.title')} lede={t('sample.lede')}>
      {can('indicators.sample') && plan.data && (
        <section className="panel" aria-labelledby="draw">
          <h2 id="draw">{t('sample.draw')}</h2>
          <DrawForm plan={plan.data} />
        </section>
      )}
      <section className="panel" aria-labelledby="samples">
        <h2 id="samples">{t('sample.list')}</h2>
        <Answer of={samples}>
          {(data) => (
            <DataTable
              caption={t('sample.list')}
              rows={data.samples}
              keyOf={(one) => one.id}
              empty={t('sample.none')}
              columns={[
                {
                  key: 'of',
                  title: t('sample.indicator'),
                  head: true,
                  cell: (one) => (
                    <Go to={paths.sample(one.id)}>
                      {t('sample.of', { indicator: nameOf(one.indicator), area: one.frameName, on: one.on })}
                    </Go>
                  ),
                },
                {
                  key: 'band',
                  title: t('sample.result'),
                  cell: (one) => {
                    const band = bandOf(one)
                    return band
                      ? `${band.short} · ${band.interval}`
                      : t(one.result.reached > 0 ? 'sample.underWay' : 'sample.noBand')
                  },
                },
                {
                  key: 'reached',
                  title: t('sample.county.reached'),
                  number: true,
                  cell: (one) => `${one.result.reached} / ${one.drawn}`,
                },
                {
                  key: 'drawn',
                  title: t('sample.county.drawn'),
                  wide: true,
                  cell: (one) => t('sample.drawnAt', { by: one.drawnBy, at: instantText(one.drawnAt, language) }),
                },
              ]}
            />
          )}
        </Answer>
      </section>
    </PageShell>
  )
}
