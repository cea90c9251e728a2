import { isDay } from '#domain/base/date.ts'
import type { Handlers, Input, Reply } from '#domain/base/route.ts'
import { awardAid } from '#domain/jobs/site/award.ts'
import type { siteApi } from '#domain/jobs/site/site.api.ts'
import * as codes from '#domain/people/codes.ts'
import { recordRead, recordWrite } from '../../../access/audit.ts'
import type { Clocks, Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { bumpLedger } from '../../../people/employment/employment.sql.ts'
import { todayOf } from '../../../people/employment/employment-days.ts'
import { checkCode } from '../../../people/employment/employments.ts'
import { readQuestion, refuseDay } from '../../../people/list/question.ts'
import { once } from '../../../people/once.ts'
import type { SiteRecord } from '../../../places/site.sql.ts'
import { getSite } from '../../../places/site-view.ts'
import { findKind, findProgramme, numberOn } from '../site-kind.ts'
import * as refuse from '../site-refusals.ts'
import type { SitesGiven } from '../sites-given.ts'
import { carryGrade, countOnRoster, findGrade, gradeRows, sayGrade, stableStaff } from './evaluation.sql.ts'

type Routes = Pick<typeof siteApi, 'getSiteEvaluation' | 'evaluateSite'>
type Answer = Reply<Routes['getSiteEvaluation']>

/** The yearly evaluation of a site: what it would rest on, and giving its grade. The staff is counted from names, here and nowhere else. */
export function evaluationHandlers(given: SitesGiven): Handlers<Routes, Ctx> {
  return {
    getSiteEvaluation: (asked, ctx) => ctx.asPost((tx) => viewEvaluation(tx, asked, ctx, given)),
    evaluateSite: ({ params, body }, ctx) => {
      const sent = { clientId: body.clientId, post: ctx.post.id, name: 'evaluateSite', now: ctx.now }
      return ctx.asPost((tx) =>
        once(tx, { ...sent, body: { params, body } }, async () => {
          const site = await getSite(tx, params.id, { on: given.on(), knownAt: null })
          return grade(tx, site, body, ctx, given)
        }),
      )
    },
  }
}

async function grade(
  tx: Tx,
  site: SiteRecord,
  body: Input<Routes['evaluateSite']>['body'],
  ctx: Ctx,
  given: SitesGiven,
): Promise<Reply<Routes['evaluateSite']>> {
  checkCode('grade', body.grade, codes.grade)
  checkCounting(site, body, ctx.now)
  const standing = await findGrade(tx, site, body.year)
  if (!isSame(standing, body.seen)) refuse.notGraded()
  const clocks = { on: body.countedOn, knownAt: null }
  const { length: staff } = await stableStaff(tx, site, clocks, monthsOf(site, clocks, given))
  const said = { year: body.year, grade: body.grade, staff, counted_on: body.countedOn }
  await sayGrade(tx, site, { ...said, by: ctx.post.id, title: ctx.post.title }, ctx.now)
  await carryGrade(tx, site, ctx.now)
  await bumpLedger(tx, site.county, ctx.now)
  await recordWrite(tx, ctx.actor, {
    action: 'jobs.evaluate',
    object: { kind: 'site', county: site.county, area: site.area, id: site.id },
    ...{ fields: ['grade', 'staff'], reason: body.reason, detail: `evaluateSite ${body.year}`, rows: 1 },
  })
  return { year: body.year, grade: body.grade, staff }
}

function checkCounting(site: SiteRecord, { year, countedOn }: { year: number; countedOn: string }, now: Date): void {
  if (!isDay(countedOn)) refuseDay(countedOn)
  const early = countedOn < `${year}-01-01` || countedOn < site.valid_from
  if (early || countedOn > todayOf(now) || (site.valid_to !== null && countedOn >= site.valid_to)) refuse.wrongYear()
}

/** Clients that cut an instant to milliseconds are understood. */
const isSame = (standing: string | undefined, seen: string | undefined): boolean =>
  standing === undefined || seen === undefined ? standing === seen : Date.parse(standing) === Date.parse(seen)

/** Months after which somebody is stable: as the kind's award says, else the term of evidence of the plan. */
function monthsOf({ kind }: SiteRecord, { on }: Clocks, given: SitesGiven): number {
  return awardOf(kind, on, given)?.classes.stableMonths ?? numberOn(given.plan(), 'evidence_months', on, 3)
}

/** The classes of the kind's award in force on the day, else the first there were: what they are worth is said with their first day. */
function awardOf(kind: string, on: string, given: SitesGiven) {
  const programme = findProgramme(given, findKind(given, kind)?.award)
  const versions = programme?.versions.filter(({ classes }) => classes) ?? []
  const version = versions.findLast(({ from }) => from <= on) ?? versions[0]
  if (!programme || !version?.classes) return undefined
  const { from, to, source, classes } = version
  return { programme: programme.name, from, inForce: from <= on && (to === undefined || on < to), source, classes }
}

async function viewEvaluation(
  tx: Tx,
  { params, query }: Input<Routes['getSiteEvaluation']>,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  given: SitesGiven,
): Promise<Answer> {
  const { clocks } = await readQuestion(tx, query, { today: given.on(), now: ctx.now })
  const site = await getSite(tx, params.id, clocks)
  const stableMonths = monthsOf(site, clocks, given)
  const stable = await stableStaff(tx, site, clocks, stableMonths)
  const grades = await gradeRows(tx, site, clocks)
  const onRoster = await countOnRoster(tx, site, clocks)
  const award = awardOf(site.kind, clocks.on, given)
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'site', county: site.county, area: site.area, id: site.id },
    detail: `evaluation, on ${clocks.on}`,
    rows: stable.length,
  })
  return {
    grades: grades
      .filter(({ valid_from: from }) => from <= clocks.on)
      .map(({ year, grade: given, staff, counted_on: countedOn, source }) => ({
        ...{ year, grade: given, staff, countedOn, source },
      })),
    standing: grades.map(({ year, known_from: knownFrom }) => ({ year, knownFrom })),
    ...{ on: clocks.on, onRoster, stableMonths, stable },
    award: award ? awardView(award, stable.length) : null,
  }
}

function awardView({ classes, ...award }: NonNullable<ReturnType<typeof awardOf>>, stable: number): Answer['award'] {
  const aid = awardAid(classes, stable)
  const yuan = Object.entries(aid.yuan).map(([key, amount]) => ({ grade: key, yuan: amount }))
  return { ...award, class: aid.class, next: aid.next, yuan }
}
