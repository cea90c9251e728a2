import { useWords } from '../../words.ts'
import { FigureRows } from '../figure/FigureRows.tsx'
import { type AsOfData, type Line, splitByTarget } from '../figure/figure-lines.ts'
import { FigureTiles } from '../overview/FigureTiles.tsx'

type Props = { caption: string; lines: Line[]; asOf: AsOfData }

/** Figures with a number to reach as rows; those the plan gives no number for as tiles below, none left out. */
export function ActionFigures({ caption, lines, asOf }: Props) {
  const { t } = useWords()
  const { targeted, open } = splitByTarget(lines)
  return (
    <>
      {targeted.length > 0 && <FigureRows caption={caption} lines={targeted} asOf={asOf} />}
      {open.length > 0 && (
        <>
          <h3 className="open-head">{t('indicators.target.open')}</h3>
          <FigureTiles families={open} asOf={asOf} />
        </>
      )}
    </>
  )
}
