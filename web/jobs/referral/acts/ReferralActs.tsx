import { Button } from 'antd'
import { useState } from 'react'
import type { ReferralAct } from '#domain/jobs/referral/referral-state.ts'
import { actWords } from '#domain/jobs/referral/referral-words.ts'
import { referralEnd } from '#domain/people/referral-codes.ts'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { useWords } from '../../../words.ts'
import type { Referral } from '../ReferralPage.tsx'
import { STALE } from '../stale.ts'
import { ActForm, useDay, useStep } from './ActForm.tsx'
import { AnswerForm, InterviewResult } from './AnswerForm.tsx'
import { PlaceForm } from './PlaceForm.tsx'

/** What can be done now: the next step open, everything else behind its button. */
export function ReferralActs({ referral }: { referral: Referral }) {
  const { say } = useWords()
  const [chosen, setChosen] = useState<ReferralAct | undefined>(
    referral.can[0] === 'undo' ? undefined : referral.can[0],
  )
  if (referral.can.length === 0) return null
  return (
    <>
      {referral.can.length > 1 || chosen === undefined ? (
        <div className="referral-acts no-print">
          {referral.can.map((act) => (
            <Button key={act} aria-pressed={chosen === act} onClick={() => setChosen(act)}>
              {say(actWords[act])}
            </Button>
          ))}
        </div>
      ) : null}
      {chosen !== undefined && <Chosen key={chosen} act={chosen} referral={referral} />}
    </>
  )
}

function Chosen({ act, referral }: { act: ReferralAct; referral: Referral }) {
  if (act === 'person' || act === 'employer') return <AnswerForm side={act} referral={referral} />
  if (act === 'interview') return <Interview referral={referral} />
  if (act === 'interviewed') return <InterviewResult referral={referral} />
  if (act === 'trial') return <Trial referral={referral} />
  if (act === 'place') return <PlaceForm referral={referral} />
  return act === 'undo' ? <Undo referral={referral} /> : <End referral={referral} />
}

function Interview({ referral }: { referral: Referral }) {
  const { t, say } = useWords()
  const [on, setOn] = useDay(referral.employerAnsweredOn ?? referral.madeOn)
  const { command, send } = useStep(referral)
  return (
    <ActForm command={command} label={say(actWords.interview)} onSend={() => send({ act: 'interview', on })}>
      <DayField label={t('referral.interview.on')} value={on} min={referral.madeOn} required onType={setOn} />
    </ActForm>
  )
}

function Trial({ referral }: { referral: Referral }) {
  const { t, say } = useWords()
  const [from, setFrom] = useDay(referral.madeOn)
  const [to, setTo] = useState('')
  const { command, send } = useStep(referral)
  return (
    <ActForm command={command} label={say(actWords.trial)} onSend={() => send({ act: 'trial', from, to })}>
      <DayField label={t('referral.trial.from')} value={from} min={referral.madeOn} required onType={setFrom} />
      <DayField label={t('referral.trial.to')} value={to} min={from} required onType={setTo} />
    </ActForm>
  )
}

function End({ referral }: { referral: Referral }) {
  const { t, say } = useWords()
  const [on, setOn] = useDay(referral.madeOn)
  const [reason, setReason] = useState('')
  const { command, send } = useStep(referral)
  return (
    <ActForm
      command={command}
      label={say(actWords.end)}
      idle={reason === ''}
      onSend={() => send({ act: 'end', reason, on })}
    >
      <DayField label={t('referral.act.on')} value={on} min={referral.madeOn} required onType={setOn} />
      <CodeChoice label={t('referral.act.reason')} codes={referralEnd} value={reason} onChoose={setReason} />
    </ActForm>
  )
}

function Undo({ referral }: { referral: Referral }) {
  const { t, say } = useWords()
  const [reason, setReason] = useState('')
  const command = useCommand(t('referral.undone.done'), () => {}, STALE)
  const { id, knownFrom } = referral
  const send = () =>
    command.save((clientId) => client.undoPlacement({ params: { id }, body: { clientId, knownFrom, reason } }))
  return (
    <ActForm
      command={command}
      label={say(actWords.undo)}
      save={say(actWords.undo)}
      idle={reason.trim() === ''}
      onSend={send}
    >
      <p className="soft">{t('referral.undo.how')}</p>
      <label className="labelled">
        <span>{t('referral.undo.reason')}</span>
        <input
          className="field"
          required
          maxLength={200}
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
      </label>
    </ActForm>
  )
}
