import { apportion, apportionWithin } from './apportion.ts'
import * as aims from './calibration.ts'
import { storyTally } from './story-tally.ts'
import { type Portion, portionWeights } from './territory.ts'

export type Scale = 'small' | 'county' | 'city'
export const SCALES: readonly Scale[] = ['small', 'county', 'city']

/** Whole numbers a part must reach; arrays run over the moments, records over years. */
export type Quotas = {
  lifted: number
  inWork: number[]
  publicPosts: number[]
  rosterLifted: number[]
  rosterOther: number[]
  /** Of those in work at the split moment, those who work in the city. */
  inCity: number
  monitored: Record<string, number>
  riskRemoved: number
  trainings: Record<string, number>
  premiums: Record<string, number>
  /** Of the premiums of 2024, those of 100 yuan; the others are of 70. */
  premiumsFull: number
  graduates: Record<string, number>
  dispatched: Record<string, number>
  doctors: number
}

/** What a portion's sites are drawn from; every part of the portion draws the same ones. */
export type SitePlan = {
  portion: number
  county: number
  countyThen: number
  towns: { code: number; villages: number[] }[]
  workshops: number[]
  others: Record<string, number[]>
}

/** The people of some villages of one portion: the unit that quotas are given to. */
export type Part = { sites: SitePlan; writesSites: boolean; villages: number[]; quotas: Quotas; key: string }
/** What one worker generates in one go, and one round of COPY loads. */
export type Batch = { index: number; batches: number; seed: number; idFrom: number; parts: Part[] }

export const FIRST_BATCH_ID = 100_000
/** Ledger ids set aside for a batch: some six a person, so this is ample. */
export const IDS_A_BATCH = 500_000
const PEOPLE_A_PART = 20_000
const PEOPLE_A_SMALL_BATCH = 3_000
/** Workshops may not take more than this share of a part's workers: the others need work too. */
const WORKSHOP_CEILING = 0.72

/** Everything decided before the first row: what each part must reach, and where the sites stand. */
export type Schedule = { batches: Batch[]; sites: SitePlan[] }

export function schedule(scale: Scale, seed: number, portions: readonly Portion[]): Schedule {
  const weights = portionWeights(portions)
  const lifted = liftedByPortion(scale, portions, weights)
  const sites = sitePlans(portions, weights)
  const quotas = portionQuotas(scale, portions, lifted, weights, sites)
  const parts = portions.flatMap((portion, i) =>
    partsOf(portion, quotas[i] as Quotas, sites[i] as SitePlan, scale !== 'city'),
  )
  return { batches: batchesOf(parts, seed), sites }
}

function liftedByPortion(scale: Scale, portions: readonly Portion[], weights: number[]): number[] {
  const city = apportion(aims.LIFTED, weights)
  if (scale === 'city') return city
  const small = apportion(Math.round(aims.LIFTED * aims.SMALL_SHARE), weights)
  if (scale === 'small') return small
  return portions.map(({ countyThen }, i) => (countyThen === aims.FULL_COUNTY ? city[i] : small[i]) as number)
}

/** Sites are whole at every scale. A count that grows is taken apart by its growth, so that no county loses what it had. */
function sitePlans(portions: readonly Portion[], weights: number[]): SitePlan[] {
  const workshops = growing(
    aims.moments.map((m) => m.workshops),
    weights,
  )
  const even = weights.map((weight) => Math.sqrt(weight) + 1)
  const others = Object.entries(aims.siteCounts).map(
    ([kind, counts]) =>
      [kind, kind === 'return_home_park' ? parks(counts, portions, even) : growing(counts, even)] as const,
  )
  return portions.map(({ index, county, countyThen, towns }, i) => ({
    portion: index,
    county,
    countyThen,
    towns,
    workshops: workshops.map((counts) => counts[i] as number),
    others: Object.fromEntries(others.map(([kind, years]) => [kind, years.map((counts) => counts[i] as number)])),
  }))
}

