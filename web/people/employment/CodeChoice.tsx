import type { CodeList } from '#domain/people/fact.ts'
import { useWords } from '../../words.ts'

type Props = {
  label: string
  codes: CodeList
  value: string
  /** Words of the empty choice; left out: one must be chosen. */
  none?: string
  onChoose: (code: string) => void
}

/** A code of a closed list by its words. */
export function CodeChoice({ label, codes, value, none, onChoose }: Props) {
  const { t, say } = useWords()
  return (
    <label className="labelled">
      <span>{label}</span>
      <select
        className="field"
        required={none === undefined}
        value={value}
        onChange={(event) => onChoose(event.target.value)}
      >
        <option value="">{none ?? t('filter.choose')}</option>
        {Object.entries(codes).map(([code, words]) => (
          <option key={code} value={code}>
            {say(words)}
          </option>
        ))}
      </select>
    </label>
  )
}
