import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import type { FigureData } from './figure.ts'
import { shownAs, useUnitWord } from './figure-text.ts'

/** The sum over what was counted: always of money. */
const SUM = 'sum'

/** The breakdown of a figure, each part open to its own list; and the sum, whose list is the figure's. */
export function Parts({ figure }: { figure: FigureData }) {
  const { say, language } = useWords()
  const unit = useUnitWord()
  if (figure.parts.length === 0) return null
  return (
    <ul className="parts">
      {figure.parts.map((part) => (
        <li key={part.key}>
          {say(part.label)}{' '}
          {part.key === SUM || !figure.opens ? (
            <>
              {numberText(part.key === SUM ? shownAs(part.value, 'fen') : part.value, language)}
              {part.key === SUM && unit('fen')}
            </>
          ) : (
            <Go to={paths.counted(figure.indicator, { area: figure.area, part: part.key })}>
              {numberText(part.value, language)}
            </Go>
          )}
        </li>
      ))}
    </ul>
  )
}
