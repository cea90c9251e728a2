import type { Input, Reply } from '#domain/base/route.ts'
import type { siteApi } from '#domain/jobs/site/site.api.ts'
import type { NamedPredicate } from '#domain/plan/indicator.ts'
import { recordRead } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { GRAVITY } from '../../../needs/finding-rules.ts'
import { readQuestion } from '../../../people/list/question.ts'
import { getSite } from '../../../places/site-view.ts'
import type { SitesGiven } from '../sites-given.ts'
import { askRoster, askSite, type Behind, peopleBehind } from './site-findings.sql.ts'
import { rosterRules, siteRules } from './site-rules.ts'

type Answer = Reply<typeof siteApi.getSiteFindings>
type Line = Answer['findings'][number]

/** What is probably wrong at a site, gravest first, each with the people behind it: of the site as a whole, and of those on its roster. */
export async function viewSiteFindings(
  tx: Tx,
  { params, query }: Input<typeof siteApi.getSiteFindings>,
  ctx: Pick<Ctx, 'actor' | 'now'>,
  given: SitesGiven,
): Promise<Answer> {
  const { clocks } = await readQuestion(tx, query, { today: given.on(), now: ctx.now })
  const plan = given.plan()
  const site = await getSite(tx, params.id, clocks)
  const findings: Line[] = []
  const ofSite = siteRules(plan, clocks)
  for (const [i, said] of (await askSite(tx, site, ofSite, clocks)).entries()) {
    const rule = ofSite[i]!
    if (said !== false)
      findings.push(line(rule.finding, 'site', said, said ? await peopleBehind(tx, site, rule, clocks) : []))
  }
  const ofPeople = rosterRules(plan, clocks)
  const people = await askRoster(tx, site, ofPeople, clocks)
  for (const [i, { key }] of ofPeople.entries()) {
    const behind = (value: boolean | null): Behind[] =>
      people.flatMap(({ said, person, name }) => (said[i] === value ? [{ person, name }] : []))
    const [found, unknown] = [behind(true), behind(null)]
    const finding = plan.predicates.find((each) => each.key === key)!
    if (found.length > 0) findings.push(line(finding, 'people', true, found))
    else if (unknown.length > 0) findings.push(line(finding, 'people', null, unknown))
  }
  await recordRead(tx, ctx.actor, {
    action: 'people.list',
    object: { kind: 'site', county: site.county, area: site.area, id: site.id },
    detail: `findings, on ${clocks.on}`,
    rows: people.length,
  })
  return { findings: findings.toSorted((a, b) => rank(a) - rank(b)) }
}

const rank = ({ severity, outcome }: Line) => GRAVITY[severity as keyof typeof GRAVITY] + (outcome === 'yes' ? 0 : 10)

function line(finding: NamedPredicate, about: Line['about'], said: boolean | null, people: Behind[]): Line {
  const { key, name, clause = null, severity = 'review', mend, source = null, assumption = null } = finding
  return { key, name, clause, severity, mend, source, assumption, about, outcome: said ? 'yes' : 'unknown', people }
}
