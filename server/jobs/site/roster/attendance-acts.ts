import { dayNumber } from '#domain/base/date.ts'
import type { Handlers, Input } from '#domain/base/route.ts'
import type { siteApi } from '#domain/jobs/site/site.api.ts'
import * as codes from '#domain/people/codes.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { todayOf } from '../../../people/employment/employment-days.ts'
import { checkCode } from '../../../people/employment/employments.ts'
import { insertSpell } from '../../../people/file/spell-row.sql.ts'
import type { SiteRecord } from '../../../places/site.sql.ts'
import { monthSpan } from '../site-kind.ts'
import * as refuse from '../site-refusals.ts'
import type { SitesGiven } from '../sites-given.ts'
import { correctAttendance, type NewAttendance, type RosterPerson, rosterPeople } from './attendance.sql.ts'
import { siteAct } from './site-act.ts'

type Routes = Pick<typeof siteApi, 'confirmAttendance'>
type Body = Input<Routes['confirmAttendance']>['body']
type Said = Body['people'][number]

/**
 * What a site showed for a month, of as many people as were seen to, all or none. Only people who stood on the roster in that
 * month are taken; who was nobody shown for stays without a line, and is found as such.
 */
export function attendanceHandlers(given: SitesGiven): Handlers<Routes, Ctx> {
  return {
    confirmAttendance: ({ params, body }, ctx) =>
      siteAct(ctx, given, 'confirmAttendance', { params, body }, async (tx, site) => {
        const span = monthSpan(params.month)
        checkMonth(params.month, span, body.people, ctx.now)
        const key = { county: site.county, site: site.id, first: span.first }
        const standing = await rosterPeople(
          tx,
          key,
          span.next,
          body.people.map(({ person }) => person),
        )
        checkStanding(body.people, standing)
        for (const person of standing) {
          const said = body.people.find((each) => each.person === person.id)!
          const row = attendanceRow(site, person, said, { ...span, ctx })
          await save(tx, site, { person, row, confirmed: body.confirmed ?? [] }, given)
        }
        return { people: standing, fields: ['attendance'] }
      }),
  }
}

type Saving = { person: RosterPerson; row: NewAttendance; confirmed: readonly string[] }
async function save(tx: Tx, { county }: SiteRecord, { person, row, confirmed }: Saving, given: SitesGiven) {
  const change = { record: 'attendance', row, ...(person.attendance !== null && { id: person.attendance }) }
  await given.saving?.check(tx, { county, id: person.id }, [change], confirmed)
  if (person.attendance === null) await insertSpell(tx, 'attendance', row)
  else await correctAttendance(tx, person.attendance, row)
}

function checkMonth(
  month: string,
  { first, next }: ReturnType<typeof monthSpan>,
  people: readonly Said[],
  now: Date,
): void {
  if (first > todayOf(now)) refuse.wrongMonth(month)
  const most = dayNumber(next) - dayNumber(first)
  for (const { days, wagePaidFen, evidence } of people) {
    if (days === undefined && wagePaidFen === undefined) refuse.nothingShown()
    if (days !== undefined && days > most) refuse.tooManyDays(most)
    checkCode('evidence', evidence, codes.attendanceEvidence)
  }
}

/** Everybody stands on the roster, and nobody's line was changed since it was on the screen. */
function checkStanding(people: readonly Said[], standing: readonly RosterPerson[]): void {
  const missing = new Set(people.map(({ person }) => person)).size - standing.length
  if (missing > 0) refuse.notOnRoster(missing)
  const changed = standing.filter(({ id, known_from }) => {
    const seen = people.find(({ person }) => person === id)?.seen
    return !isSameMoment(known_from, seen ?? null)
  })
  if (changed.length > 0) refuse.staleAttendance(changed.length)
}

/** Clients that cut an instant to milliseconds are understood. */
const isSameMoment = (one: string | null, other: string | null): boolean =>
  one === null || other === null ? one === other : Date.parse(one) === Date.parse(other)

function attendanceRow(
  site: SiteRecord,
  { id, area }: RosterPerson,
  { days, wagePaidFen, evidence }: Said,
  { first, next, ctx }: { first: string; next: string; ctx: Pick<Ctx, 'now' | 'post'> },
): NewAttendance {
  return {
    ...{ county: site.county, area, person_id: id, site_id: site.id, days: days ?? null },
    ...{ wage_paid_fen: wagePaidFen ?? null, valid_from: first, valid_to: next, known_from: ctx.now.toISOString() },
    ...{ source: 'officer', evidence, verified_on: todayOf(ctx.now), verified_method: null },
    ...{ verified_by: ctx.post.title, verified_until: null, recorded_by: ctx.post.id },
  }
}
