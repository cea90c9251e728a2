import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { stateWords } from '#domain/jobs/referral/referral-words.ts'
import { referralEnd } from '#domain/people/referral-codes.ts'
import { useWords } from '../../words.ts'
import { AnswerReferral } from './AnswerReferral.tsx'

type Own = Reply<Api['getEmployer']>
export type Referral = Own['referred'][number]

/** Who agreed to come, whoever waits for the employer first; the county keeps the whole phone. */
export function Referred({ own: { referred } }: { own: Own }) {
  const { t } = useWords()
  if (referred.length === 0) return null
  const [waiting, others] = [referred.filter(waits), referred.filter((each) => !waits(each))]
  return (
    <section className="panel employer-referred" aria-labelledby="referred">
      <h2 id="referred">{t('jobs.employer.referred')}</h2>
      <p className="soft">{t('jobs.employer.referred.how')}</p>
      <ul className="offer-list">
        {[...waiting, ...others].map((referral) => (
          <li key={`${referral.id} ${referral.knownFrom}`}>
            <Standing referral={referral} />
            <AnswerReferral referral={referral} />
          </li>
        ))}
      </ul>
    </section>
  )
}

const waits = ({ dueOn }: Referral): boolean => dueOn !== null

/** Where it stands in plain words, and what comes next. */
function Standing({ referral }: { referral: Referral }) {
  const { t, say } = useWords()
  const { name, title, phone, agreedOn, state, endReason } = referral
  return (
    <>
      <p className="vacancy-head">
        <b>{name}</b>
        <span className="tag">{endReason === null ? say(stateWords[state]) : <End reason={endReason} />}</span>
        <span>{title}</span>
        {endReason === null && state !== 'placed' && <span>{phone ?? t('jobs.vacancy.notStated')}</span>}
        <span className="soft">{t('jobs.employer.agreed', { day: agreedOn })}</span>
      </p>
      <p className="soft">
        <Next referral={referral} />
      </p>
    </>
  )
}

/** Why it is over, as far as the employer is told. */
function End({ reason }: { reason: string }) {
  const { t, say } = useWords()
  const words = reason === 'other' ? undefined : referralEnd[reason as keyof typeof referralEnd]
  return words ? say(words) : t('jobs.employer.over')
}

function Next({ referral: { state, dueOn, interviewOn, trialTo, placedOn, endedOn } }: { referral: Referral }) {
  const { t } = useWords()
  if (state === 'ended') return t('jobs.employer.next.ended', { day: endedOn ?? '' })
  if (state === 'placed') return t('jobs.employer.next.placed', { day: placedOn ?? '' })
  if (state === 'trial') return t('jobs.employer.next.trial', { day: trialTo ?? '' })
  if (state === 'passed') return t('jobs.employer.next.passed')
  if (state === 'interview') return t('jobs.employer.next.interview', { day: interviewOn ?? '' })
  return state === 'agreed' ? t('jobs.employer.next.agreed') : t('jobs.employer.next.wanted', { day: dueOn ?? '' })
}
