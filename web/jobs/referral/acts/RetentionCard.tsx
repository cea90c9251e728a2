import { Button } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import { addDays } from '#domain/base/date.ts'
import type { Input } from '#domain/base/route.ts'
import { checkWords } from '#domain/jobs/referral/referral-words.ts'
import { workEnd } from '#domain/people/codes.ts'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { firstDay } from '../../../people/employment/work-day.ts'
import { Go } from '../../../ui/Go.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useCan, useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import type { Referral } from '../ReferralPage.tsx'
import { isOwedWhole, NOTHING_OWED, type OwedDraft, OwedFields, owedOf } from '../sections/OwedFields.tsx'
import { STALE } from '../stale.ts'
import { ActForm } from './ActForm.tsx'
import { ReferralActs } from './ReferralActs.tsx'

/** The checks of a placement, what to say on the phone, and the taps; whether it counts at three months is said with them. */
export function RetentionCard({ referral }: { referral: Referral }) {
  const { t, say } = useWords()
  const can = useCan()
  const { present } = useView()
  const { checks, retained, placedOn, leftOn } = referral
  const verdict = retained === null ? 'notYet' : retained ? 'kept' : 'notKept'
  return (
    <section className="panel" aria-labelledby="retention">
      <h2 id="retention">{t('referral.retention')}</h2>
      <p>{t(`referral.retention.${verdict}`)}</p>
      <ol className="referral-checks">
        {checks.map(({ month, on, state, tries, retryOn }) => (
          <li key={month}>
            {t('referral.retention.month', { month })}
            <span>{on}</span>
            <b>{say(checkWords[state])}</b>
            {tries > 0 && retryOn !== null && <span>{t('referral.retention.tries', { n: tries, day: retryOn })}</span>}
          </li>
        ))}
      </ol>
      {referral.owed && (
        <p>
          <span className="tag check-refused">{t('referral.owed.stands')}</span>{' '}
          <Go to={paths.finding('wages-unpaid')}>{t('referral.wages.order')}</Go>
        </p>
      )}
      {placedOn !== null && leftOn === null && present && can('jobs.refer') && (
        <Ask key={referral.knownFrom} referral={referral} placedOn={placedOn} />
      )}
      {present && <ReferralActs key={referral.knownFrom} referral={referral} />}
    </section>
  )
}

type Said = Pick<Input<Api['answerRetention']>['body'], 'outcome' | 'leftOn' | 'reason' | 'retryOn' | 'owed'>

function Ask({ referral, placedOn }: { referral: Referral; placedOn: string }) {
  const { t } = useWords()
  const { on: shown } = useView()
  const on = firstDay(shown, placedOn)
  const [asked, setAsked] = useState<'left' | 'unreached'>()
  const command = useCommand(t('referral.retention.done'), () => setAsked(undefined), STALE)
  const { id, knownFrom } = referral
  const [owed, setOwed] = useState<OwedDraft>()
  const send = (said: Said) => {
    const claim = owed !== undefined && said.outcome !== 'unreached' ? { owed: owedOf(owed) } : {}
    command.save((clientId) =>
      client.answerRetention({ params: { id }, body: { clientId, knownFrom, method: 'phone', on, ...said, ...claim } }),
    )
  }
  const half = owed !== undefined && !isOwedWhole(owed)
  const first = referral.checks[0]
  const early = first !== undefined && first.state === 'coming'
  const say = { day: placedOn, employer: referral.employer, title: referral.title }
  return (
    <>
      <h3>{t('referral.script')}</h3>
      <ul className="referral-script">
        <li>{t('referral.script.1', say)}</li>
        <li>{t('referral.script.2')}</li>
        <li>{t('referral.script.3')}</li>
      </ul>
      {early && <p className="soft">{t('referral.retention.first', { day: first.on })}</p>}
      <div className="referral-form no-print">
        <Button
          aria-expanded={owed !== undefined}
          onClick={() => setOwed(owed === undefined ? NOTHING_OWED : undefined)}
        >
          {t('referral.owed')}
        </Button>
        {owed !== undefined && (
          <>
            <OwedFields draft={owed} onType={(change) => setOwed({ ...owed, ...change })} />
            <p className="soft">{t('referral.owed.how')}</p>
          </>
        )}
      </div>
      <div className="referral-acts no-print">
        {!early && (
          <Button type="primary" loading={command.busy} disabled={half} onClick={() => send({ outcome: 'there' })}>
            {t('referral.there')}
          </Button>
        )}
        <Button aria-pressed={asked === 'left'} disabled={half} onClick={() => setAsked('left')}>
          {t('referral.left')}
        </Button>
        {!early && (
          <Button aria-pressed={asked === 'unreached'} onClick={() => setAsked('unreached')}>
            {t('referral.unreached')}
          </Button>
        )}
      </div>
      {asked === 'left' && <Left least={addDays(placedOn, 1)} on={on} command={command} onSend={send} />}
      {asked === 'unreached' && <Unreached on={on} days={referral.retryDays} command={command} onSend={send} />}
      {asked === undefined && command.error !== undefined && <Problem error={command.error} />}
    </>
  )
}

type Sending = { on: string; command: ReturnType<typeof useCommand>; onSend: (said: Said) => void }

function Left({ least, on, command, onSend }: Sending & { least: string }) {
  const { t } = useWords()
  const [leftOn, setLeftOn] = useState(on < least ? least : on)
  const [reason, setReason] = useState('')
  return (
    <ActForm
      command={command}
      label={t('referral.left')}
      idle={reason === ''}
      onSend={() => onSend({ outcome: 'left', leftOn, reason })}
    >
      <DayField label={t('referral.left.on')} value={leftOn} min={least} required onType={setLeftOn} />
      <CodeChoice label={t('referral.act.reason')} codes={workEnd} value={reason} onChoose={setReason} />
    </ActForm>
  )
}

function Unreached({ on, days, command, onSend }: Sending & { days: number }) {
  const { t } = useWords()
  const [retryOn, setRetryOn] = useState(addDays(on, days))
  return (
    <ActForm command={command} label={t('referral.unreached')} onSend={() => onSend({ outcome: 'unreached', retryOn })}>
      <DayField label={t('referral.retry.on')} value={retryOn} min={addDays(on, 1)} required onType={setRetryOn} />
    </ActForm>
  )
}
