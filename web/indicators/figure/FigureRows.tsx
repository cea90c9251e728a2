import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { moveByArrow } from '../../ui/table/arrow-keys.ts'
import { numberText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { TileLine } from '../map/TileLine.tsx'
import { PublishedFigure } from '../overview/PublishedFigure.tsx'
import { DefinitionButton } from './DefinitionButton.tsx'
import { FigureValue } from './FigureValue.tsx'
import type { AsOfData, Line } from './figure-lines.ts'
import { Parts } from './Parts.tsx'
import { Progress } from './Progress.tsx'
import { StateMark } from './StateMark.tsx'
import './figure-rows.css'

type Props = { caption: string; lines: Line[]; asOf: AsOfData }

/** Indicators as rows: value, target with its pace, what is still needed, state, and what was published. */
export function FigureRows({ caption, lines, asOf }: Props) {
  const { t } = useWords()
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move the focus between the links inside
    <div onKeyDown={moveByArrow}>
      <table className="figures">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t('indicators.name')}</th>
            <th scope="col" className="num">
              {t('indicators.value')}
            </th>
            <th scope="col">{t('indicators.target')}</th>
            <th scope="col" className="num">
              {t('indicators.pace')}
            </th>
            <th scope="col">{t('indicators.state')}</th>
            <th scope="col">{t('indicators.published')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.filter(stands).map((line) => (
            <Family key={line.indicator.key} head={line} details={detailsOf(line, lines)} asOf={asOf} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** A detail without a target of its own stands as a line under its head, not as a row of empty cells. */
const stands = (line: Line): boolean => !line.detail || line.figure.target !== null
const detailsOf = (head: Line, lines: Line[]): Line[] =>
  head.detail ? [] : lines.filter((line) => line.indicator.partOf === head.indicator.key && !stands(line))

function Family({ head, details, asOf }: { head: Line; details: Line[]; asOf: AsOfData }) {
  if (details.length === 0) return <FigureRow {...head} asOf={asOf} />
  return (
    <>
      <FigureRow {...head} asOf={asOf} open />
      <tr className="details">
        <td colSpan={6}>
          <div className="details-lines">
            {details.map((line) => (
              <TileLine key={line.indicator.key} line={line} asOf={asOf} />
            ))}
          </div>
        </td>
      </tr>
    </>
  )
}

type RowProps = Line & { asOf: AsOfData; open?: boolean }

function FigureRow({ indicator, figure, detail, asOf, open = false }: RowProps) {
  const { t, say, language } = useWords()
  const pace = figure.trajectory
  return (
    <tr className={[detail && 'detail', open && 'open'].filter(Boolean).join(' ')}>
      <th scope="row">
        <div className="tile-name">
          <Go to={paths.indicator(indicator.key)}>{say(indicator.name)}</Go>
          <DefinitionButton indicator={indicator} asOf={asOf} />
        </div>
        <Parts figure={figure} />
      </th>
      <td className="num" data-label={t('indicators.value')}>
        <FigureValue figure={figure} indicator={indicator} size={detail ? 'plain' : 'large'} />
      </td>
      <td data-label={t('indicators.target')} className={figure.target ? undefined : 'no-target'}>
        <Progress figure={figure} indicator={indicator} />
        {figure.task && (
          <span className="soft" title={figure.task.source}>
            {t('indicators.task', { year: figure.task.year, value: numberText(figure.task.value, language) })}
          </span>
        )}
      </td>
      <td className="num pace" data-label={t('indicators.pace')}>
        {pace && pace.perMonth > 0 && (
          <span title={say(pace.words)}>
            {t('indicators.pace.month', { n: numberText(Math.ceil(pace.perMonth), language) })}
          </span>
        )}
      </td>
      <td className="state-cell" data-label={t('indicators.state')}>
        {figure.target && <StateMark figure={figure} />}
      </td>
      <td className="published" data-label={t('indicators.published')}>
        {figure.published && <PublishedFigure published={figure.published} indicator={indicator} />}
      </td>
    </tr>
  )
}
