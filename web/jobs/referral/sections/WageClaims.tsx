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
import { NOTHING_OWED, OwedFields, owedOf } from './OwedFields.tsx'

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
  const [who, setWho] = useState(employer)
  const [owed, setOwed] = useState(NOTHING_OWED)
  const [by, setBy] = useState('person')
  const command = useCommand(t('referral.wages.done'), onDone, STALE)
  const send = () =>
    command.save((clientId) =>
      client.recordWageClaim({
        params: { id: person },
        body: {
          ...{ clientId, employer: who.trim(), on, toldBy: by as 'person' },
          ...owedOf(owed),
        },
      }),
    )
  return (
    <ActForm command={command} label={t('referral.wages.record')} save={t('referral.wages.save')} onSend={send}>
      <label className="labelled">
        <span>{t('referral.wages.employer')}</span>
        <input
          className="field"
          required
          maxLength={120}
          value={who}
          onChange={(event) => setWho(event.target.value)}
        />
      </label>
      <OwedFields draft={owed} onType={(change) => setOwed({ ...owed, ...change })} />
      <CodeChoice label={t('referral.wages.by')} codes={claimTold} value={by} onChoose={setBy} />
    </ActForm>
  )
}
