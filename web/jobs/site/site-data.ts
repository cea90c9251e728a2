import { useQuery } from '@tanstack/react-query'
import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'
import { ask } from '../../api.ts'
import { useView } from '../../view.ts'

export type SiteMonth = Reply<Api['getSiteMonth']>
export type MonthLine = SiteMonth['people'][number]
export type SiteFinding = Reply<Api['getSiteFindings']>['findings'][number]

/** What an act at a site changes on any screen. */
export const SITE_STALE = [
  ...['getSite', 'getSiteMonth', 'getSiteFindings', 'getSiteEvaluation', 'getSiteMembers', 'listSites'],
  ...[
    'getFile',
    'explainPredicate',
    'listPeople',
    'listNeeds',
    'listFileFindings',
    'listFindings',
    'listFindingPeople',
  ],
]

/** The two clocks alone: what is asked of a site is asked of its own county, whatever the division. */
export function useSiteClocks() {
  const { reported: _, division: __, ...clocks } = useView().clocks
  return clocks
}

/** The findings at a site; asked once, however many parts of the page read them. */
export function useSiteFindings(site: number) {
  return useQuery(ask.getSiteFindings({ params: { id: site }, query: useSiteClocks() }))
}
