import { Button } from 'antd'
import { useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { useMe } from '../../access/sign-in/session.ts'
import { client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { Go } from '../../ui/Go.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { instantText } from '../../ui/text/number.ts'
import { useWords } from '../../words.ts'
import { Reason } from '../identity/Reason.tsx'
import { useSending } from '../identity/sending.ts'
import { TextField } from '../identity/TextField.tsx'

import { chosenHome, HouseholdChoice, noHome } from './HouseholdChoice.tsx'

export type Request = Reply<Api['listRequests']>['requests'][number]

/** What is asked, by whom and why; what to look at twice; and, for who may decide, the decision. */
export function RequestCard({ request }: { request: Request }) {
  const { t, say, language } = useWords()
  const confirm = useMe().data?.can.includes('people.confirm') ?? false
  const waiting = request.decision === null
  return (
    <li className="request">
      <p>
        <b>{t(`request.kind.${request.kind}`)}</b> <Subject request={request} />
      </p>
      {request.flags.map((flag) => (
        <p key={flag.en} className="unknown">
          ⚠ {say(flag)}
        </p>
      ))}
      <dl>
        {request.content.map(({ label, value }) => (
          <div key={label.en} className="request-line">
            <dt>{say(label)}</dt>
            <dd>{say(value)}</dd>
          </div>
        ))}
        <div className="request-line">
          <dt>{t('identity.reason')}</dt>
          <dd>{request.reason}</dd>
        </div>
      </dl>
      <p className="soft">{t('request.asked', { by: request.askedBy, at: instantText(request.askedAt, language) })}</p>
      {request.decision !== null && (
        <p>
          <b>{t(`request.decision.${request.decision}`)}</b>{' '}
          {[request.decidedBy, request.decidedAt && instantText(request.decidedAt, language), request.decisionReason]
            .filter(Boolean)
            .join(' · ')}
        </p>
      )}
      {waiting && request.hindered === null && confirm && <Decision request={request} />}
      {waiting && request.hindered !== null && !request.mine && <p className="soft">{say(request.hindered)}</p>}
      {waiting && request.mine && <Refusal request={request} own />}
    </li>
  )
}

function Subject({ request }: { request: Request }) {
  const { t } = useWords()
  const person = request.kind === 'move' ? request.name : <Go to={paths.file(request.person)}>{request.name}</Go>
  if (request.other === null || request.decision !== null) return person
  return (
    <>
      {t('request.into', { other: request.other.name, name: request.name })} · {person}
      {request.kind === 'merge' && (
        <>
          {' '}
          · <Go to={paths.merge(request.person, request.other.id)}>{t('identity.compare')}</Go>
        </>
      )}
    </>
  )
}

function Decision({ request }: { request: Request }) {
  const { t } = useWords()
  const [number, setNumber] = useState('')
  const [home, setHome] = useState(noHome)
  const sending = useSending()
  const approve = () =>
    client.approveRequest({
      params: { id: request.id },
      body: { clientId: sending.clientId, ...(request.kind === 'number' && { number }), ...chosenHome(home) },
    })
  return (
    <div className="no-print">
      <form
        className="work-form"
        onSubmit={(event) => {
          event.preventDefault()
          sending.send(approve, t('request.done'))
        }}
      >
        {request.kind === 'number' && (
          <TextField label={t('request.again')} value={number} required most={40} onType={setNumber} />
        )}
        {request.kind === 'move' && request.to !== null && (
          <HouseholdChoice village={request.to} value={home} onChoose={setHome} optional />
        )}
        {sending.error !== undefined && <Problem error={sending.error} />}
        <Button type="primary" htmlType="submit" loading={sending.busy}>
          {t(request.kind === 'move' ? 'request.accept' : 'request.approve')}
        </Button>
      </form>
      <Refusal request={request} />
    </div>
  )
}

/** Rejected by the second officer, or withdrawn by who asked; either says why. */
function Refusal({ request, own = false }: { request: Request; own?: boolean }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const sending = useSending()
  const word = t(own ? 'request.withdraw' : 'request.reject')
  const send = () => {
    const input = { params: { id: request.id }, body: { clientId: sending.clientId, reason } }
    return own ? client.withdrawRequest(input) : client.rejectRequest(input)
  }
  return (
    <>
      <p className="request-acts no-print">
        <Button aria-expanded={open} onClick={() => setOpen(!open)}>
          {word}…
        </Button>
      </p>
      {open && (
        <form
          className="work-form"
          onSubmit={(event) => {
            event.preventDefault()
            sending.send(send, t('request.done'))
          }}
        >
          <Reason value={reason} onType={setReason} />
          {sending.error !== undefined && <Problem error={sending.error} />}
          <Button htmlType="submit" loading={sending.busy}>
            {word}
          </Button>
        </form>
      )}
    </>
  )
}
