import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'

/** What a waiver or an order changes on any screen; other commands say what they change. */
const STALE = [
  ...['listFindings', 'listFindingAreas', 'listFindingTrend', 'listFindingPeople', 'listFileFindings', 'listWaivers'],
  ...['listOrders', 'getOrder'],
]

/** Sends a command once for its form, says that it is done, and has everything read again that it changes. */
export function useCommand(said: string, onDone: () => void, stale: readonly string[] = STALE) {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const clientId = useRef(crypto.randomUUID())
  const run = async (send: (clientId: string) => Promise<unknown>) => {
    setBusy(true)
    setError(undefined)
    await send(clientId.current)
    clientId.current = crypto.randomUUID()
    for (const name of stale) void queries.invalidateQueries({ queryKey: [name] })
    message.success(said)
    onDone()
  }
  const save = (send: (clientId: string) => Promise<unknown>) =>
    void run(send)
      .catch(setError)
      .finally(() => setBusy(false))
  return { busy, error, save }
}
