import type { Day } from '#domain/base/date.ts'
import { type Tile, tilesOf } from '#domain/places/tiles.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { shortText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { stepsOf } from '../area/area-figures.ts'
import { type FigureData, type IndicatorData, levelOf } from '../figure/figure.ts'
import { useFigureText } from '../figure/figure-text.ts'
import { stateSign } from '../figure/StateMark.tsx'
import { moveOnGrid } from './grid-keys.ts'
import './tile-map.css'

type Props = { indicator: IndicatorData; figures: readonly FigureData[]; division: Day }

/** 方格图: one tile a county-level unit of the division; the number and the sign say what the colour says. */
export function TileMap({ indicator, figures, division }: Props) {
  const { t, say } = useWords()
  const byArea = new Map(figures.map((figure) => [figure.area, figure]))
  const steps = stepsOf(figures, indicator)
  return (
    <figure className="tile-map-figure">
      <ul className="tile-map" aria-label={say(indicator.name)} onKeyDown={moveOnGrid}>
        {tilesOf(division).map((tile) => (
          <MapTile
            key={tile.code}
            tile={tile}
            indicator={indicator}
            figure={byArea.get(tile.code)}
            step={steps.get(tile.code)}
          />
        ))}
      </ul>
      <figcaption>
        <span className="legend" aria-hidden="true">
          {[1, 2, 3, 4, 5].map((step) => (
            <i key={step} className={`step-${step}`} />
          ))}
        </span>
        {t('indicators.map.legend')}
      </figcaption>
    </figure>
  )
}

type TileProps = {
  tile: Tile
  indicator: IndicatorData
  figure: FigureData | undefined
  step: number | undefined
}

function MapTile({ tile, indicator, figure, step }: TileProps) {
  const { t, say, language } = useWords()
  const text = useFigureText(indicator)
  const level = figure && levelOf(figure, indicator)
  const value = level === undefined ? t('indicators.map.noFigure') : text(level)
  const state = figure?.state ?? 'none'
  const told = state === 'none' ? '' : t(`indicators.state.${state}`)
  return (
    <li
      style={{ gridColumn: tile.col + 1, gridRow: tile.row + 1 }}
      data-col={tile.col}
      data-row={tile.row}
      className={step === undefined ? undefined : `step-${step}`}
    >
      <Go to={paths.area(tile.code, { indicator: indicator.key })}>
        <span>{say(tile.name)}</span>
        <b>{value}</b>
        <b className="short" aria-hidden="true">
          {level === undefined ? '–' : shortText(level, language)}
        </b>
        {state !== 'none' && (
          <i className={`state-${state}`} title={told}>
            <span aria-hidden="true">{stateSign[state]}</span>
            <span className="sr-only"> {told}</span>
          </i>
        )}
      </Go>
    </li>
  )
}
