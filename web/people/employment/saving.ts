import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ApiError, ask } from '../../api.ts'
import { useView } from '../../view.ts'
import { useWords } from '../../words.ts'

type Done = Pick<Reply<Api['recordEmployment']>, 'gained' | 'lost'>
type Saving = {
  /** One id for one form: pressing twice, or again after a lost answer, records once. */
  clientId: string
  busy: boolean
  error: unknown
  /** Somebody changed the record since it was read. */
  stale: boolean
  save: (send: () => Promise<Done>) => void
}

/** Sends a command once, says what it gained and lost, and reads the file again. */
export function useSaving(person: number, onDone: () => void): Saving {
  const { t } = useWords()
  const { clocks } = useView()
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const clientId = useRef(crypto.randomUUID())
  const namesOf = useOutcomeNames(person)
  const run = async (send: () => Promise<Done>) => {
    setBusy(true)
    setError(undefined)
    const done = await send()
    for (const name of [
      'getFile',
      'explainPredicate',
      'listReaders',
      'listPeople',
      'listNeeds',
      'listFileFindings',
      'listFindings',
      'getWorkWish',
      'listOffers',
      'listCandidates',
    ])
      void queries.invalidateQueries({ queryKey: [name] })
    await queries.refetchQueries(ask.getFile({ params: { id: person }, query: clocks }))
    const said = [
      t('work.saved'),
      done.gained.length > 0 && t('work.gained', { names: namesOf(done.gained) }),
      done.lost.length > 0 && t('work.lost', { names: namesOf(done.lost) }),
    ]
    message.success(said.filter(Boolean).join(' '), 6)
    onDone()
  }
  const save = (send: () => Promise<Done>) =>
    void run(send)
      .catch(setError)
      .finally(() => setBusy(false))
  return { clientId: clientId.current, busy, error, stale: isStale(error), save }
}

/** The server says what was changed meanwhile with 409 or 412. */
const isStale = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 409 || error.status === 412) && error.code.endsWith('.stale')

/** Names of needs and findings by their keys, from the file as it is on the screen. */
function useOutcomeNames(person: number) {
  const { say } = useWords()
  const { clocks } = useView()
  const queries = useQueryClient()
  return (keys: readonly string[]): string => {
    const file = queries.getQueryData(ask.getFile({ params: { id: person }, query: clocks }).queryKey)
    const outcomes = (file as Reply<Api['getFile']> | undefined)?.outcomes ?? []
    return keys.map((key) => say(outcomes.find((line) => line.key === key)?.name) || key).join('、')
  }
}
