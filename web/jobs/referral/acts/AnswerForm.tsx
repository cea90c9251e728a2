import { Button } from 'antd'
import { useState } from 'react'
import { actWords } from '#domain/jobs/referral/referral-words.ts'
import { employerDecline, personDecline } from '#domain/people/referral-codes.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useWords } from '../../../words.ts'
import type { Referral } from '../ReferralPage.tsx'
import { ActForm, useDay, useStep } from './ActForm.tsx'

type Side = 'person' | 'employer'

/** Yes is one tap; no asks for its reason. */
export function AnswerForm({ side, referral }: { side: Side; referral: Referral }) {
  const { t, say } = useWords()
  const least = (side === 'employer' ? referral.personAnsweredOn : null) ?? referral.madeOn
  const [on, setOn] = useDay(least)
  const [declining, setDeclining] = useState(false)
  const [reason, setReason] = useState('')
  const { command, send } = useStep(referral)
  const said = (answer: 'accepted' | 'declined') =>
    send({ act: side, answer, on, method: 'phone', ...(answer === 'declined' && { reason }) })
  const day = <DayField label={t('referral.act.on')} value={on} min={least} required onType={setOn} />
  if (declining)
    return (
      <ActForm
        command={command}
        label={t(`referral.${side}.declined`)}
        idle={reason === ''}
        onSend={() => said('declined')}
      >
        {day}
        <CodeChoice
          label={t('referral.act.reason')}
          codes={side === 'person' ? personDecline : employerDecline}
          value={reason}
          onChoose={setReason}
        />
        <Button onClick={() => setDeclining(false)}>{t(`referral.${side}.accepted`)}</Button>
      </ActForm>
    )
  return (
    <fieldset className="referral-form no-print" aria-label={say(actWords[side])}>
      {day}
      <Button type="primary" loading={command.busy} onClick={() => said('accepted')}>
        {t(`referral.${side}.accepted`)}
      </Button>
      <Button onClick={() => setDeclining(true)}>{t(`referral.${side}.declined`)}</Button>
      {command.error !== undefined && <Problem error={command.error} />}
    </fieldset>
  )
}

export function InterviewResult({ referral }: { referral: Referral }) {
  const { t, say } = useWords()
  const least = referral.interviewOn ?? referral.madeOn
  const [on, setOn] = useDay(least)
  const { command, send } = useStep(referral)
  return (
    <fieldset className="referral-form no-print" aria-label={say(actWords.interviewed)}>
      <DayField label={t('referral.act.on')} value={on} min={least} required onType={setOn} />
      {(['passed', 'failed', 'absent'] as const).map((result) => (
        <Button
          key={result}
          type={result === 'passed' ? 'primary' : 'default'}
          disabled={command.busy}
          onClick={() => send({ act: 'interviewed', result, on })}
        >
          {t(`referral.result.${result}`)}
        </Button>
      ))}
      {command.error !== undefined && <Problem error={command.error} />}
    </fieldset>
  )
}
