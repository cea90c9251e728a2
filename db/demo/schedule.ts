import { apportion } from './apportion.ts'
import { portionQuotas, type Quotas, type Scale, takeApart } from './quotas.ts'
import { type SitePlan, sitePlans } from './sites/site-plan.ts'
import { type Portion, portionWeights } from './territory.ts'

/** The people of some villages of one portion: the unit that quotas are given to. */
export type Part = { sites: SitePlan; writesSites: boolean; villages: number[]; quotas: Quotas; key: string }
/** What one worker generates in one go, and one round of COPY loads. */
export type Batch = { index: number; batches: number; seed: number; idFrom: number; parts: Part[] }

export const FIRST_BATCH_ID = 100_000
/** Ledger ids set aside for a batch: some six a person, so this is ample. */
export const IDS_A_BATCH = 500_000
const PEOPLE_A_PART = 20_000
const PEOPLE_A_SMALL_BATCH = 3_000

/** Everything decided before the first row: what each part must reach, and where the sites stand. */
export type Schedule = { batches: Batch[]; sites: SitePlan[] }

export function schedule(scale: Scale, seed: number, portions: readonly Portion[]): Schedule {
  const weights = portionWeights(portions)
  const sites = sitePlans(portions, weights)
  const quotas = portionQuotas(scale, portions, weights, sites)
  const parts = portions.flatMap((portion, i) =>
    partsOf(portion, quotas[i] as Quotas, sites[i] as SitePlan, scale !== 'city'),
  )
  return { batches: batchesOf(parts, seed), sites }
}

/** A portion in parts of some twenty thousand people; each takes its own villages and its share of every quota. */
function partsOf(portion: Portion, quotas: Quotas, sites: SitePlan, thin: boolean): Part[] {
  const count = Math.max(1, Math.ceil(quotas.lifted / PEOPLE_A_PART))
  const villages = portion.towns.flatMap((town) => (thin && count === 1 ? town.villages.slice(0, 2) : town.villages))
  const slices = apportion(
    villages.length,
    Array.from({ length: count }, () => 1),
  )
  const shares = count === 1 ? [quotas] : takeApart(quotas, count, (total) => apportion(total, slices))
  let from = 0
  return slices.map((size, n) => {
    const own = villages.slice(from, from + size)
    from += size
    const key = `${portion.county}/${portion.countyThen}/${n}`
    return { sites, writesSites: n === 0, villages: own, quotas: shares[n] as Quotas, key }
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
