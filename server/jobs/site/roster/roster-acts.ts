import { addDays, isDay } from '#domain/base/date.ts'
import type { Handlers, Input } from '#domain/base/route.ts'
import type { siteApi } from '#domain/jobs/site/site.api.ts'
import * as codes from '#domain/people/codes.ts'
import { countsUntil } from '#domain/plan/round.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { checkSpan, checkVerifiedOn } from '../../../people/employment/employment-days.ts'
import { checkCode } from '../../../people/employment/employments.ts'
import { insertSpell, type SeenRow, supersedeSpell } from '../../../people/file/spell-row.sql.ts'
import { type FoundPerson, getPerson } from '../../../people/list/find-person.ts'
import type { RowToSave } from '../../../people/list/people-given.ts'
import { refuseDay } from '../../../people/list/question.ts'
import type { SiteRecord } from '../../../places/site.sql.ts'
import { getSite } from '../../../places/site-view.ts'
import { findKind } from '../site-kind.ts'
import * as refuse from '../site-refusals.ts'
import type { SitesGiven } from '../sites-given.ts'
import { findRosterLine, isOnRoster, type NewRoster, type RosterLine } from './roster.sql.ts'
import { siteAct } from './site-act.ts'

type Routes = Pick<typeof siteApi, 'checkRoster' | 'joinRoster' | 'leaveRoster' | 'verifyRoster'>
type Joining = Input<Routes['checkRoster']>['body']

/** Somebody is put on a site's roster, leaves it, or is confirmed to stand on it; what it would raise is asked before it is saved. */
export function rosterHandlers(given: SitesGiven): Handlers<Routes, Ctx> {
  return {
    checkRoster: ({ params, body }, ctx) =>
      ctx.asPost(async (tx) => {
        const site = await getSite(tx, params.id, { on: given.on(), knownAt: null })
        const { person, row } = await rosterRow(tx, site, body, ctx, given)
        return (await given.saving?.ask(tx, person, [toSave(row)])) ?? { raised: [], notAsked: [] }
      }),
    joinRoster: ({ params, body }, ctx) =>
      siteAct(ctx, given, 'joinRoster', { params, body }, async (tx, site) => {
        const { person, row } = await rosterRow(tx, site, body, ctx, given)
        const key = { county: site.county, site: site.id, person: person.id }
        if (await isOnRoster(tx, key, { from: row.valid_from, to: null })) refuse.standing()
        await given.saving?.check(tx, person, [toSave(row)], body.confirmed ?? [])
        await insertSpell(tx, 'roster', row)
        return { people: [person], fields: ['roster'] }
      }),
    leaveRoster: ({ params, body }, ctx) =>
      siteAct(ctx, given, 'leaveRoster', { params, body }, async (tx, site) => {
        if (!isDay(body.lastDay)) refuseDay(body.lastDay)
        checkCode('evidence', body.evidence, codes.evidence)
        const { line, person } = await lineOf(tx, site, params.roster)
        const validTo = addDays(body.lastDay, 1)
        // The dead leave too: a roster that was not ended is mended by its last day.
        checkSpan({ from: line.valid_from, to: validTo }, { ...person, death_date: null }, ctx.now)
        const change = { valid_to: validTo, evidence: body.evidence, recorded_by: ctx.post.id }
        await given.saving?.check(tx, person, [{ record: 'roster', id: line.id, row: change }], body.confirmed ?? [])
        const seen = seenLine(site, line, body.knownFrom)
        const why = line.valid_to === null ? 'ended' : 'correction'
        if (!(await supersedeSpell(tx, 'roster', seen, change, { now: ctx.now, why }))) refuse.stale()
        return { people: [person], fields: ['ended_on', 'evidence'] }
      }),
    verifyRoster: ({ params, body }, ctx) =>
      siteAct(ctx, given, 'verifyRoster', { params, body }, async (tx, site) => {
        checkCode('method', body.method, codes.verifiedMethod)
        const { line, person } = await lineOf(tx, site, params.roster)
        checkVerifiedOn(body.on, { from: line.valid_from }, ctx.now)
        const change = {
          ...{ verified_on: body.on, verified_method: body.method, verified_by: ctx.post.title },
          ...{ verified_until: countsUntil(given.plan(), body.method, body.on), recorded_by: ctx.post.id },
        }
        const seen = seenLine(site, line, body.knownFrom)
        if (!(await supersedeSpell(tx, 'roster', seen, change, { now: ctx.now, why: 'verified' }))) refuse.stale()
        return { people: [person], fields: ['verified_on', 'verified_method'] }
      }),
  }
}

const seenLine = ({ county, id }: SiteRecord, line: RosterLine, knownFrom: string): SeenRow => ({
  ...{ county, id: line.id, knownFrom, owner: { column: 'site_id', id } },
})
const toSave = (row: NewRoster): RowToSave => ({ record: 'roster', row })

async function lineOf(
  tx: Tx,
  { county, id }: SiteRecord,
  roster: number,
): Promise<{ line: RosterLine; person: FoundPerson }> {
  const line = (await findRosterLine(tx, { county, site: id, roster })) ?? refuse.absent()
  return { line, person: await getPerson(tx, line.person_id) }
}

/** The line as it would stand; refuses days, codes and people that cannot be. */
async function rosterRow(
  tx: Tx,
  site: SiteRecord,
  body: Joining,
  { post, now }: Pick<Ctx, 'post' | 'now'>,
  given: SitesGiven,
): Promise<{ person: FoundPerson; row: NewRoster }> {
  const person = await getPerson(tx, body.person)
  if (person.county !== site.county) refuse.otherCounty()
  checkSpan({ from: body.from, to: null }, person, now)
  checkCode('evidence', body.evidence, codes.evidence)
  const role = body.role ?? findKind(given, site.kind)?.roster ?? 'worker'
  checkCode('role', role, codes.rosterRole)
  if (body.from < site.valid_from || (site.valid_to !== null && body.from >= site.valid_to))
    refuse.wrongDay(
      `载体的认定期为 ${site.valid_from} 至 ${site.valid_to ?? '今'}，上岗日期应在其中。`,
      `The site is recognised from ${site.valid_from} to ${site.valid_to ?? 'now'}; the first day lies within.`,
    )
  const row: NewRoster = {
    ...{ county: person.county, area: person.area, person_id: person.id, site_id: site.id, role },
    ...{
      valid_from: body.from,
      valid_to: null,
      known_from: now.toISOString(),
      source: 'officer',
      evidence: body.evidence,
    },
    ...{ verified_on: null, verified_method: null, verified_by: null, verified_until: null, recorded_by: post.id },
  }
  return { person, row }
}
