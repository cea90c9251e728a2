import type { Input, Reply } from '#domain/base/route.ts'
import type { siteApi } from '#domain/jobs/site/site.api.ts'
import type { Clocks, Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { GRAVITY } from '../../../needs/finding-rules.ts'
import { readQuestion } from '../../../people/list/question.ts'
import { areaCondition } from '../../../people/list/scope-intervals.ts'
import { isDetermined } from '../../../people/why/determined.sql.ts'
import { areaNames } from '../../../places/area-names.ts'
import { resolveArea } from '../../../places/resolve-area.ts'
import { kindsOf } from '../site-kind.ts'
import type { SitesGiven } from '../sites-given.ts'
import { determinedAtSites, foundAtSites, type ListedSite, listedSites, type RosterFinding } from './site-list.sql.ts'
import { rosterRules, siteRules } from './site-rules.ts'

type Answer = Reply<typeof siteApi.listSites>
type Found = Answer['sites'][number]['findings']
const PAGE = 100

/** Sites of an area on a day. All of an area are looked at, a few thousand at most, so that every count above the list is the list's. */
export async function listSites(
  tx: Tx,
  query: Input<typeof siteApi.listSites>['query'],
  ctx: Pick<Ctx, 'now'>,
  given: SitesGiven,
): Promise<Answer> {
  const { clocks, asOf } = await readQuestion(tx, query, { today: given.on(), now: ctx.now })
  const place = query.area === undefined ? 'true' : areaCondition(await resolveArea(tx, query.area, asOf.division), 's')
  const rules = siteRules(given.plan(), clocks)
  const sites = await listedSites(tx, place, rules, clocks)
  const people = await peopleFindings(tx, place, clocks, given)
  const found = new Map(sites.map((site) => [site.id, foundAt(site, rules, people)]))
  const ofKind = sites.filter(({ kind }) => query.kind === undefined || kind === query.kind)
  const fits = ({ id }: ListedSite) => {
    const { finding } = query
    return finding === undefined || found.get(id)!.some(({ key }) => finding === 'any' || key === finding)
  }
  const after = Number(query.after ?? 0)
  const wanted = ofKind
    .filter(fits)
    .toSorted((a, b) => gravity(found.get(a.id)!, given) - gravity(found.get(b.id)!, given))
  const limit = query.limit ?? PAGE
  const names = await areaNames(tx)
  return {
    sites: wanted
      .slice(after, after + limit)
      .map((site) => siteLine(site, names.pathOf(site.area), found.get(site.id)!)),
    kinds: kindsOf(given)
      .filter(({ key }) => sites.some(({ kind }) => kind === key))
      .map(({ key, name }) => ({ key, name })),
    findings: findingsThere(ofKind, found, given),
    next: wanted.length > after + limit ? String(after + limit) : null,
  }
}

/** What is mended first stands first; without a finding last. */
const gravity = (found: Found, given: SitesGiven): number =>
  Math.min(
    9,
    ...found.map(({ key }) => GRAVITY[given.plan().predicates.find((each) => each.key === key)?.severity ?? 'review']),
  )

async function peopleFindings(tx: Tx, place: string, clocks: Clocks, given: SitesGiven): Promise<RosterFinding[]> {
  const plan = given.plan()
  const rules = rosterRules(plan, clocks)
  const keys = rules.map(({ key }) => key)
  if (await isDetermined(tx, plan.key, clocks)) return determinedAtSites(tx, place, keys, clocks.on)
  return foundAtSites(tx, place, rules, clocks)
}

function foundAt(site: ListedSite, rules: ReturnType<typeof siteRules>, people: readonly RosterFinding[]): Found {
  const own = site.behind.flatMap((n, i) => (n === null ? [] : [{ key: rules[i]!.finding.key, people: n }]))
  return [...own, ...people.filter((each) => each.site === site.id).map(({ key, people: n }) => ({ key, people: n }))]
}

function findingsThere(
  sites: readonly ListedSite[],
  found: ReadonlyMap<number, Found>,
  given: SitesGiven,
): Answer['findings'] {
  const counts = new Map<string, number>()
  for (const { id } of sites) for (const { key } of found.get(id)!) counts.set(key, (counts.get(key) ?? 0) + 1)
  return given.plan().predicates.flatMap(({ key, name }) => {
    const n = counts.get(key)
    return n === undefined ? [] : [{ key, name, sites: n }]
  })
}

const siteLine = (site: ListedSite, areaName: string, findings: Found): Answer['sites'][number] => ({
  ...{ id: site.id, kind: site.kind, name: site.name, area: site.area, areaName, level: site.level },
  ...{ recognisedOn: site.valid_from, withdrawnOn: site.valid_to, capacity: site.capacity, grade: site.grade },
  ...{ onRoster: site.on_roster, lifted: site.lifted, findings },
})
