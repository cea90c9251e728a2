import * as codes from '#domain/people/codes.ts'
import type { CodeList } from '#domain/people/fact.ts'
import * as referral from '#domain/people/referral-codes.ts'
import { useWords } from '../../words.ts'
import type { Referral } from './ReferralPage.tsx'

type Entry = Referral['history'][number]
/** Every list a reason or an answer may come from; a code of one is none of another with other words. */
const REASONS: Partial<Record<Entry['step'], CodeList>> = {
  person: referral.personDecline,
  employer: referral.employerDecline,
  ended: referral.referralEnd,
  left: codes.workEnd,
}
const ANSWERS: Partial<Record<Entry['step'], CodeList>> = {
  person: referral.referralAnswer,
  employer: referral.referralAnswer,
  interviewed: referral.interviewResult,
}

/** Who did what when, under which post; the newest first. */
export function ReferralHistory({ history }: { history: Referral['history'] }) {
  const { t, say } = useWords()
  const wordOf = (lists: typeof REASONS, step: Entry['step'], code: string | null) => {
    const words = code === null ? undefined : lists[step]?.[code]
    return words ? say(words) : undefined
  }
  return (
    <section className="panel" aria-labelledby="referral-history">
      <h2 id="referral-history">{t('referral.history')}</h2>
      <ol className="referral-history">
        {history.map((entry) => {
          const parts = [
            wordOf(ANSWERS, entry.step, entry.answer),
            wordOf(REASONS, entry.step, entry.reason),
            entry.month === null ? undefined : t('referral.retention.month', { month: entry.month }),
            entry.method === null ? undefined : wordOfMethod(entry.method, say),
          ].filter(Boolean)
          return (
            <li key={`${entry.at} ${entry.step}`}>
              <b>{t(`referral.history.step.${entry.step}`)}</b> {entry.on} {parts.join(' · ')}
              <br />
              <span className="soft">
                {t('referral.history.by', { by: entry.by ?? '—', at: entry.at.slice(0, 16).replace('T', ' ') })}
              </span>
            </li>
          )
        })}
      </ol>
    </section>
  )
}

const wordOfMethod = (method: string, say: ReturnType<typeof useWords>['say']) => {
  const words = (codes.verifiedMethod as CodeList)[method]
  return words && say(words)
}
