import { useWords } from '../../words.ts'
import type { ImportRow, ListKind } from '../import.ts'

/** A column's value of a row, masked where it is a number. */
export const cellOf = (row: ImportRow, list: ListKind | undefined, key: string): string | null => {
  const at = list?.columns.findIndex((column) => column.key === key) ?? -1
  return row.values[at] ?? null
}

/** Which row, and whose or what it is: enough to find it in the file. */
export function RowName({ row, list }: { row: ImportRow; list: ListKind | undefined }) {
  const { t } = useWords()
  const name = ['name', 'head_name', 'workshop', 'enterprise', 'household_no', 'title']
    .map((key) => cellOf(row, list, key))
    .find((value) => value !== null)
  return (
    <>
      <span className="soft nowrap">{t('import.row', { n: row.row })}</span> {name && <b>{name}</b>}{' '}
      <span className="soft nowrap">{cellOf(row, list, 'identity')}</span>
    </>
  )
}
