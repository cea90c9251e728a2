import type { OwedWages } from '#domain/jobs/referral/owed-wages.ts'
import { useWords } from '../../../words.ts'

/** What is typed of wages that are owed. */
export type OwedDraft = { from: string; to: string; yuan: string }
export const NOTHING_OWED: OwedDraft = { from: '', to: '', yuan: '' }

/** All three are typed, or none of them: half of it is no claim. */
export const isOwedWhole = (draft: OwedDraft): boolean => Object.values(draft).every((text) => text !== '')
export const isOwedBlank = (draft: OwedDraft): boolean => Object.values(draft).every((text) => text === '')

export const owedOf = ({ from, to, yuan }: OwedDraft): OwedWages => ({
  ...{ monthFrom: from, monthTo: to },
  amountFen: Math.round(Number(yuan) * 100),
})

const FIELDS = { from: 'month', to: 'month', yuan: 'number' } as const

/** Months and sum of wages that are owed; the same on the file, in a retention check and in a call to a traveller. */
export function OwedFields({
  draft,
  required = true,
  onType,
}: {
  draft: OwedDraft
  required?: boolean
  onType: (change: Partial<OwedDraft>) => void
}) {
  const { t } = useWords()
  return (['from', 'to', 'yuan'] as const).map((key) => (
    <label key={key} className="labelled">
      <span>{t(`referral.wages.${key}`)}</span>
      <input
        className="field"
        type={FIELDS[key]}
        required={required}
        {...(key === 'yuan' && { min: 1, max: 100_000_000, inputMode: 'decimal' as const })}
        value={draft[key]}
        onChange={(event) => onType({ [key]: event.target.value })}
      />
    </label>
  ))
}
