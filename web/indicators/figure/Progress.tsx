import { useWords } from '../../words.ts'
import { type FigureData, type IndicatorData, progressOf } from './figure.ts'
import { useFigureText } from './figure-text.ts'

type Props = { figure: FigureData; indicator: Pick<IndicatorData, 'unit'>; terse?: boolean }

/** Target, how full, and the mark where a steady pace would stand on the day. */
export function Progress({ figure, indicator, terse = false }: Props) {
  const { t, language } = useWords()
  const text = useFigureText(indicator)
  const progress = progressOf(figure, indicator)
  if (!figure.target) return <span className="soft">{t('indicators.target.none')}</span>
  const { target, trajectory } = figure
  const percent = progress && new Intl.NumberFormat(language, { style: 'percent' }).format(floored(progress.ratio))
  const due = trajectory && t('indicators.due', { value: text(trajectory.due) })
  return (
    <div className="target">
      {!terse && (
        <div className="target-words">
          <span>
            <b>{text(target.value)}</b>
            {target.by && <> {t('indicators.target.by', { day: target.by })}</>}
          </span>
          {target.origin === 'decomposition' && <span className="tag">{t('indicators.target.decomposition')}</span>}
          {target.assumption && <span className="tag">{t('indicators.target.assumption')}</span>}
        </div>
      )}
      {progress && (
        <div
          className={`bar bar-${figure.state}`}
          role="img"
          aria-label={[percent, due].filter(Boolean).join(' · ')}
          title={due ?? undefined}
        >
          <i style={{ width: `${Math.min(100, Math.max(0, progress.ratio * 100))}%` }} />
          {progress.due !== undefined && <u style={{ left: `${progress.due * 100}%` }} />}
        </div>
      )}
      {!terse && progress && (
        <div className="target-words soft">
          <span>{percent}</span>
          {due && <span>{due}</span>}
        </div>
      )}
    </div>
  )
}

/** 99.96 % done is not done. */
const floored = (ratio: number): number => Math.floor(ratio * 100) / 100
