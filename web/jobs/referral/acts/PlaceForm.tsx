import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { actWords } from '#domain/jobs/referral/referral-words.ts'
import { vacancyHazard } from '#domain/jobs/vacancy/vacancy-codes.ts'
import { evidence, postStream } from '#domain/people/codes.ts'
import { ask, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { Raised } from '../../../people/employment/Raised.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { thisDay } from '../../../people/employment/work-day.ts'
import { useWords } from '../../../words.ts'
import type { Referral } from '../ReferralPage.tsx'
import { STALE } from '../stale.ts'
import { ActForm, useDay } from './ActForm.tsx'

/** What shows that somebody began: nothing less is taken. */
const EVIDENCE = { contract: evidence.contract, employer: evidence.employer, payslip: evidence.payslip }
type Evidence = keyof typeof EVIDENCE
type Stream = keyof typeof postStream

/** Confirms the placement: what it would raise is asked before, what it does is said. */
export function PlaceForm({ referral }: { referral: Referral }) {
  const { t, say } = useWords()
  const { id, knownFrom, work } = referral
  const [on, setOn] = useDay(referral.madeOn)
  const [yuan, setYuan] = useState(work.wageFen === null ? '' : String(work.wageFen / 100))
  const [shown, setShown] = useState('')
  const [termTo, setTermTo] = useState(work.workTo ?? '')
  // A public post is held under an agreement: its stream and its last day are part of the record.
  const isPost = work.channel === 'public_post'
  const [stream, setStream] = useState('')
  const [confirmed, setConfirmed] = useState(false)
  const command = useCommand(t('referral.placed.done'), () => {}, STALE)
  const wageFen = yuan === '' ? undefined : Math.round(Number(yuan) * 100)
  const check = useQuery({
    ...ask.checkPlacement({
      params: { id },
      body: {
        on,
        ...(shown !== '' && { evidence: shown as Evidence }),
        ...(wageFen !== undefined && { wageFen }),
        ...(termTo && { termTo }),
        ...(stream !== '' && { postStream: stream as Stream }),
      },
    }),
    placeholderData: keepPreviousData,
    // What cannot be yet (a day half typed) is said when it is sent.
    retry: false,
  })
  const raised = check.isError ? [] : (check.data?.raised ?? [])
  const blocked = raised.some(({ severity }) => severity === 'block')
  const send = () =>
    command.save((clientId) =>
      client.placeReferral({
        params: { id },
        body: {
          ...{ clientId, knownFrom, on, evidence: shown as Evidence },
          ...(wageFen !== undefined && { wageFen }),
          ...(termTo && { termTo }),
          ...(stream !== '' && { postStream: stream as Stream }),
          ...(confirmed && { confirmed: raised.map(({ key }) => key) }),
        },
      }),
    )
  if (work.left <= 0) return <p role="status">{t('referral.place.full')}</p>
  return (
    <ActForm
      command={command}
      label={say(actWords.place)}
      save={say(actWords.place)}
      idle={shown === '' || blocked || (isPost && (stream === '' || termTo === ''))}
      onSend={send}
    >
      <DayField
        label={t('referral.place.on')}
        value={on}
        min={referral.madeOn}
        max={thisDay()}
        required
        onType={setOn}
      />
      <label className="labelled">
        <span>{t('referral.place.wage')}</span>
        <input
          className="field"
          type="number"
          inputMode="decimal"
          min={1}
          max={1_000_000}
          value={yuan}
          onChange={(event) => setYuan(event.target.value)}
        />
      </label>
      <CodeChoice label={t('referral.place.evidence')} codes={EVIDENCE} value={shown} onChoose={setShown} />
      {isPost && (
        <CodeChoice label={t('referral.place.stream')} codes={postStream} value={stream} onChoose={setStream} />
      )}
      <DayField
        label={t(isPost ? 'referral.place.agreement' : 'referral.place.term')}
        value={termTo}
        min={on}
        required={isPost}
        onType={setTermTo}
      />
      <Raised raised={raised} confirmed={confirmed} onConfirm={setConfirmed} />
      <Hazards of={work.hazards} />
      <p className="soft">{t('referral.place.how', { left: work.left, openings: work.openings })}</p>
      {isPost && <p className="soft">{t('referral.place.post')}</p>}
    </ActForm>
  )
}

/** Work that the law keeps from some: a person looks at who is taken on, the system asks nobody anything. */
function Hazards({ of }: { of: readonly string[] }) {
  const { t, say, language } = useWords()
  if (of.length === 0) return null
  const names = of.map((each) => say(vacancyHazard[each as keyof typeof vacancyHazard]))
  return <p>{t('referral.place.hazards', { names: names.join(language === 'zh' ? '、' : ', ') })}</p>
}
