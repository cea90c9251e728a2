import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { useWords } from '../words.ts'
import { DefinitionButton } from './DefinitionButton.tsx'
import { FigureValue } from './FigureValue.tsx'
import type { AsOfData, Line } from './figure-lines.ts'
import { Parts } from './Parts.tsx'
import './figure-tiles.css'

type Props = { families: Line[][]; asOf: AsOfData }

/** An indicator without a target, and those that detail it, in a small box. */
export function FigureTiles({ families, asOf }: Props) {
  return (
    <ul className="tiles">
      {families.map((family) => (
        <li key={family[0]?.indicator.key} className={family.length > 3 ? 'tile tile-wide' : 'tile'}>
          {family.map((line) => (
            <TileLine key={line.indicator.key} line={line} asOf={asOf} />
          ))}
        </li>
      ))}
    </ul>
  )
}

function TileLine({ line, asOf }: { line: Line; asOf: AsOfData }) {
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
          {t('indicators.published')} {say(figure.published.text)} · {figure.published.on} · {figure.published.source}
        </p>
      )}
    </div>
  )
}
