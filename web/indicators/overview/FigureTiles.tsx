import type { AsOfData, Line } from '../figure/figure-lines.ts'
import { TileLine } from '../map/TileLine.tsx'
import './figure-tiles.css'

type Props = { families: Line[][]; asOf: AsOfData }

/** An indicator without a target, and those that detail it, in a small box. */
export function FigureTiles({ families, asOf }: Props) {
  return (
    <ul className="tiles">
      {families.map((family) => (
        <li key={family[0]?.indicator.key} className="tile">
          {family.map((line) => (
            <TileLine key={line.indicator.key} line={line} asOf={asOf} />
          ))}
        </li>
      ))}
    </ul>
  )
}
