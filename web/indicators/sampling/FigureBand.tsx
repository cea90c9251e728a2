import { useQuery } from '@tanstack/react-query'
import { ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { useBandText } from './sample-text.ts'

/** Beside a figure: what the newest sample of it found, of the same day if there is one; opens the sample. */
export function FigureBand({ indicator }: { indicator: string }) {
  const { t } = useWords()
  const { area, on, plan } = useView()
  const { data } = useQuery(ask.listSamples({ query: { plan, indicator, area } }))
  const textOf = useBandText()
  const sample = data?.samples.find((one) => one.on === on) ?? data?.samples[0]
  if (!sample) return null
  const text = textOf(sample)
  const { reached } = sample.result
  return (
    <p className="figure-band">
      {t('ui.named', { name: t('sample.band.line') })}{' '}
      <Go to={paths.sample(sample.id)}>{text ? text.short : t(reached > 0 ? 'sample.underWay' : 'sample.noBand')}</Go>{' '}
      <span className="soft">
        {[
          text?.interval,
          t('sample.band.partial', { reached, drawn: sample.drawn }),
          sample.on !== on && t('sample.band.day', { on: sample.on }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </span>
    </p>
  )
}
