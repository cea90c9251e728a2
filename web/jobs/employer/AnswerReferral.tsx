import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import type { OwnAnswer } from '#domain/jobs/employer/employer.api.ts'
import { employerDecline } from '#domain/people/referral-codes.ts'
import { client } from '../../api.ts'
import { useCommand } from '../../needs/command.ts'
import { DayField } from '../../people/employment/RecordEmployment.tsx'
import { firstDay } from '../../people/employment/work-day.ts'
import { Problem } from '../../ui/Problem.tsx'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { Referral } from './Referred.tsx'

type Send = (answer: OwnAnswer) => void
type Props = { referral: Referral; busy: boolean; send: Send }

/** Yes is one tap; what ends a referral takes a second one. */
export function AnswerReferral({ referral }: { referral: Referral }) {
  const { t } = useWords()
  const { id, knownFrom, can } = referral
  const command = useCommand(t('jobs.employer.answered'), () => {}, ['getEmployer'])
  if (can.length === 0) return null
  const send: Send = (answer) =>
    command.save((clientId) => client.answerOwnReferral({ params: { id }, body: { clientId, knownFrom, answer } }))
  const props = { referral, busy: command.busy, send }
  return (
    <>
      {can.includes('employer') && <YesOrNo {...props} />}
      {can.includes('interviewed') && <Result {...props} />}
      {can.includes('interview') && <Interview {...props} />}
      {command.error !== undefined && <Problem error={command.error} />}
    </>
  )
}

function YesOrNo({ referral, busy, send }: Props) {
  const { t, say } = useWords()
  const [declining, setDeclining] = useState(false)
  if (declining)
    return (
      <fieldset className="employer-answer">
        <legend>{t('jobs.employer.answer.why')}</legend>
        {Object.entries(employerDecline).map(([reason, words]) => (
          <Button key={reason} disabled={busy} onClick={() => send({ act: 'employer', answer: 'declined', reason })}>
            {say(words)}
          </Button>
        ))}
        <Button type="link" onClick={() => setDeclining(false)}>
          {t('jobs.employer.answer.back')}
        </Button>
      </fieldset>
    )
  return (
    <fieldset className="employer-answer" aria-label={t('jobs.employer.answer.of', referral)}>
      <Button type="primary" loading={busy} onClick={() => send({ act: 'employer', answer: 'accepted' })}>
        {t('jobs.employer.answer.yes')}
      </Button>
      <Button disabled={busy} onClick={() => setDeclining(true)}>
        {t('jobs.employer.answer.no')}
      </Button>
    </fieldset>
  )
}

function Result({ referral, busy, send }: Props) {
  const { t } = useWords()
  const [chosen, setChosen] = useState<'failed' | 'absent'>()
  if (chosen !== undefined)
    return (
      <fieldset className="employer-answer">
        <legend>{t('jobs.employer.result.ends', referral)}</legend>
        <Button danger loading={busy} onClick={() => send({ act: 'interviewed', result: chosen })}>
          {t(`jobs.employer.result.${chosen}.sure`)}
        </Button>
        <Button type="link" onClick={() => setChosen(undefined)}>
          {t('jobs.employer.answer.back')}
        </Button>
      </fieldset>
    )
  return (
    <fieldset className="employer-answer" aria-label={t('jobs.employer.result.of', referral)}>
      <Button type="primary" loading={busy} onClick={() => send({ act: 'interviewed', result: 'passed' })}>
        {t('jobs.employer.result.passed')}
      </Button>
      {(['failed', 'absent'] as const).map((result) => (
        <Button key={result} disabled={busy} onClick={() => setChosen(result)}>
          {t(`jobs.employer.result.${result}`)}
        </Button>
      ))}
    </fieldset>
  )
}

function Interview({ referral, busy, send }: Props) {
  const { t } = useWords()
  const { on: today } = useView()
  const [on, setOn] = useState(referral.interviewOn ?? firstDay(today, referral.agreedOn))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    send({ act: 'interview', on })
  }
  return (
    <form className="employer-answer" aria-label={t('jobs.employer.interview.of', referral)} onSubmit={submit}>
      <DayField label={t('jobs.employer.interview.on')} value={on} min={referral.agreedOn} required onType={setOn} />
      <Button htmlType="submit" loading={busy} disabled={on === referral.interviewOn}>
        {t(referral.interviewOn === null ? 'jobs.employer.interview' : 'jobs.employer.interview.again')}
      </Button>
    </form>
  )
}
