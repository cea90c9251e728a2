import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { client } from '../../api.ts'
import { useSettled } from '../../ui/settled.ts'

export type FoundPerson = Reply<Api['searchPeople']>['people'][number]

/** People of the scope whom a text finds, once typing has paused; it travels in the body of a request and stands in no address. */
export function useFoundPeople(typed: string) {
  const text = useSettled(typed.trim(), 180)
  const found = useQuery({
    queryKey: ['searchPeople', text],
    queryFn: () => client.searchPeople({ body: { text } }),
    enabled: text !== '',
    placeholderData: (before) => before,
    gcTime: 60_000,
  })
  return { text, found }
}
