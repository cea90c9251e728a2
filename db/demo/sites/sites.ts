import { dayNumber } from '#domain/base/date.ts'
import { DEMO_DAY, momentDays } from '../calibration.ts'
import { siteName } from '../generate/words.ts'
import { Randomness } from '../randomness.ts'
import type { SitePlan } from './site-plan.ts'

/** A site before its row is written; every part of a portion draws the same list. */
export type DrawnSite = {
  id: number
  kind: string
  area: number
  name: string
  level: string
  capacity: number | null
  from: number
  to: number | null
  serial: number
}

const FIRST_SITE_ID = 10_000
const SITES_A_PORTION = 1000
const YEARLY_WITHDRAWN = 0.012
const yearEnds = ['2021-12-31', '2022-12-31', '2023-12-31', '2024-12-31'].map(dayNumber)

/** Days on which the count of a kind is exact: moments for workshops, the plan's start and the ends of years for the others. */
const steps = (kind: string): number[] =>
  kind === 'workshop' ? [...momentDays] : [dayNumber(DEMO_DAY) - 1, ...yearEnds]

const capacities: Readonly<Record<string, readonly [number, number]>> = {
  workshop: [12, 60],
  return_home_park: [40, 260],
  incubator: [30, 150],
  service_centre: [6, 30],
  training_base: [80, 400],
  master_studio: [5, 20],
  craftsman_station: [10, 40],
  innovation_base: [20, 120],
}
const levels: Readonly<Record<string, string>> = {
  incubator: 'municipal',
  craftsman_station: 'municipal',
  training_base: 'municipal',
  training_brand: 'municipal',
}

export function drawSites(seed: number, plan: SitePlan): DrawnSite[] {
  const chance = new Randomness(seed, 'sites', plan.portion)
  const sites: DrawnSite[] = []
  const kinds = [['workshop', plan.workshops] as const, ...Object.entries(plan.others)]
  for (const [kind, counts] of kinds) drawKind(chance, plan, kind, counts, sites)
  return sites
}

function drawKind(
  chance: Randomness,
  plan: SitePlan,
  kind: string,
  counts: readonly number[],
  sites: DrawnSite[],
): void {
  const days = steps(kind)
  let standing: DrawnSite[] = []
  counts.forEach((count, t) => {
    const until = days[t] as number
    const since = t === 0 ? until - 1100 : (days[t - 1] as number)
    const years = t === 0 ? 0 : (until - since) / 365.25
    const leaving = standing.filter(() => chance.chance(1 - (1 - YEARLY_WITHDRAWN) ** years))
    const surplus = Math.max(0, standing.length - leaving.length - count)
    const gone = [...leaving, ...standing.filter((site) => !leaving.includes(site)).slice(0, surplus)]
    for (const site of gone) site.to = since + 1 + chance.int(until - since)
    standing = standing.filter((site) => site.to === null)
    while (standing.length < count) {
      const site = draw(chance, plan, kind, sites.length, recognisedOn(chance, kind, since, until))
      sites.push(site)
      standing.push(site)
    }
  })
}

/** The first twenty craftsman stations were named on one day. */
function recognisedOn(chance: Randomness, kind: string, since: number, until: number): number {
  if (kind === 'craftsman_station' && until === yearEnds[1]) return dayNumber('2022-06-17')
  return since + 1 + chance.int(until - since)
}

function draw(chance: Randomness, plan: SitePlan, kind: string, n: number, from: number): DrawnSite {
  const town = chance.pick(plan.towns)
  const range = capacities[kind]
  return {
    id: FIRST_SITE_ID + plan.portion * SITES_A_PORTION + n,
    kind,
    area: kind === 'workshop' || chance.chance(0.4) ? chance.pick(town.villages) : town.code,
    name: siteName(chance, kind, plan.portion * SITES_A_PORTION + n),
    level: levels[kind] ?? (chance.chance(0.3) ? 'municipal' : 'county'),
    capacity: range ? chance.between(...range) : null,
    from,
    to: null,
    serial: n,
  }
}
