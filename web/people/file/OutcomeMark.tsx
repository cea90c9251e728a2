import { useWords } from '../../words.ts'

const signs = { yes: '✓', no: '✗', unknown: '?' } as const

/** Yes, no, unknown: a sign, a colour and a word for those who hear it. */
export function OutcomeMark({ outcome }: { outcome: keyof typeof signs }) {
  const { t } = useWords()
  return (
    <span className={`mark mark-${outcome}`}>
      <span aria-hidden="true">{signs[outcome]}</span>
      <span className="sr-only">{t(`file.outcome.${outcome}`)}</span>
    </span>
  )
}