function growing(counts: readonly number[], weights: readonly number[]): number[][] {
  const steps = counts.map((count, i) => count - (i === 0 ? 0 : (counts[i - 1] as number)))
  const parts: number[][] = []
  for (const step of steps) {
    const last = parts.at(-1) ?? weights.map(() => 0)
    const change = step >= 0 ? apportion(step, weights) : apportionWithin(-step, last, last).map((n) => -n)
    parts.push(last.map((n, i) => n + (change[i] as number)))
  }
  return parts
}

/** The four key counties get theirs in the plan's first months. */
function parks(counts: readonly number[], portions: readonly Portion[], weights: readonly number[]): number[][] {
  const isKey = portions.map(({ countyThen }) => aims.KEY_COUNTIES.includes(countyThen))
  const atStart = apportion(
    counts[0] as number,
    weights.map((weight, i) => (isKey[i] ? 0 : weight)),
  )
  const firstMonths = atStart.map((n, i) => n + (isKey[i] ? 1 : 0))
  const later = growing([0, ...counts.slice(2).map((n) => n - (counts[1] as number))], weights)
  return [atStart, ...later.map((more) => more.map((n, i) => n + (firstMonths[i] as number)))]
}

function portionQuotas(
  scale: Scale,
  portions: readonly Portion[],
  lifted: number[],
  weights: number[],
  sites: SitePlan[],
): Quotas[] {
  /** A count of the whole city, in its portions at this scale: whole where the county is full-size, a hundredth elsewhere. */
  const spread = (total: number): number[] => {
    const city = apportion(total, weights)
    if (scale === 'city') return city
    const small = apportion(Math.round(total * aims.SMALL_SHARE), weights)
    return portions.map(
      (p, i) => (scale === 'county' && p.countyThen === aims.FULL_COUNTY ? city[i] : small[i]) as number,
    )
  }
  const years = (record: Readonly<Record<string, number>>) =>
    Object.entries(record).map(([year, total]) => [year, spread(total)] as const)
  const inWork = aims.moments.map((m) => spread(m.inWork))
  const rosterLifted = aims.moments.map((m, t) =>
    apportionWithin(
      m.rosterLifted,
      sites.map((plan) => plan.workshops[t] as number),
      sites.map((plan, i) => (plan.workshops[t] ? Math.floor((inWork[t]?.[i] as number) * WORKSHOP_CEILING) : 0)),
    ),
  )
  const rosterOther = aims.moments.map((m, t) =>
    apportion(
      m.roster - m.rosterLifted,
      sites.map((plan) => plan.workshops[t] as number),
    ),
  )
  const publicPosts = aims.moments.map((m) => spread(m.publicPosts))
  const inCity = spread(Math.round((aims.moments[aims.SPLIT_MOMENT]?.inWork ?? 0) * aims.IN_CITY_SHARE))
  const monitored = aims.monitoredKinds.map(
    ([kind, share]) => [kind, spread(Math.round(aims.MONITORED * share))] as const,
  )
  const riskRemoved = spread(Math.round(aims.MONITORED * aims.MONITORED_REMOVED_SHARE))
  const [trainings, premiums, graduates, dispatched] = [
    aims.trainings,
    aims.premiums,
    aims.graduates,
    aims.dispatched,
  ].map(years)
  const full = spread(Math.round((aims.PREMIUM_FEN_2024 - (aims.premiums[2024] as number) * 7000) / 3000))
  const doctors = spread(aims.VILLAGE_DOCTORS)
  const at = (record: (readonly [string, number[]])[] | undefined, i: number) =>
    Object.fromEntries((record ?? []).map(([key, list]) => [key, list[i] as number]))
  const whole = portions.map((_, i) => ({
    lifted: lifted[i] as number,
    inWork: inWork.map((list) => list[i] as number),
    publicPosts: publicPosts.map((list) => list[i] as number),
    rosterLifted: rosterLifted.map((list) => list[i] as number),
    rosterOther: rosterOther.map((list) => list[i] as number),
    inCity: inCity[i] as number,
    monitored: at([...monitored], i),
    riskRemoved: riskRemoved[i] as number,
    trainings: at(trainings, i),
    premiums: at(premiums, i),
    premiumsFull: full[i] as number,
    graduates: at(graduates, i),
    dispatched: at(dispatched, i),
    doctors: doctors[i] as number,
  }))
  return whole.map((quotas, i) => besideStories(quotas, portions[i] as Portion))
}

