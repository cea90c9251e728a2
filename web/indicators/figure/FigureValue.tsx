import { paths } from '../../paths.ts'
import { Figure } from '../../ui/Figure.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { type FigureData, type IndicatorData, isShare } from './figure.ts'
import { shownAs, useUnitWord } from './figure-text.ts'

type Props = {
  figure: FigureData
  indicator: Pick<IndicatorData, 'key' | 'name' | 'unit'>
  size?: 'plain' | 'large' | 'small'
  unit?: boolean
}

/** The figure of an indicator, open to what it counted; a share shows both of its numbers. */
export function FigureValue({ figure, indicator, size = 'plain', unit = true }: Props) {
  const { t, say, language } = useWords()
  const unitWord = useUnitWord()
  const share = isShare(indicator)
  const to = figure.opens ? paths.counted(indicator.key, { area: figure.area }) : undefined
  const label = `${say(indicator.name)} ${figure.areaName} ${t('indicators.opens')}`
  return (
    <>
      <Figure
        value={figure.value === null ? null : shownAs(figure.value, indicator.unit)}
        of={share ? figure.of : null}
        unit={unit ? unitWord(indicator.unit) : undefined}
        to={to}
        label={label}
        size={size}
      />
      {!share && figure.of !== null && <span className="figure-of">/ {numberText(figure.of, language)}</span>}
    </>
  )
}
