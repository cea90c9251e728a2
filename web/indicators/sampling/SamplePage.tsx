import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Answer } from '../../ui/Answer.tsx'
import { Figure } from '../../ui/Figure.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { instantText, numberText } from '../../ui/text/number.ts'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import { usePlan } from '../figure/figure-lines.ts'
import { type SampleData, useBandText, useShareText } from './sample-text.ts'
import './sampling.css'

/** One sample: what it says of the figure, county by county, how it was drawn, and the proof. */
export function SamplePage({ params }: { params: Record<string, string> }) {
  const { t, say, language } = useWords()
  const plan = usePlan()
  const sample = useQuery(ask.getSample({ params: { id: Number(params.id) } }))
  const indicator = plan.data?.indicators.find((one) => one.key === sample.data?.indicator)
  const name = say(indicator?.name) || (sample.data?.indicator ?? '')
  return (
    <PageShell
      title={
        sample.data
          ? t('sample.of', { indicator: name, area: sample.data.frameName, on: sample.data.on })
          : t('sample.title')
      }
      lede={
        sample.data && t('sample.drawnAt', { by: sample.data.drawnBy, at: instantText(sample.data.drawnAt, language) })
      }
      crumbs={[
        { label: t('sample.title'), to: paths.samples() },
        ...(sample.data ? [{ label: name, to: paths.indicator(sample.data.indicator) }] : []),
      ]}
      actions={
        <>
          <Go to={paths.samplePeople(Number(params.id))}>{t('sample.call')}</Go>
          <PrintButton />
        </>
      }
    >
      <Answer of={sample}>
        {(data) => (
          <>
            <Result sample={data} />
            <Counties sample={data} />
            <Method sample={data} />
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Result({ sample }: { sample: SampleData }) {
  const { t, language } = useWords()
  const text = useBandText()(sample)
  const share = useShareText()
  const { band, worst, best, reached, unreached, pending, silent } = sample.result
  const people = (part: number) => numberText(Math.round(part * sample.size), language)
  return (
    <section className="panel" aria-labelledby="result">
      <h2 id="result">{t('sample.result')}</h2>
      {text && band ? (
        <>
          <p className="sample-band">
            <strong>{text.short}</strong> {text.interval}
          </p>
          <p>
            {t('sample.band.people', {
              size: numberText(sample.size, language),
              ...{ people: people(band.share), low: people(band.low), high: people(band.high) },
            })}
          </p>
        </>
      ) : (
        <p>{reached > 0 ? t('sample.tooFew', { n: silent }) : t('sample.noBand')}</p>
      )}
      <p>{t('sample.response', { drawn: sample.drawn, reached, unreached, pending })}</p>
      {band && unreached + pending > 0 && <p>{t('sample.bounds', { worst: share(worst), best: share(best) })}</p>}
      {band && silent > 0 && <p className="unknown">{t('sample.silent', { n: silent })}</p>}
    </section>
  )
}

function Counties({ sample }: { sample: SampleData }) {
  const { t } = useWords()
  const people = (area: number | undefined, answer?: string) =>
    paths.samplePeople(sample.id, { ...(area && { area }), ...(answer && { part: answer }) })
  return (
    <section className="panel">
      <DataTable
        caption={t('sample.size.counties')}
        rows={sample.counties}
        keyOf={(row) => row.area}
        columns={[
          { key: 'area', title: t('sample.county'), head: true, cell: (row) => row.areaName },
          { key: 'size', title: t('sample.county.size'), number: true, cell: (row) => row.size },
          {
            key: 'drawn',
            title: t('sample.county.drawn'),
            number: true,
            cell: (row) => (
              <Figure label={`${row.areaName} ${t('sample.county.drawn')}`} value={row.drawn} to={people(row.area)} />
            ),
          },
          { key: 'reached', title: t('sample.county.reached'), number: true, cell: (row) => row.reached },
          {
            key: 'held',
            title: t('sample.county.held'),
            number: true,
            cell: (row) => (
              <Figure
                label={`${row.areaName} ${t('sample.county.held')}`}
                value={row.held}
                to={people(row.area, 'held')}
              />
            ),
          },
          {
            key: 'share',
            title: t('sample.county.share'),
            number: true,
            cell: (row) =>
              row.reached > 0 ? <Figure label={t('sample.county.share')} value={row.held} of={row.reached} /> : '–',
          },
        ]}
      />
    </section>
  )
}

function Method({ sample }: { sample: SampleData }) {
  const { t } = useWords()
  const can = useCan()
  const [asked, setAsked] = useState(false)
  const proof = useQuery({ ...ask.proveSample({ params: { id: sample.id } }), enabled: asked })
  const same = (is: boolean) => t(is ? 'sample.same' : 'sample.other')
  return (
    <section className="panel" aria-labelledby="method">
      <h2 id="method">{t('sample.method')}</h2>
      <p>{t('sample.method.draw')}</p>
      <p>{t('sample.method.estimate')}</p>
      <p>{t('sample.method.limits')}</p>
      <p>
        {t(`sample.allocation.${sample.allocation}`)} · {t('sample.seed.kept')}{' '}
        <code className="sample-hash">{sample.seed}</code> · {t('sample.frame')}{' '}
        <code className="sample-hash">{sample.frameHash}</code>
      </p>
      {can('indicators.sample') && !proof.data && (
        <Button className="no-print" loading={asked && proof.isPending} onClick={() => setAsked(true)}>
          {t('sample.prove')}
        </Button>
      )}
      {proof.data && (
        <Alert
          type={proof.data.sameFrame && proof.data.sameDraw ? 'success' : 'error'}
          showIcon
          role="status"
          title={
            proof.data.sameFrame && proof.data.sameDraw
              ? t('sample.proved', { size: proof.data.size, drawn: proof.data.drawn })
              : t('sample.disproved', { frame: same(proof.data.sameFrame), draw: same(proof.data.sameDraw) })
          }
        />
      )}
    </section>
  )
}
