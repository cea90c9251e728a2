import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { stateWords } from '#domain/jobs/referral/referral-words.ts'
import { referralOrigin } from '#domain/people/referral-codes.ts'
import { ApiError, ask } from '../../api.ts'
import { paths } from '../../paths.ts'
import { CallNumber } from '../../people/file/CallNumber.tsx'
import { Answer } from '../../ui/Answer.tsx'
import { Go } from '../../ui/Go.tsx'
import { PageShell } from '../../ui/page/PageShell.tsx'
import { PrintButton } from '../../ui/page/PrintButton.tsx'
import { useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { ReferralActs } from './acts/ReferralActs.tsx'
import { RetentionCard } from './acts/RetentionCard.tsx'
import { ReferralHistory } from './ReferralHistory.tsx'
import { DueMark, ReferralMark } from './ReferralMark.tsx'
import './referral.css'

export type Referral = Reply<Api['getReferral']>

/** One referral: where it stands and what can be done on top, its steps, the checks of a placement, and who did what when. */
export function ReferralPage({ params }: { params: Record<string, string> }) {
  const { t } = useWords()
  const { on } = useView()
  const referral = useQuery({ ...ask.getReferral({ params: { id: Number(params.id) }, query: { on } }), retry: false })
  const gone = referral.error instanceof ApiError && referral.error.status === 404
  const { data } = referral
  const title = data ? t('referral.title', data) : t(gone ? 'referral.gone' : 'referral.one')
  return (
    <PageShell
      title={title}
      crumbs={[{ label: t('referral.board'), to: paths.referrals() }, ...(data ? [{ label: title }] : [])]}
      actions={<PrintButton />}
    >
      <Answer of={referral} lines={12}>
        {(found) => (
          <>
            <Head referral={found} />
            {found.placedOn !== null && <RetentionCard referral={found} />}
            <Steps referral={found} />
            <ReferralHistory history={found.history} />
          </>
        )}
      </Answer>
    </PageShell>
  )
}

function Head({ referral }: { referral: Referral }) {
  const { t, say } = useWords()
  const can = useCan()
  const { on, present } = useView()
  return (
    <section className="panel" aria-labelledby="referral-now">
      <h2 id="referral-now">{say(stateWords[referral.state])}</h2>
      <p className="referral-head">
        <ReferralMark line={referral} />
        <DueMark line={referral} />
        <b>{referral.employer}</b>
        <span>{referral.work.placeName}</span>
        <span className="soft">{say(referralOrigin[referral.origin])}</span>
      </p>
      <p className="referral-head">
        {can('people.read') && <Go to={paths.file(referral.person)}>{t('referral.open.file')}</Go>}
        <Go to={paths.vacancy(referral.vacancy)}>{t('referral.open.vacancy')}</Go>
        <span>
          {t('referral.phone')}
          <CallNumber person={referral.person} masked={referral.phoneMask} reason={t('referral.phone.reason')} />
        </span>
      </p>
      {referral.source === 'demo' && <p className="soft">{t('referral.invented')}</p>}
      {!present && <p className="soft">{t('referral.past', { day: on })}</p>}
      {present && !can('jobs.refer') && <p className="soft">{t('referral.noAct')}</p>}
      {present && referral.placedOn === null && <ReferralActs key={referral.knownFrom} referral={referral} />}
    </section>
  )
}

/** The way from the referral to the placement, with the day of each step. */
function Steps({ referral }: { referral: Referral }) {
  const { t } = useWords()
  const { limits, state } = referral
  const steps = [
    ['made', referral.madeOn],
    ['person', referral.personAnsweredOn],
    ['employer', referral.employerAnsweredOn],
    ['interview', referral.interviewOn],
    ['trial', referral.trialFrom],
    ['placed', referral.placedOn],
  ] as const
  const last = steps.findLastIndex(([, day]) => day !== null)
  return (
    <section className="panel" aria-labelledby="referral-steps">
      <h2 id="referral-steps">{t('referral.steps')}</h2>
      <ol className="referral-steps">
        {steps.map(([step, day], at) => (
          <li
            key={step}
            className={day === null ? undefined : 'done'}
            aria-current={at === last && state !== 'ended' ? 'step' : undefined}
          >
            {t(`referral.step.${step}`)}
            <span>{day ?? t(at < last ? 'referral.step.skipped' : 'referral.step.notYet')}</span>
          </li>
        ))}
      </ol>
      <p className="soft">{t('referral.limits', limits)}</p>
    </section>
  )
}
