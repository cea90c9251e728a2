import type { Static } from 'typebox'
import type { ReferralLine } from '#domain/jobs/referral/referral.api.ts'
import { actWords, sideWords, stateWords } from '#domain/jobs/referral/referral-words.ts'
import { referralEnd } from '#domain/people/referral-codes.ts'
import { useWords } from '../../words.ts'
import './referral.css'

export type Line = Static<typeof ReferralLine>

/** Where a referral stands, in words; why it ended. */
export function ReferralMark({ line }: { line: Pick<Line, 'state' | 'endReason' | 'leftOn' | 'byEmployer'> }) {
  const { t, say } = useWords()
  const reason = line.endReason === null ? undefined : referralEnd[line.endReason as keyof typeof referralEnd]
  return (
    <span className="tag">
      {reason ? say(reason) : say(stateWords[line.state])}
      {line.leftOn !== null && ` · ${t('referral.retention.left', { day: line.leftOn })}`}
      {line.byEmployer && ` · ${t('referral.byEmployer')}`}
    </span>
  )
}

/** What comes next, of the referral or of the placement. */
export function NextStep({ line }: { line: Pick<Line, 'next' | 'check'> }) {
  const { t, say } = useWords()
  const { check, next } = line
  if (check !== null) {
    const { month, tries, retryOn } = check
    return check.state === 'again' && retryOn !== null
      ? t('referral.check.again', { month, tries, day: retryOn })
      : t('referral.check.due', { month })
  }
  return next === null ? '' : say(actWords[next])
}

/** Until when, and by whom; overdue and due today say so in words, not by colour alone. */
export function DueMark({ line }: { line: Pick<Line, 'dueOn' | 'urgency' | 'by'> }) {
  const { t, say } = useWords()
  if (line.dueOn === null) return null
  const side = say(sideWords[line.by ?? 'officer'])
  return (
    <span className={`referral-${line.urgency}`}>
      {line.urgency !== 'ahead' && line.urgency !== null && <b>{t(`referral.${line.urgency}`)} </b>}
      {t('referral.due.by', { day: line.dueOn, side })}
    </span>
  )
}
