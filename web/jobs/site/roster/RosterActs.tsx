import { Button, Modal } from 'antd'
import { type FormEvent, useState } from 'react'
import { evidence, verifiedMethod } from '#domain/people/codes.ts'
import { ApiError, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { firstDay, thisDay } from '../../../people/employment/work-day.ts'
import { Problem } from '../../../ui/Problem.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { type MonthLine, SITE_STALE } from '../site-data.ts'
import { ReasonField } from './ReasonField.tsx'
import '../../../people/employment/employment.css'

type Props = { site: number; line: MonthLine }

/** What can be done with a line of the roster: its last day, or that the person was seen to be there. */
export function RosterActs({ site, line }: Props) {
  const { t } = useWords()
  const { on } = useView()
  const [open, setOpen] = useState<'leave' | 'verify'>()
  const close = () => setOpen(undefined)
  if (line.to !== null && line.to <= on) return null
  const { name } = line
  return (
    <span className="site-acts no-print">
      <Button type="link" aria-label={t('sites.act.leave.of', { name })} onClick={() => setOpen('leave')}>
        {t('sites.act.leave')}
      </Button>
      <Button type="link" aria-label={t('sites.act.verify.of', { name })} onClick={() => setOpen('verify')}>
        {t('sites.act.verify')}
      </Button>
      <Modal
        title={t(open === 'verify' ? 'sites.act.verify.of' : 'sites.act.leave.of', { name })}
        open={open !== undefined}
        footer={null}
        destroyOnHidden
        onCancel={close}
      >
        {open === 'leave' && <Leave site={site} line={line} onDone={close} />}
        {open === 'verify' && <Verify site={site} line={line} onDone={close} />}
      </Modal>
    </span>
  )
}

type FormProps = Props & { onDone: () => void }

function Leave({ site, line, onDone }: FormProps) {
  const { t } = useWords()
  const [lastDay, setLastDay] = useState('')
  const [shown, setShown] = useState('')
  const [reason, setReason] = useState('')
  const command = useCommand(t('sites.act.left'), onDone, SITE_STALE)
  const raised = findingsRaised(command.error)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const params = { id: site, roster: line.roster }
    const body = { lastDay, evidence: shown, reason, knownFrom: line.knownFrom, ...(raised && { confirmed: raised }) }
    command.save((clientId) => client.leaveRoster({ params, body: { clientId, ...body } }))
  }
  return (
    <form className="work-form" onSubmit={send}>
      <DayField
        label={t('sites.act.lastDay')}
        value={lastDay}
        min={line.from}
        max={thisDay()}
        required
        onType={setLastDay}
      />
      <CodeChoice label={t('sites.act.evidence')} codes={evidence} value={shown} onChoose={setShown} />
      <ReasonField value={reason} onType={setReason} />
      {command.error !== undefined && <Problem error={command.error} />}
      <Button type="primary" htmlType="submit" loading={command.busy}>
        {t('sites.act.save')}
      </Button>
    </form>
  )
}

/** Findings that wait for the officer's word: sending again says that it is true. */
export function findingsRaised(error: unknown): string[] | undefined {
  if (!(error instanceof ApiError) || error.code !== 'needs.finding.unconfirmed') return undefined
  return String(error.where.findings ?? '')
    .split(',')
    .map((key) => key.trim())
    .filter(Boolean)
}

function Verify({ site, line, onDone }: FormProps) {
  const { t } = useWords()
  const view = useView()
  const [on, setOn] = useState(firstDay(view.on, line.from))
  const [method, setMethod] = useState('')
  const command = useCommand(t('sites.act.verified'), onDone, SITE_STALE)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const params = { id: site, roster: line.roster }
    command.save((clientId) =>
      client.verifyRoster({ params, body: { clientId, method, on, knownFrom: line.knownFrom } }),
    )
  }
  return (
    <form className="work-form" onSubmit={send}>
      <DayField label={t('sites.act.on')} value={on} min={line.from} max={thisDay()} required onType={setOn} />
      <CodeChoice label={t('sites.act.method')} codes={verifiedMethod} value={method} onChoose={setMethod} />
      {command.error !== undefined && <Problem error={command.error} />}
      <Button type="primary" htmlType="submit" loading={command.busy}>
        {t('sites.act.save')}
      </Button>
    </form>
  )
}
