import { apportion, apportionWithin } from './apportion.ts'
import * as aims from './calibration.ts'
import type { SitePlan } from './sites/site-plan.ts'
import { storyTally } from './stories/story-tally.ts'
import type { Portion } from './territory.ts'

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

/** Workshops may not take more than this share of a part's workers: the others need work too. */
const WORKSHOP_CEILING = 0.72

/** What the whole city must reach; rosters are apart, since workshops are whole at every scale. */
function cityQuotas(): Quotas {
  const premiums = aims.premiums[2024] as number
  return {
    lifted: aims.LIFTED,
    inWork: aims.moments.map((m) => m.inWork),
    publicPosts: aims.moments.map((m) => m.publicPosts),
    rosterLifted: aims.moments.map(() => 0),
    rosterOther: aims.moments.map(() => 0),
    inCity: Math.round((aims.moments[aims.SPLIT_MOMENT]?.inWork ?? 0) * aims.IN_CITY_SHARE),
    monitored: Object.fromEntries(
      aims.monitoredKinds.map(([kind, share]) => [kind, Math.round(aims.MONITORED * share)]),
    ),
    riskRemoved: Math.round(aims.MONITORED * aims.MONITORED_REMOVED_SHARE),
    trainings: { ...aims.trainings },
    premiums: { ...aims.premiums },
    premiumsFull: Math.round((aims.PREMIUM_FEN_2024 - premiums * 7_000) / 3_000),
    graduates: { ...aims.graduates },
    dispatched: { ...aims.dispatched },
    doctors: aims.VILLAGE_DOCTORS,
  }
}

/** The quotas of each portion at a scale, the story people's share already taken off. */
export function portionQuotas(
  scale: Scale,
  portions: readonly Portion[],
  weights: readonly number[],
  sites: readonly SitePlan[],
): Quotas[] {
  /** Whole where the county is full-size, a hundredth elsewhere. */
  const spread = (total: number): number[] => {
    const city = apportion(total, weights)
    if (scale === 'city') return city
    const small = apportion(Math.round(total * aims.SMALL_SHARE), weights)
    const full = (n: number) => scale === 'county' && portions[n]?.countyThen === aims.FULL_COUNTY
    return small.map((part, n) => (full(n) ? (city[n] as number) : part))
  }
  const quotas = takeApart(cityQuotas(), portions.length, spread)
  seatRosters(quotas, sites)
  return quotas.map((own, n) => besideStories(own, portions[n] as Portion))
}

/** Rosters go to portions by their workshops; the lifted among them only as far as a portion's workers allow. */
function seatRosters(quotas: readonly Quotas[], sites: readonly SitePlan[]): void {
  aims.moments.forEach((moment, t) => {
    const workshops = sites.map((plan) => plan.workshops[t] as number)
    const ceilings = quotas.map((own, n) =>
      workshops[n] ? Math.floor((own.inWork[t] as number) * WORKSHOP_CEILING) : 0,
    )
    const lifted = apportionWithin(moment.rosterLifted, workshops, ceilings)
    const others = apportion(moment.roster - moment.rosterLifted, workshops)
    quotas.forEach((own, n) => {
      own.rosterLifted[t] = lifted[n] as number
      own.rosterOther[t] = others[n] as number
    })
  })
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

type Leaf = number | number[] | Record<string, number>

/** Every number of some quotas taken apart by one rule: as many quotas as there are parts. */
export function takeApart(whole: Quotas, parts: number, spread: (total: number) => number[]): Quotas[] {
  const each = <T>(make: (part: number) => T): T[] => Array.from({ length: parts }, (_, part) => make(part))
  const apart = (value: Leaf): Leaf[] => {
    if (typeof value === 'number') return spread(value)
    if (Array.isArray(value)) {
      const lists = value.map(spread)
      return each((part) => lists.map((list) => list[part] as number))
    }
    const lists = Object.entries(value).map(([key, total]) => [key, spread(total)] as const)
    return each((part) => Object.fromEntries(lists.map(([key, list]) => [key, list[part] as number])))
  }
  const fields = Object.entries(whole).map(([key, value]) => [key, apart(value as Leaf)] as const)
  return each((part) => Object.fromEntries(fields.map(([key, list]) => [key, list[part]])) as Quotas)
}
