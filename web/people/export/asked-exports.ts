import { useSyncExternalStore } from 'react'

/** An export this browser asked for: its id, and the title of the list; no personal data. */
export type Asked = { id: number; title: string; at: string }

const key = 'ricebowl.exports'
const DAY = 86_400_000
const listeners = new Set<() => void>()
let text = ''
let list: Asked[] = []

/** Those of the past day; older files are gone. */
function read(): Asked[] {
  const now = localStorage.getItem(key) ?? '[]'
  if (now !== text) {
    text = now
    const kept = JSON.parse(now) as Asked[]
    list = kept.filter((one) => Date.now() - Date.parse(one.at) < DAY)
  }
  return list
}

export function rememberExport(asked: Asked): void {
  localStorage.setItem(key, JSON.stringify([asked, ...read()].slice(0, 50)))
  for (const listener of listeners) listener()
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
export const useAskedExports = (): Asked[] => useSyncExternalStore(subscribe, read)
