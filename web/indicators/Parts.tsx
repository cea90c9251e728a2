import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { numberText } from '../ui/number.ts'
import { useWords } from '../words.ts'
import type { FigureData } from './figure.ts'

/** The breakdown of a figure; each part opens its own list. */
export function Parts({ figure }: { figure: FigureData }) {
  const { say, language } = useWords()
  if (figure.parts.length === 0) return null
  return (
    <ul className="parts">
      {figure.parts.map((part) => (
        <li key={part.key}>
          {say(part.label)}{' '}
          {figure.opens ? (
            <Go to={paths.counted(figure.indicator, { area: figure.area, part: part.key })}>
              {numberText(part.value, language)}
            </Go>
          ) : (
            numberText(part.value, language)
          )}
        </li>
      ))}
    </ul>
  )
}
