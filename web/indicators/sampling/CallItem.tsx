import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { sampleReason } from '#domain/people/codes.ts'
import { client } from '../../api.ts'
import { paths } from '../../paths.ts'
import { CodeChoice } from '../../people/employment/CodeChoice.tsx'
import { CallNumber } from '../../people/file/CallNumber.tsx'
import { Go } from '../../ui/Go.tsx'
import { Problem } from '../../ui/Problem.tsx'
import { useCan } from '../../view.ts'
import { useWords } from '../../words.ts'
import type { CallMethod } from './SamplePeoplePage.tsx'

type Called = Reply<Api['listSamplePeople']>['people'][number]
type Given = { answer: NonNullable<Called['answer']>; reason?: string }

/** One person to call: who, the number, and the answer in one tap; why, where it is not true. */
export function CallItem({ sample, called, method }: { sample: number; called: Called; method: CallMethod }) {
  const { t, say } = useWords()
  const can = useCan()
  const { busy, error, send } = useAnswer(sample, called, method)
  const [failing, setFailing] = useState(false)
  const [reason, setReason] = useState('')
  const { person } = called
  const told = called.answer
  const reasonWords = called.reason && say((sampleReason as Record<string, { zh: string; en: string }>)[called.reason])
  return (
    <li className={`call-line call-${told ?? 'pending'}`} data-person={called.id}>
      <div>
        {person ? (
          <p>
            <Go to={paths.file(person.id)}>
              <b>{person.name}</b>
            </Go>{' '}
            <span className="soft">
              {person.age ?? ''} <code>{person.identity}</code> {person.areaName}
            </span>{' '}
            <CallNumber person={person.id} masked={person.phone} reason={t('sample.phone.reason')} />
          </p>
        ) : (
          <p className="soft">{t('sample.gone', { id: called.id })}</p>
        )}
        <p>
          <span className="tag">{t(`sample.state.${told ?? 'pending'}`)}</span>{' '}
          <span className="soft">
            {reasonWords}{' '}
            {told &&
              t('sample.answered', {
                on: called.on ?? '',
                method: t(called.method === 'visit' ? 'sample.method.visit' : 'sample.method.phone'),
                by: called.by ?? '',
              })}
          </span>
        </p>
      </div>
      {called.own && <p className="unknown">{t('sample.own')}</p>}
      {can('people.record') && person && !called.own && !failing && (
        <div className="call-taps no-print">
          <Button type={told ? 'default' : 'primary'} loading={busy} onClick={() => send({ answer: 'held' })}>
            {t('sample.answer.held')}
          </Button>
          <Button onClick={() => setFailing(true)}>{t('sample.answer.failed')}</Button>
          <Button onClick={() => send({ answer: 'unreached' })}>{t('sample.answer.unreached')}</Button>
        </div>
      )}
      {failing && (
        <form
          className="call-taps"
          onSubmit={(event) => {
            event.preventDefault()
            send({ answer: 'failed', reason })
          }}
        >
          <CodeChoice label={t('sample.reason')} codes={sampleReason} value={reason} onChoose={setReason} />
          <Button type="primary" htmlType="submit" loading={busy}>
            {t('sample.save')}
          </Button>
        </form>
      )}
      {error !== undefined && <Problem error={error} />}
    </li>
  )
}

/** Sends an answer once and reads the sample again. */
function useAnswer(sample: number, { id, knownFrom }: Called, method: CallMethod) {
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const clientId = useRef(crypto.randomUUID())
  const send = (given: Given) => {
    setBusy(true)
    setError(undefined)
    client
      .answerSample({
        params: { id: sample, person: id },
        body: { clientId: clientId.current, method, knownFrom, ...given },
      })
      .then(async () => {
        for (const key of ['getSample', 'listSamples']) void queries.invalidateQueries({ queryKey: [key] })
        await queries.invalidateQueries({ queryKey: ['listSamplePeople'] })
      })
      .catch((problem) => {
        clientId.current = crypto.randomUUID()
        setError(problem)
      })
      .finally(() => setBusy(false))
  }
  return { busy, error, send }
}
