import type { Static } from 'typebox'
import type { Input, Reply } from '#domain/base/route.ts'
import { insuredHere, wageMatch } from '#domain/jobs/site/match.ts'
import type { MonthLine, siteApi } from '#domain/jobs/site/site.api.ts'
import { recordRead } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { readQuestion } from '../../../people/list/question.ts'
import { getSite } from '../../../places/site-view.ts'
import { findKind, monthSpan, numberOn } from '../site-kind.ts'
import type { SitesGiven } from '../sites-given.ts'
import { type MonthRow, monthRows, type Shown } from './month.sql.ts'

type Asked = Input<typeof siteApi.getSiteMonth>
/** Where a plan says nothing: wages are held to be the same within a tenth. */
const WAGE_PERCENT = 10

/** The named roster of a month: who stood on it, and what the month shows of each. */
export async function viewMonth(
  tx: Tx,
  { params, query }: Asked,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  given: SitesGiven,
): Promise<Reply<typeof siteApi.getSiteMonth>> {
  const { clocks } = await readQuestion(tx, query, { today: given.on(), now: ctx.now })
  const site = await getSite(tx, params.id, clocks)
  const span = monthSpan(params.month)
  const rows = await monthRows(tx, site, span, clocks)
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'site', county: site.county, area: site.area, id: site.id },
    detail: `roster ${params.month}`,
    rows: rows.length,
  })
  const wagePercent = numberOn(given.plan(), 'wage_match_percent', span.first, WAGE_PERCENT)
  return {
    month: params.month,
    rosterRole: findKind(given, site.kind)?.roster ?? null,
    capacity: site.capacity,
    wagePercent,
    people: rows.map((row) => monthLine(row, span, wagePercent)),
  }
}

const shownOf = ({ days, wage_paid_fen: wagePaidFen, evidence }: Shown) => ({ days, wagePaidFen, evidence })

function monthLine(
  row: MonthRow,
  { first, next }: ReturnType<typeof monthSpan>,
  percent: number,
): Static<typeof MonthLine> {
  const { person, roster, name, role, from, to, lifted, monitored, attendance } = row
  const joined = from >= first
  const left = to !== null && to <= next
  const wages = { statedFen: row.wage_stated_fen, paidFen: attendance?.wage_paid_fen ?? null, part: joined || left }
  return {
    ...{ person, roster, knownFrom: row.known_from, name, role, from, to, joined, left, lifted, monitored },
    verified:
      row.verified_on === null ? null : { on: row.verified_on, method: row.verified_method, by: row.verified_by },
    wageStatedFen: row.wage_stated_fen,
    attendance: attendance && { ...shownOf(attendance), by: attendance.by, knownFrom: attendance.known_from },
    before: row.before && shownOf(row.before),
    insured: insuredHere(row.facts),
    wage: wageMatch(wages, percent),
  }
}
