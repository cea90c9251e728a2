import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { ask } from '../api.ts'
import { useSettled } from '../ui/settled.ts'

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
