import { useWords } from '../../words.ts'
import type { ImportRow, ListKind } from '../import.ts'
import { AreaName } from './AreaName.tsx'
import { isAreaCode, useCellText } from './fact-text.ts'

/** What tells whose row it is, and what else it says in words; amounts stand in the comparison, with their units. */
export function RowSays({ row, list }: { row: ImportRow; list: ListKind | undefined }) {
  const { t, say } = useWords()
  const cellText = useCellText()
  const cells = (list?.columns ?? []).flatMap(({ key, label }, i) => {
    const value = row.values[i] && cellText(key, row.values[i])
    return value ? [{ key, label, value }] : []
  })
  // A village's name begins with its county and town.
  const village = cells.some(({ key }) => key === 'village')
  const told = cells.filter(({ key }) => !village || (key !== 'county' && key !== 'town'))
  if (told.length === 0) return null
  return (
    <section>
      <h4>{t('import.row.values')}</h4>
      <dl className="import-values">
        {told.map(({ key, label, value }) => (
          <div key={key}>
            <dt>{say(label)}</dt>
            <dd>{isAreaCode(value) ? <AreaName code={Number(value)} /> : value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
