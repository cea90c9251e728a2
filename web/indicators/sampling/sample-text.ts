import type { Static } from 'typebox'
import type { SampleView } from '#domain/indicators/sampling/sampling.api.ts'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'

export type SampleData = Static<typeof SampleView>

/** 0.9721 → 97.2%: to a tenth, as exact as a sample can be. */
export function useShareText(): (share: number) => string {
  const { language } = useWords()
  return (share) => `${numberText(share * 100, language, 1)}%`
}

/** The share with its band, in a line: 97.2% true ± 1.4 points (95% confidence interval 95.6%–98.4%). */
export function useBandText(): (sample: SampleData) => { short: string; interval: string } | undefined {
  const { t, language } = useWords()
  const share = useShareText()
  return ({ confidence, result: { band } }) => {
    if (!band) return undefined
    const half = numberText(((band.high - band.low) / 2) * 100, language, 1)
    return {
      short: t('sample.band', { share: share(band.share), half }),
      interval: t('sample.band.interval', {
        confidence: `${confidence * 100}%`,
        low: share(band.low),
        high: share(band.high),
      }),
    }
  }
}
