import { useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { client } from '../../api.ts'
import { Labelled } from '../../ui/form/Labelled.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { CITY, useCan, useView } from '../../view.ts'
import { useWords } from '../../words.ts'
import { isUnderWay, MonthJob, useMonthJob } from './MonthJob.tsx'
import type { MonthData } from './MonthPage.tsx'

const READ_AGAIN = ['getMonthJob', 'getMonth', 'listMonths']

/** Sends an act once, however often it is pressed, says that it is done, and reads the months again. */
export function useAct() {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const clientId = useRef(crypto.randomUUID())
  const run = (send: (clientId: string) => Promise<string>) => {
    setBusy(true)
    setError(undefined)
    void send(clientId.current)
      .then((said) => {
        clientId.current = crypto.randomUUID()
        message.success(said)
        return Promise.all(READ_AGAIN.map((name) => queries.invalidateQueries({ queryKey: [name] })))
      })
      .catch(setError)
      .finally(() => setBusy(false))
  }
  return { busy, error, run }
}

/** What the acting post can do with the month now: the next thing first, and why not where it cannot. */
export function MonthActs({ data }: { data: MonthData }) {
  const can = useCan()
  const job = useMonthJob(data.line.month)
  if (data.line.state === 'closed') return null
  const city = data.area === CITY
  if (isUnderWay(job)) return <MonthJob job={job} />
  return (
    <div className="closing-acts no-print">
      <MonthJob job={job} />
      {data.unit && (city ? can('indicators.close') : can('indicators.confirm')) && (
        <Confirm data={data} unit={data.unit} city={city} />
      )}
      {city && can('indicators.close') && <Freeze data={data} />}
    </div>
  )
}

type ConfirmProps = { data: MonthData; unit: NonNullable<MonthData['unit']>; city: boolean }

function Confirm({ data, unit, city }: ConfirmProps) {
  const { t } = useWords()
  const { plan } = useView()
  const { month, snapshot } = data.line
  const { busy, error, run } = useAct()
  const [reason, setReason] = useState('')
  const inPlace = unit.acts.includes('confirm_in_place')
  if (!inPlace && !unit.acts.includes('confirm'))
    return unit.outstanding > 0 ? <p className="soft">{t('closing.confirm.wait', { n: unit.outstanding })}</p> : null
  const said = inPlace ? { inPlaceReason: reason.trim() } : {}
  const send = async (clientId: string) => {
    if (city) {
      await client.closeMonth({ params: { month }, body: { clientId, plan, seal: snapshot!.seal, ...said } })
      return t('closing.done.close')
    }
    const body = { clientId, plan, area: unit.area, hash: unit.hash, ...said }
    const { confirmed } = await client.confirmMonth({ params: { month }, body })
    return t('closing.done.confirm', { n: confirmed })
  }
  return (
    <ActForm
      how={
        inPlace
          ? t('closing.confirm.inPlace.how', { n: unit.outstanding })
          : t(city ? 'closing.close.how' : 'closing.confirm.how')
      }
      error={error}
    >
      {inPlace && <Labelled name="reason" label={t('closing.reason')} value={reason} onType={setReason} />}
      <Button type="primary" loading={busy} disabled={inPlace && reason.trim().length < 4} onClick={() => run(send)}>
        {city ? t('closing.close') : t(inPlace ? 'closing.confirm.inPlace' : 'closing.confirm')}
      </Button>
    </ActForm>
  )
}

function Freeze({ data }: { data: MonthData }) {
  const { t } = useWords()
  const { plan } = useView()
  const { busy, error, run } = useAct()
  const [moment, setMoment] = useState('')
  const { month, snapshot } = data.line
  const send = async (clientId: string) => {
    const knownAt = moment === '' ? {} : { knownAt: new Date(moment).toISOString() }
    await client.freezeMonth({ params: { month }, body: { clientId, plan, ...knownAt } })
    return t('closing.done.freeze')
  }
  return (
    <ActForm how={t('closing.freeze.how')} error={error}>
      <Labelled
        name="moment"
        type="datetime-local"
        label={t('closing.freeze.moment')}
        value={moment}
        onType={setMoment}
      />
      <Button type={snapshot ? 'default' : 'primary'} loading={busy} onClick={() => run(send)}>
        {t(snapshot ? 'closing.freeze.again' : 'closing.freeze')}
      </Button>
    </ActForm>
  )
}

export function ActForm({ how, error, children }: { how: string; error: unknown; children: ReactNode }) {
  return (
    <div className="closing-act">
      <p className="soft">{how}</p>
      <div className="closing-fields">{children}</div>
      {error !== undefined && <Problem error={error} />}
    </div>
  )
}
