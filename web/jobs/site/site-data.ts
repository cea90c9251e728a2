import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'

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