/** The story people are part of every count; the generated ones make up the rest. */
function besideStories(quotas: Quotas, portion: Portion): Quotas {
  const villages = new Set(portion.towns.flatMap((town) => town.villages))
  const tally = storyTally((area) => villages.has(area))
  const less = (list: number[], taken: number[]) => list.map((n, t) => Math.max(0, n - (taken[t] as number)))
  return {
    ...quotas,
    lifted: quotas.lifted - tally.lifted,
    inWork: less(quotas.inWork, tally.inWork),
    publicPosts: less(quotas.publicPosts, tally.publicPosts),
    rosterLifted: less(quotas.rosterLifted, tally.rosterLifted),
    inCity: quotas.inCity - tally.inCity,
    monitored: Object.fromEntries(
      Object.entries(quotas.monitored).map(([kind, n]) => [kind, Math.max(0, n - (tally.monitored[kind] ?? 0))]),
    ),
    doctors: Math.max(0, quotas.doctors - tally.doctors),
  }
}

/** A portion in parts of some twenty thousand people; each takes its own villages and its share of every quota. */
function partsOf(portion: Portion, quotas: Quotas, sites: SitePlan, thin: boolean): Part[] {
  const count = Math.max(1, Math.ceil(quotas.lifted / PEOPLE_A_PART))
  const villages = portion.towns.flatMap((town) => (thin && count === 1 ? town.villages.slice(0, 2) : town.villages))
  const slices = apportion(
    villages.length,
    Array.from({ length: count }, () => 1),
  )
  const shares = splitQuotas(quotas, slices)
  let from = 0
  return slices.map((size, n) => {
    const own = villages.slice(from, from + size)
    from += size
    const key = `${portion.county}/${portion.countyThen}/${n}`
    return { sites, writesSites: n === 0, villages: own, quotas: shares[n] as Quotas, key }
  })
}

function splitQuotas(whole: Quotas, weights: readonly number[]): Quotas[] {
  if (weights.length === 1) return [whole]
  const lists = (list: readonly number[]) => list.map((total) => apportion(total, weights))
  const records = (record: Record<string, number>) =>
    Object.entries(record).map(([key, total]) => [key, apportion(total, weights)] as const)
  const one = (total: number) => apportion(total, weights)
  const inLists = [whole.inWork, whole.publicPosts, whole.rosterLifted, whole.rosterOther].map(lists)
  const inRecords = [whole.monitored, whole.trainings, whole.premiums, whole.graduates, whole.dispatched].map(records)
  const ones = [whole.lifted, whole.inCity, whole.riskRemoved, whole.premiumsFull, whole.doctors].map(one)
  return weights.map((_, i) => {
    const [inWork, publicPosts, rosterLifted, rosterOther] = inLists.map((l) => l.map((n) => n[i] as number)) as [
      number[],
      number[],
      number[],
      number[],
    ]
    const [monitored, trainings, premiums, graduates, dispatched] = inRecords.map((record) =>
      Object.fromEntries(record.map(([key, n]) => [key, n[i] as number])),
    ) as [Quotas['monitored'], Quotas['monitored'], Quotas['monitored'], Quotas['monitored'], Quotas['monitored']]
    const [lifted, inCity, riskRemoved, premiumsFull, doctors] = ones.map((n) => n[i]) as [
      number,
      number,
      number,
      number,
      number,
    ]
    return {
      ...{ lifted, inWork, publicPosts, rosterLifted, rosterOther, inCity, monitored, riskRemoved },
      ...{ trainings, premiums, premiumsFull, graduates, dispatched, doctors },
    }
  })
}

function batchesOf(parts: readonly Part[], seed: number): Batch[] {
  const groups: Part[][] = []
  let size = Number.POSITIVE_INFINITY
  for (const part of parts) {
    if (size + part.quotas.lifted > PEOPLE_A_SMALL_BATCH) {
      groups.push([])
      size = 0
    }
    groups.at(-1)?.push(part)
    size += part.quotas.lifted
  }
  return groups.map((group, index) => ({
    index,
    batches: groups.length,
    seed,
    idFrom: FIRST_BATCH_ID + index * IDS_A_BATCH,
    parts: group,
  }))
}
