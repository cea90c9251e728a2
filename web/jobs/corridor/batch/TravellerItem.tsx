import { Button } from 'antd'
import { useState } from 'react'
import { absence, missing, returnReason } from '#domain/jobs/corridor/corridor-codes.ts'
import { client } from '../../../api.ts'
import { useCommand } from '../../../needs/command.ts'
import { CodeChoice } from '../../../people/employment/CodeChoice.tsx'
import { Problem } from '../../../ui/Problem.tsx'
import { useWords } from '../../../words.ts'
import { ReturnForm } from '../follow/ReturnForm.tsx'
import { STALE, type Traveller } from './BatchPage.tsx'
import { Who } from './who.tsx'

type Props = {
  line: Traveller
  hasLeft: boolean
  /** Who sends the batch ticks; whoever records for the person says that they are back. */
  mayTick: boolean
  mayRecord: boolean
}

/** One person of the list, and before the batch leaves the tick: aboard is one tap, absent wants its reason. */
export function TravellerItem({ line, hasLeft, mayTick, mayRecord }: Props) {
  const away = line.state === 'arrived' || line.state === 'working'
  const { t } = useWords()
  return (
    <li className={`traveller traveller-${line.state}`} data-person={line.person}>
      <Who line={line} />
      <span className="tag">{t(`traveller.state.${line.state}`)}</span>
      <StateText line={line} />
      {mayTick && !hasLeft && <Ticks line={line} />}
      {mayRecord && away && <Back line={line} />}
    </li>
  )
}

/** The days and reasons behind the state. */
export function StateText({ line }: { line: Traveller }) {
  const { t, say } = useWords()
  const said = [
    line.absence && say(absence[line.absence as keyof typeof absence]),
    line.missing && say(missing[line.missing as keyof typeof missing]),
    line.arrivedOn && `${t('batch.print.day')} ${line.arrivedOn}`,
    line.startedOn && `${t('batch.print.start')} ${line.startedOn}`,
    line.returnedOn && `${t('follow.back.on')} ${line.returnedOn}`,
    line.returnReason && say(returnReason[line.returnReason as keyof typeof returnReason]),
  ].filter(Boolean)
  return said.length === 0 ? null : <p className="soft">{said.join(' · ')}</p>
}

function Back({ line }: { line: Traveller }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <div className="traveller-acts">
      <Button aria-expanded={open} onClick={() => setOpen(!open)}>
        {t('follow.back')}
      </Button>
      {open && <ReturnForm line={line} />}
    </div>
  )
}

function Ticks({ line }: { line: Traveller }) {
  const { t } = useWords()
  const [why, setWhy] = useState('')
  const [asking, setAsking] = useState(false)
  const tick = useCommand(t('batch.ticked'), () => setAsking(false), STALE)
  const remove = useCommand(t('batch.removed'), () => {}, STALE)
  const send = (boarded: boolean) =>
    tick.save((clientId) =>
      client.tickTraveller({
        params: { id: line.id },
        body: { clientId, knownFrom: line.knownFrom, boarded, ...(!boarded && { absence: why as 'ill' }) },
      }),
    )
  const off = () =>
    remove.save((clientId) =>
      client.removeTraveller({ params: { id: line.id }, body: { clientId, knownFrom: line.knownFrom } }),
    )
  const aboard = line.state === 'boarded'
  return (
    <div className="traveller-acts">
      {!aboard && (
        <Button type="primary" loading={tick.busy && !asking} onClick={() => send(true)}>
          {t('batch.tick')}
        </Button>
      )}
      {asking ? (
        <>
          <CodeChoice label={t('batch.absent.why')} codes={absence} value={why} onChoose={setWhy} />
          <Button loading={tick.busy} disabled={why === ''} onClick={() => send(false)}>
            {t('batch.absent')}
          </Button>
        </>
      ) : (
        line.state !== 'absent' && (
          <Button onClick={() => setAsking(true)}>{t(aboard ? 'batch.tick.again' : 'batch.absent')}</Button>
        )
      )}
      <Button type="text" loading={remove.busy} onClick={off}>
        {t('batch.remove')}
      </Button>
      {tick.error !== undefined && <Problem error={tick.error} />}
      {remove.error !== undefined && <Problem error={remove.error} />}
    </div>
  )
}
