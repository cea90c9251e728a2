import { Hint } from '../../ui/Hint.tsx'
import { useWords } from '../../words.ts'
import type { FigureData, IndicatorData } from '../figure/figure.ts'
import { useFigureText } from '../figure/figure-text.ts'

type Props = { published: NonNullable<FigureData['published']>; indicator: Pick<IndicatorData, 'unit'> }

/** What was published: number and day; its words and source on hover, focus or tap, and always on paper. */
export function PublishedFigure({ published, indicator }: Props) {
  const { say } = useWords()
  const text = useFigureText(indicator)
  return (
    <span className="published-figure">
      {text(published.value)}{' '}
      <Hint
        hint={
          <>
            {say(published.text)} <small>{published.source}</small>
          </>
        }
      >
        {published.on}
      </Hint>
    </span>
  )
}
