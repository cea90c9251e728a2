import { Button } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { claimSettlement, claimTold } from '#domain/people/referral-codes.ts'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { Go } from '../../../ui/Go.tsx'
import { numberText } from '../../../ui/text/number.ts'
import { useCan, useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { ActForm } from '../acts/ActForm.tsx'
import { STALE } from '../stale.ts'

type Claim = Reply<Api['listPersonReferrals']>['claims'][number]
type Props = { person: number; claims: Claim[]; employer: string | undefined }

/** Wages unpaid: what is owed, how it ended, the way to the finding and its order, and the way to take it down. */
export function WageClaims({ person, claims, employer }: Props) {
  const { t } = useWords()
  const can = useCan()
  const { present } = useView()
  const [recording, setRecording] = useState(false)
  const may = present && can('people.record')
  if (claims.length === 0 && !may) return null
  return (
    <>
      {claims.length > 0 && <h3>{t('referral.wages')}</h3>}
      <ul className="referral-list">
        {claims.map((claim) => (
          <li key={claim.id}>
            <Told claim={claim} />
            {claim.settledOn === null && may && <Settle key={claim.knownFrom} person={person} claim={claim} />}
          </li>
        ))}
      </ul>
      {may && !recording && (
        <p className="referral-acts no-print">
          <Button onClick={() => setRecording(true)}>{t('referral.wages.record')}</Button>
        </p>
      )}
      {recording && <Record person={person} employer={employer ?? ''} onDone={() => setRecording(false)} />}
    </>
  )
}

function Told({ claim }: { claim: Claim }) {
  const { t, say, language } = useWords()
  const { employer, monthFrom, monthTo, amountFen, toldOn, toldBy, settledOn, settlement } = claim
  const how = claimSettlement[settlement as keyof typeof claimSettlement]
  return (
    <p>
      {t('referral.wages.line', {
        ...{ employer, from: monthFrom, to: monthTo, day: toldOn, by: say(claimTold[toldBy]) },
        yuan: numberText(amountFen / 100, language),
      })}{' '}
      {settledOn === null ? (
        <Go to={paths.finding('wages-unpaid')}>{t('referral.wages.order')}</Go>
      ) : (
        <span className="tag">{t('referral.wages.settled', { day: settledOn, how: how ? say(how) : '' })}</span>
      )}
    </p>
  )
}

function Settle({ person, claim }: { person: number; claim: Claim }) {
  const { t } = useWords()
  const { on } = useView()
  const [settlement, setSettlement] = useState('')
  const command = useCommand(t('referral.wages.settled.done'), () => {}, STALE)
  const send = () =>
    command.save((clientId) =>
      client.settleWageClaim({
        params: { id: person, claim: claim.id },
        body: { clientId, knownFrom: claim.knownFrom, on, settlement: settlement as 'paid' },
      }),
    )
  return (
    <ActForm command={command} label={t('referral.wages.settle')} idle={settlement === ''} onSend={send}>
      <CodeChoice
        label={t('referral.wages.settle')}
        codes={claimSettlement}
        value={settlement}
        onChoose={setSettlement}
      />
    </ActForm>
  )
}

function Record({ person, employer, onDone }: { person: number; employer: string; onDone: () => void }) {
  const { t } = useWords()
  const { on } = useView()
  const [draft, setDraft] = useState({ employer, from: '', to: '', yuan: '', by: 'person' })
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const command = useCommand(t('referral.wages.done'), onDone, STALE)
  const send = () =>
    command.save((clientId) =>
      client.recordWageClaim({
        params: { id: person },
        body: {
          ...{ clientId, employer: draft.employer.trim(), monthFrom: draft.from, monthTo: draft.to, on },
          ...{ amountFen: Math.round(Number(draft.yuan) * 100), toldBy: draft.by as 'person' },
        },
      }),
    )
  const field = (key: 'employer' | 'from' | 'to' | 'yuan', type: string) => (
    <label className="labelled">
      <span>{t(`referral.wages.${key}`)}</span>
      <input
        className="field"
        type={type}
        required
        {...(type === 'number' ? { min: 1, max: 100_000_000 } : { maxLength: 120 })}
        value={draft[key]}
        onChange={(event) => set({ [key]: event.target.value })}
      />
    </label>
  )
  return (
    <ActForm command={command} label={t('referral.wages.record')} save={t('referral.wages.save')} onSend={send}>
      {field('employer', 'text')}
      {field('from', 'month')}
      {field('to', 'month')}
      {field('yuan', 'number')}
      <CodeChoice label={t('referral.wages.by')} codes={claimTold} value={draft.by} onChoose={(by) => set({ by })} />
    </ActForm>
  )
}
