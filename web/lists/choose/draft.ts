import { useState } from 'react'

/** What the officer chose and has not yet sent: which sheet and list, the day, what columns told by hand are. */
export type Draft = {
  sheet?: string
  list?: string | undefined
  on?: string
  hiddenRows?: boolean
  /** By the column's place in the file: key of the list's column, or null to leave it out. */
  mapping: Record<number, string | null>
  /** By row: a file, a new one, or left out. */
  decisions: Record<number, number | 'open' | 'leaveOut'>
}
const EMPTY: Draft = { mapping: {}, decisions: {} }
const keyOf = (id: number) => `ricebowl.import.${id}`

/** Kept with the tab, so that going back and reloading lose nothing; no cell of the file is in it. */
export function useDraft(id: number): [Draft, (change: Partial<Draft>) => void] {
  const [draft, setDraft] = useState(() => stored(id))
  const change = (part: Partial<Draft>) => {
    const next = { ...stored(id), ...part }
    sessionStorage.setItem(keyOf(id), JSON.stringify(next))
    setDraft(next)
  }
  return [draft, change]
}

function stored(id: number): Draft {
  try {
    return { ...EMPTY, ...JSON.parse(sessionStorage.getItem(keyOf(id)) ?? '{}') }
  } catch {
    return EMPTY
  }
}
