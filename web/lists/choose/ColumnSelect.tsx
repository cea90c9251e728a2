import { useWords } from '../../words.ts'
import type { Choosing } from './ChooseStep.tsx'
import type { Taken } from './choice.ts'

const LEAVE = '-'
const AUTO = ''

/** What a column of the file is, in the list's own terms; what another column has is told beside it. */
export function ColumnSelect({ of, name, choice, draft, change }: Choosing & { of: Taken; name: string }) {
  const { t, say } = useWords()
  const taken = new Set(choice.columns.flatMap(({ place, column }) => (column && place !== of.place ? [column] : [])))
  const choose = (value: string) => {
    const mapping = { ...draft.mapping }
    if (value === AUTO) delete mapping[of.place]
    else mapping[of.place] = value === LEAVE ? null : value
    change({ mapping })
  }
  return (
    <select
      className="field"
      aria-label={t('import.columns.for', { heading: name })}
      value={of.by === 'auto' ? AUTO : (of.column ?? LEAVE)}
      onChange={(event) => choose(event.target.value)}
    >
      {!choice.best && <option value={AUTO}>{t('import.columns.auto')}</option>}
      <option value={LEAVE}>{t('import.columns.leave')}</option>
      {choice.list?.columns.map(({ key, label, required }) => (
        <option key={key} value={key}>
          {taken.has(key)
            ? t('import.columns.used', { label: say(label) })
            : required
              ? t('import.columns.required', { label: say(label) })
              : say(label)}
        </option>
      ))}
    </select>
  )
}
