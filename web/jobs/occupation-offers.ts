import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { ask } from '../api.ts'

const QUIET_MS = 250

/** A value once it has stood still for a moment: every letter typed is no question. */
export function useSettled<T>(value: T, quietMs = QUIET_MS): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), quietMs)
    return () => clearTimeout(timer)
  }, [value, quietMs])
  return settled
}

/** Occupations for what somebody types; undefined where nothing is typed yet. */
export function useOffers(typed: string) {
  const text = useSettled(typed.trim())
  const { data } = useQuery({
    ...ask.findOccupations({ query: { text } }),
    enabled: text !== '',
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  })
  return text === '' ? undefined : data?.offers
}
