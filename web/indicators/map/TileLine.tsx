import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'
import { DefinitionButton } from '../figure/DefinitionButton.tsx'
import { FigureValue } from '../figure/FigureValue.tsx'
import type { AsOfData, Line } from '../figure/figure-lines.ts'
import { Parts } from '../figure/Parts.tsx'
import { PublishedFigure } from '../overview/PublishedFigure.tsx'
import '../overview/figure-tiles.css'

/** A figure in one line: name, definition, value; below it its parts and what was published. */
export function TileLine({ line, asOf }: { line: Line; asOf: AsOfData }) {
  const { t, say } = useWords()
  const { indicator, figure, detail } = line
  return (
    <div className={detail ? 'tile-line tile-detail' : 'tile-line'}>
      <div className="tile-name">
        <Go to={paths.indicator(indicator.key)}>{say(indicator.name)}</Go>
        <DefinitionButton indicator={indicator} asOf={asOf} />
      </div>
      <div className="tile-value">
        <FigureValue figure={figure} indicator={indicator} size={detail ? 'plain' : 'large'} />
      </div>
      <Parts figure={figure} />
      {figure.published && (
        <p className="tile-published soft">
          {t('indicators.published')} <PublishedFigure published={figure.published} indicator={indicator} />
        </p>
      )}
    </div>
  )
}
