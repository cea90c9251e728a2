import { useWords } from '../../words.ts'

type Props = { label?: string; value: string; onType: (reason: string) => void }

/** Why, in four characters or more: a line in the log that others will read. */
export function Reason({ label, value, onType }: Props) {
  const { t } = useWords()
  return (
    <label className="labelled">
      <span>
        {label ?? t('identity.reason')} <small className="soft">{t('identity.reason.how')}</small>
      </span>
      <textarea
        className="field reason"
        required
        minLength={4}
        maxLength={200}
        value={value}
        onChange={(event) => onType(event.target.value)}
      />
    </label>
  )
}
