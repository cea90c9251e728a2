import type { ReactNode } from 'react'
import { useWords } from '../../words.ts'
import { moveByArrow } from './arrow-keys.ts'

export type Column<T> = {
  key: string
  title: ReactNode
  cell: (row: T) => ReactNode
  /** Figures stand right, with digits of one width. */
  number?: boolean
  /** The row's own name: heads the row for screen readers and the card on a phone. One column at most. */
  head?: boolean
  width?: string | undefined
  /** Left out of the phone's cards. */
  wide?: boolean
  /** Nothing to see to in this row: soft on a desk, left out on a phone, where only what matters has room. */
  idle?: (row: T) => boolean
  /** On a phone it stands beside the row's name instead of below it. One column at most. */
  beside?: boolean
}
type Props<T> = {
  /** What the table holds, read before it; shown only when `showCaption`. */
  caption: string
  showCaption?: boolean
  columns: readonly Column<T>[]
  rows: readonly T[]
  keyOf: (row: T) => string | number
  empty?: ReactNode
  /** A class for rows that need one (superseded, chosen). */
  rowClass?: (row: T) => string | undefined
}

/**
 * A real table: prints, is read aloud, becomes cards on a phone; arrow keys walk its links.
 * Pages of a list are keyset pages, so there is nothing to sort or count here.
 */
export function DataTable<T>({ caption, showCaption, columns, rows, keyOf, empty, rowClass }: Props<T>) {
  const { t } = useWords()
  if (rows.length === 0) return <p className="table-empty">{empty ?? t('ui.empty')}</p>
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrow keys only move the focus between the links inside
    <div className="table-frame" onKeyDown={moveByArrow}>
      <table className="table">
        <caption className={showCaption ? undefined : 'sr-only'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.key} scope="col" className={classOf(column)} style={{ width: column.width }}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={keyOf(row)} className={rowClass?.(row)}>
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Cell<T>({ column, row }: { column: Column<T>; row: T }) {
  const label = typeof column.title === 'string' ? column.title : undefined
  if (column.head)
    return (
      <th scope="row" className={classOf(column)} data-label={label}>
        {column.cell(row)}
      </th>
    )
  return (
    <td className={classOf(column, column.idle?.(row))} data-label={label}>
      {column.cell(row)}
    </td>
  )
}

const classOf = <T,>(column: Column<T>, idle = false): string | undefined =>
  [column.number && 'num', idle && 'idle', column.head && 'head', column.wide && 'wide', column.beside && 'beside']
    .filter(Boolean)
    .join(' ') || undefined
