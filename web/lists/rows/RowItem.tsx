import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { useWords } from '../../words.ts'
import type { ImportRow, ListKind } from '../import.ts'
import { Comparison } from './Comparison.tsx'
import { RowName } from './RowName.tsx'
import { RowSays } from './RowSays.tsx'
import { Told } from './Told.tsx'

/** `named`: the row's outcome is told beside it, where rows of several stand together. */
type Props = { row: ImportRow; list: ListKind | undefined; named: boolean }

/** A row: why it was refused stands open; what it would change opens field by field. */
export function RowItem({ row, list, named }: Props) {
  return (
    <li className={`import-row outcome-${row.outcome}`}>
      <details>
        <summary>
          <RowName row={row} list={list} /> <Brief row={row} named={named} />
        </summary>
        <div className="import-row-open">
          {row.differences.length > 0 && <Comparison row={row} />}
          <RowSays row={row} list={list} />
          {row.person !== null && <ToRecord id={row.person} list={list} />}
        </div>
      </details>
      <Told row={row} list={list} />
    </li>
  )
}

/** The file or the vacancy that the row speaks of. */
function ToRecord({ id, list }: { id: number; list: ListKind | undefined }) {
  const { t } = useWords()
  if (list?.subject === 'vacancy') return <Go to={paths.vacancy(id)}>{t('import.row.vacancy')}</Go>
  return <Go to={paths.file(id)}>{t('import.row.open')}</Go>
}

/** How much a row changes, without opening it. */
function Brief({ row: { differences, outcome }, named }: Pick<Props, 'row' | 'named'>) {
  const { t } = useWords()
  const n = (counts: (one: ImportRow['differences'][number]) => boolean) => differences.filter(counts).length
  const parts = [
    [n(({ opens }) => opens), 'import.row.openings'],
    [n(({ opens, wins }) => !opens && wins), 'import.row.changes'],
    [n(({ opens, wins }) => !opens && !wins), 'import.row.kept'],
  ] as const
  return (
    <span className="import-brief">
      {named && <span className="tag">{t(`import.outcome.${outcome}`)}</span>}{' '}
      {parts.map(([count, key]) => (count > 0 ? <span key={key}>{t(key, { n: count })}</span> : null))}
    </span>
  )
}
