import { useQueryClient } from '@tanstack/react-query'
import { App } from 'antd'
import { useRef, useState } from 'react'

type Sending = {
  /** One id for one form: pressed twice, or again after a lost answer, it is done once. */
  clientId: string
  busy: boolean
  error: unknown
  /** Sends, says that it was done, and lets every answer that was read be read again. */
  send: <T>(act: () => Promise<T>, said: string, then?: (done: T) => void) => void
}

/** Sends a command once; a refusal stays beside the form. */
export function useSending(): Sending {
  const { message } = App.useApp()
  const queries = useQueryClient()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()
  const clientId = useRef(crypto.randomUUID())
  const run = async <T>(act: () => Promise<T>, said: string, then?: (done: T) => void) => {
    setBusy(true)
    setError(undefined)
    try {
      const done = await act()
      clientId.current = crypto.randomUUID()
      message.success(said, 5)
      then?.(done)
      void queries.invalidateQueries()
    } catch (problem) {
      setError(problem)
    } finally {
      setBusy(false)
    }
  }
  return {
    clientId: clientId.current,
    busy,
    error,
    send: (act, said, then) => void run(act, said, then),
  }
}
