import { useWords } from '../words.ts'

/** How grave a finding is: the word, its colour, and what it means for those who point at it. */
export function Severity({ of }: { of: 'block' | 'hold' | 'review' }) {
  const { t } = useWords()
  return (
    <span className={`tag severity-${of}`} title={t(`needs.severity.${of}.how`)}>
      {t(`needs.severity.${of}`)}
    </span>
  )
}
