import { useWords } from '../../../words.ts'

/** Why, in the officer's words; kept in the log with the act. */
export function ReasonField({ value, onType }: { value: string; onType: (reason: string) => void }) {
  const { t } = useWords()
  return (
    <label className="labelled site-whole">
      <span>{t('sites.act.reason')}</span>
      <input
        className="field"
        required
        minLength={2}
        maxLength={200}
        value={value}
        aria-describedby="reason-how"
        onChange={(event) => onType(event.target.value)}
      />
      <span id="reason-how" className="soft">
        {t('sites.act.reason.how')}
      </span>
    </label>
  )
}
