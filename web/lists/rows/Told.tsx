import { useWords } from '../../words.ts'
import type { ImportRow, ListKind } from '../import.ts'

/** Cell by cell what is wrong with a row and how to mend it; what is only told is marked so. */
export function Told({ row, list }: { row: ImportRow; list: ListKind | undefined }) {
  const { t, say } = useWords()
  if (row.told.length === 0) return null
  const nameOf = (key: string | null) =>
    key === null ? t('import.row.whole') : say(list?.columns.find((column) => column.key === key)?.label) || key
  return (
    <ul className="import-told">
      {row.told.map(({ column, code, words, refuses }) => (
        <li key={`${column} ${code}`} className={refuses ? 'told-refuses' : undefined}>
          <b>{nameOf(column)}</b>{' '}
          {!refuses && (
            <span className="tag">{t(code.startsWith('check:') ? 'import.row.finding' : 'import.row.told')}</span>
          )}{' '}
          {say(words)}
        </li>
      ))}
    </ul>
  )
}
