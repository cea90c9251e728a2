import type { Input, Reply } from '#domain/base/route.ts'
import type { siteApi } from '#domain/jobs/site/site.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { GRAVITY } from '../../../needs/finding-rules.ts'
import type { CountedArea } from '../../../people/count/county-count.sql.ts'
import { readQuestion } from '../../../people/list/question.ts'
import { areaCondition } from '../../../people/list/scope-intervals.ts'
import { areaNames } from '../../../places/area-names.ts'
import { resolveArea } from '../../../places/resolve-area.ts'
import { kindsOf } from '../site-kind.ts'
import type { SitesGiven } from '../sites-given.ts'
import { LIFTED, type ListedSite, listedSites, ON_ROSTER, siteCount } from './site-list.sql.ts'
import { rosterRules, siteRules } from './site-rules.ts'

type Answer = Reply<typeof siteApi.listSites>
type Found = Answer['sites'][number]['findings']
const PAGE = 100

/** Sites of an area on a day. All of an area are looked at, a few thousand at most, so that every count above the list is the list's. */
export async function listSites(
  query: Input<typeof siteApi.listSites>['query'],
  ctx: Ctx,
  given: SitesGiven,
): Promise<Answer> {
  const { clocks, intervals, sites, names } = await ctx.asPost((tx) => sitesAsked(tx, query, ctx, given))
  const plan = given.plan()
  const { people, rules } = { people: rosterRules(plan, clocks), rules: siteRules(plan, clocks) }
  const numbers = numbersOf(await given.counts.read(ctx, siteCount(rules, people, clocks), { intervals }))
  const keys = [...rules.map(({ finding }) => finding.key), ...people.map(({ key }) => key)]
  const found = new Map(sites.map(({ id }) => [id, foundAt(id, keys, numbers)]))
  const ofKind = sites.filter(({ kind }) => query.kind === undefined || kind === query.kind)
  const fits = ({ id }: ListedSite) => {
    const { finding } = query
    return finding === undefined || found.get(id)!.some(({ key }) => finding === 'any' || key === finding)
  }
  const after = Number(query.after ?? 0)
  const gravities = gravitiesOf(keys, plan)
  const gravity = ({ id }: ListedSite) => Math.min(9, ...found.get(id)!.map(({ key }) => gravities.get(key)!))
  const wanted = ofKind.filter(fits).toSorted((a, b) => gravity(a) - gravity(b))
  const limit = query.limit ?? PAGE
  return {
    sites: wanted.slice(after, after + limit).map((site) => ({
      ...siteLine(site, names.pathOf(site.area), found.get(site.id)!),
      ...{ onRoster: numbers(site.id, ON_ROSTER) ?? 0, lifted: numbers(site.id, LIFTED) ?? 0 },
    })),
    kinds: kindsOf(given)
      .filter(({ key }) => sites.some(({ kind }) => kind === key))
      .map(({ key, name }) => ({ key, name })),
    findings: findingsThere(ofKind, found, given),
    next: wanted.length > after + limit ? String(after + limit) : null,
  }
}

async function sitesAsked(
  tx: Tx,
  query: Input<typeof siteApi.listSites>['query'],
  { now, post }: Ctx,
  given: SitesGiven,
) {
  const { clocks, asOf } = await readQuestion(tx, query, { today: given.on(), now })
  const intervals = query.area === undefined ? [post.scope] : await resolveArea(tx, query.area, asOf.division)
  const sites = await listedSites(tx, areaCondition(intervals, 's'), clocks)
  return { clocks, intervals, sites, names: await areaNames(tx) }
}

type Numbers = (site: number, key: string) => number | undefined

const numbersOf = (areas: readonly CountedArea[]): Numbers => {
  const all = new Map(areas.flatMap(({ numbers }) => Object.entries(numbers)))
  return (site, key) => all.get(`${site} ${key}`)
}

const foundAt = (site: number, keys: readonly string[], numbers: Numbers): Found =>
  keys.flatMap((key) => {
    const people = numbers(site, key)
    return people === undefined ? [] : [{ key, people }]
  })

/** What is mended first stands first; without a finding last. */
const gravitiesOf = (keys: readonly string[], plan: Plan): ReadonlyMap<string, number> =>
  new Map(
    keys.map((key) => [key, GRAVITY[plan.predicates.find((each) => each.key === key)?.severity ?? 'review']] as const),
  )

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

const siteLine = (site: ListedSite, areaName: string, findings: Found) => ({
  ...{ id: site.id, kind: site.kind, name: site.name, area: site.area, areaName, level: site.level },
  ...{
    recognisedOn: site.valid_from,
    withdrawnOn: site.valid_to,
    capacity: site.capacity,
    grade: site.grade,
    findings,
  },
})
