import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { ask } from '../../api.ts'
import { isAtWork } from '../import.ts'

const AGAIN_MS = 1_000

/** An import, asked for every second while something is done to it; its rows are read anew when that is over. */
export function useImport(id: number) {
  const queries = useQueryClient()
  const found = useQuery({
    ...ask.getImport({ params: { id } }),
    retry: false,
    refetchInterval: ({ state }) => (state.data && isAtWork(state.data.import.state) ? AGAIN_MS : false),
  })
  const state = found.data?.import.state
  const before = useRef(state)
  useEffect(() => {
    if (before.current !== undefined && before.current !== state)
      for (const name of ['listImportRows', 'listImports']) void queries.invalidateQueries({ queryKey: [name] })
    before.current = state
  }, [state, queries])
  return found
}

/** The next thing to do takes the focus when it appears, so that Enter goes on. */
export function useFocus<T extends HTMLElement>() {
  const place = useRef<T>(null)
  useEffect(() => place.current?.focus({ preventScroll: true }), [])
  return place
}
