import type { Handlers } from '#domain/base/route.ts'
import type { siteApi } from '#domain/jobs/site/site.api.ts'
import type { Ctx } from '../../context.ts'
import { evaluationHandlers } from './evaluation/evaluation.ts'
import { listSites } from './findings/list-sites.ts'
import { viewSiteFindings } from './findings/site-findings.ts'
import { viewMembers } from './members/members-view.ts'
import { viewMonth } from './month/month-view.ts'
import { attendanceHandlers } from './roster/attendance-acts.ts'
import { rosterHandlers } from './roster/roster-acts.ts'
import type { SitesGiven } from './sites-given.ts'

/** Sites with their rosters: found, looked at by month, put in order, evaluated. */
export function siteHandlers(given: SitesGiven): Handlers<typeof siteApi, Ctx> {
  return {
    listSites: ({ query }, ctx) => listSites(query, ctx, given),
    getSiteMonth: (asked, ctx) => ctx.asPost((tx) => viewMonth(tx, asked, ctx, given)),
    getSiteFindings: (asked, ctx) => ctx.asPost((tx) => viewSiteFindings(tx, asked, ctx, given)),
    getSiteMembers: (asked, ctx) => ctx.asPost((tx) => viewMembers(tx, asked, ctx, given)),
    ...rosterHandlers(given),
    ...attendanceHandlers(given),
    ...evaluationHandlers(given),
  }
}
