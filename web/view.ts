import { useQuery } from '@tanstack/react-query'
import type { Day } from '#domain/base/date.ts'
import type { Me } from './access/sign-in/session.ts'
import { ask } from './api.ts'
import type { Search } from './paths.ts'
import { useSearch } from './ui/router.ts'

/** The whole city; where nothing narrower is asked and the post has no area of its own. */
export const CITY = 500000000000

/** What the page speaks of: every question to the server takes its parts from here. */
export type View = {
  on: Day
  plan: string
  area: number
  /** The two clocks and the division, ready for a query; what is left to the server's default is left out. */
  clocks: { on: Day; knownAt?: string; reported?: boolean; division?: Day }
  search: Search
  /** The day the screens open with, as known now: what acts are done on. */
  present: boolean
}

function viewOf(search: Search, me: Me): View {
  const on = search.on ?? me.defaults.on
  const clocks: View['clocks'] = { on }
  if (search.knownAt) clocks.knownAt = search.knownAt
  if (search.reported) clocks.reported = true
  if (search.division) clocks.division = search.division
  const present = on === me.defaults.on && search.knownAt === undefined
  return {
    on,
    plan: search.plan ?? me.defaults.plan,
    area: search.area ?? me.post.area ?? CITY,
    clocks,
    search,
    present,
  }
}

/** For pages inside the frame, where somebody is signed in. */
export function useView(): View {
  const search = useSearch()
  const { data: me } = useQuery(ask.getMe({}))
  if (!me) throw new Error('a page of the frame was drawn with nobody signed in')
  return viewOf(search, me)
}

/** Does the acting post hold this permission? */
export function useCan(): (permission: string) => boolean {
  const { data: me } = useQuery(ask.getMe({}))
  return (permission) => me?.can.includes(permission) ?? false
}
