import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { Static } from 'typebox'
import type { Me as MeSchema } from '#domain/access/access.api.ts'
import { ask, client } from '../../api.ts'
import { paths, searchOf, type To } from '../../paths.ts'
import { go } from '../../ui/router.ts'

export type Me = Static<typeof MeSchema>

/** Who is signed in; `error` with status 401 when nobody is. */
export const useMe = () => useQuery(ask.getMe({}))

/** Signing in, changing the post and leaving forget every answer that was read under the former post. */
export function useSession() {
  const queries = useQueryClient()
  const begin = (me: Me, to: To) => {
    queries.clear()
    queries.setQueryData(ask.getMe({}).queryKey, me)
    go(to)
  }
  return {
    signIn: async (input: Parameters<typeof client.signIn>[0]['body']) =>
      begin(await client.signIn({ body: input }), comingFrom()),
    choosePost: async (post: number) => begin(await client.choosePost({ body: { post } }), paths.overview()),
    signOut: async () => {
      await client.signOut({})
      queries.clear()
      go(paths.signIn())
    },
  }
}

/** Only an address of this console is followed back. */
function comingFrom(): To {
  const back = searchOf(window.location.search).back
  if (!back?.startsWith('/') || back.startsWith('//') || back.startsWith('/sign-in')) return paths.overview()
  const [path, query] = back.split('?') as [string, string | undefined]
  return { path, search: searchOf(query ?? '') }
}
