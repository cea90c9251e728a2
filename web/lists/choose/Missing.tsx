import { useWords } from '../../words.ts'
import type { Choice } from './choice.ts'

/** Required columns that nothing in the file is taken for, and a column taken twice. */
export function Missing({ of: { missing, twice } }: { of: Choice }) {
  const { t, say } = useWords()
  const names = missing.map(({ label }) => say(label)).join(t('import.list.comma'))
  return (
    <div role="status">
      {missing.length > 0 && <p className="import-warning">{t('import.missing', { columns: names })}</p>}
      {twice && <p className="import-warning">{t('import.columns.twice', { label: say(twice.label) })}</p>}
    </div>
  )
}
