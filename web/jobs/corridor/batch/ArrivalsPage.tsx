import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { arrivalEvidence, missing } from '#domain/jobs/corridor/corridor-codes.ts'
import { ApiError, ask, client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { paths } from '../../../paths.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { DayField } from '../../../people/employment/RecordEmployment.tsx'
import { Answer } from '../../../ui/Answer.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { PageShell } from '../../../ui/page/PageShell.tsx'
import { useView } from '../../../view.ts'
import { useWords } from '../../../words.ts'
import { fenOf, TextIn } from '../fields.tsx'
import { type Batch, STALE, type Traveller } from './BatchPage.tsx'
import { StateText } from './TravellerItem.tsx'
import { Who } from './who.tsx'
import '../../jobs.css'
import '../corridor.css'

/** From the sheet that came back: what is the same for all on top, then person by person, or the rest at once. */
export function ArrivalsPage({ params }: { params: Record<string, string> }) {
  const { t } = useWords()
  const { clocks } = useView()
  const id = Number(params.id)
  const answer = useQuery({ ...ask.getBatch({ params: { id }, query: clocks }), retry: false })
  const day = answer.data?.departsOn
  return (
    <PageShell
      title={t('arrival.title')}
      lede={<p>{t('arrival.lede')}</p>}
      crumbs={[
        { label: t('corridor.title'), to: paths.corridors() },
        ...(day === undefined ? [] : [{ label: t('batch.one', { day }), to: paths.batch(id) }]),
        { label: t('arrival.title') },
      ]}
    >
      <Answer of={answer} lines={10}>
        {(batch) => (batch.leftOn === null ? <p>{t('arrival.notLeft')}</p> : <Form batch={batch} />)}
      </Answer>
    </PageShell>
  )
}

type Common = { sheet: string; evidence: string; arrivedOn: string; startedOn: string; yuan: string }

function Form({ batch }: { batch: Batch }) {
  const { t } = useWords()
  const { on } = useView()
  const yuan = batch.order?.wageForm === 'month' && batch.order.wageLowFen ? String(batch.order.wageLowFen / 100) : ''
  const [common, setCommon] = useState<Common>({ sheet: '', evidence: 'sheet', arrivedOn: on, startedOn: on, yuan })
  const set = (change: Partial<Common>) => setCommon({ ...common, ...change })
  const open = batch.travellers.filter(({ state }) => state === 'boarded')
  return (
    <>
      <section className="panel" aria-label={t('arrival.evidence')}>
        <div className="corridor-form">
          <TextIn label={t('arrival.sheet')} value={common.sheet} most={20} onType={(sheet) => set({ sheet })} />
          <CodeChoice
            label={t('arrival.evidence')}
            codes={arrivalEvidence}
            value={common.evidence}
            onChoose={(evidence) => set({ evidence })}
          />
          <DayField label={t('arrival.on')} value={common.arrivedOn} onType={(arrivedOn) => set({ arrivedOn })} />
          <DayField label={t('arrival.start')} value={common.startedOn} onType={(startedOn) => set({ startedOn })} />
          <TextIn
            label={t('arrival.wage')}
            value={common.yuan}
            type="number"
            min={0}
            onType={(typed) => set({ yuan: typed })}
          />
        </div>
      </section>
      <section className="panel" aria-label={t('batch.travellers')}>
        {open.length === 0 ? <p>{t('arrival.none')}</p> : <AllArrived open={open} common={common} />}
        <ul>
          {batch.travellers.map((line) => (
            <Line key={line.id} line={line} common={common} mayAct={batch.holds} />
          ))}
        </ul>
      </section>
    </>
  )
}

const bodyOf = (line: Traveller, common: Common, clientId: string, confirmed: readonly string[] = []) => ({
  ...{ clientId, knownFrom: line.knownFrom, sheet: common.sheet || '-', evidence: common.evidence as 'sheet' },
  arrivedOn: common.arrivedOn,
  ...(common.startedOn && { startedOn: common.startedOn }),
  ...(common.startedOn && common.yuan && { wageFen: fenOf(common.yuan) }),
  ...(confirmed.length > 0 && { confirmed: [...confirmed] }),
})

/** One after the other; where one is refused the rest wait, so that nothing is passed over. */
function AllArrived({ open, common }: { open: Traveller[]; common: Common }) {
  const { t } = useWords()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const run = async () => {
    setBusy(true)
    setError(undefined)
    try {
      for (const line of open)
        await client.confirmArrival({ params: { id: line.id }, body: bodyOf(line, common, crypto.randomUUID()) })
    } catch (refused) {
      setError(refused)
    }
    for (const name of STALE) void queries.invalidateQueries({ queryKey: [name] })
    setBusy(false)
  }
  return (
    <p>
      <Button loading={busy} onClick={() => void run()}>
        {t('arrival.all', { n: open.length })}
      </Button>
      {error !== undefined && <Problem error={error} />}
    </p>
  )
}

function Line({ line, common, mayAct }: { line: Traveller; common: Common; mayAct: boolean }) {
  const { t } = useWords()
  return (
    <li className={`traveller traveller-${line.state}`} data-person={line.person}>
      <Who line={line} />
      <span className="tag">{t(`traveller.state.${line.state}`)}</span>
      <StateText line={line} />
      {mayAct && line.state === 'boarded' && <Acts line={line} common={common} />}
    </li>
  )
}

function Acts({ line, common }: { line: Traveller; common: Common }) {
  const { t } = useWords()
  const [why, setWhy] = useState('')
  const [asking, setAsking] = useState(false)
  const command = useCommand(t('arrival.done'), () => {}, STALE)
  const raised = raisedBy(command.error)
  const arrived = (confirmed: readonly string[] = []) =>
    command.save((clientId) =>
      client.confirmArrival({ params: { id: line.id }, body: bodyOf(line, common, clientId, confirmed) }),
    )
  const didNot = () =>
    command.save((clientId) => {
      const { knownFrom, sheet, evidence } = bodyOf(line, common, clientId)
      const body = { clientId, knownFrom, sheet, evidence, missing: why as 'other' }
      return client.confirmArrival({ params: { id: line.id }, body })
    })
  return (
    <div className="traveller-acts">
      <Button type="primary" loading={command.busy} onClick={() => arrived()}>
        {t('arrival.yes')}
      </Button>
      {asking ? (
        <>
          <CodeChoice label={t('arrival.why')} codes={missing} value={why} onChoose={setWhy} />
          <Button disabled={why === ''} onClick={didNot}>
            {t('arrival.no')}
          </Button>
        </>
      ) : (
        <Button onClick={() => setAsking(true)}>{t('arrival.no')}</Button>
      )}
      {command.error !== undefined && <Problem error={command.error} />}
      {raised.length > 0 && <Button onClick={() => arrived(raised)}>{t('arrival.confirm')}</Button>}
    </div>
  )
}

/** Findings that the work would raise and that an officer may say are true: their keys stand in the refusal. */
function raisedBy(error: unknown): string[] {
  if (!(error instanceof ApiError) || !error.code.endsWith('.unconfirmed')) return []
  return String(error.where.findings ?? '')
    .split(',')
    .filter(Boolean)
}
