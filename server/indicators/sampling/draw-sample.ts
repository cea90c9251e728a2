import { hash, randomBytes } from 'node:crypto'
import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import { firstByRank, frameText, rankText } from '#domain/indicators/sampling/sample-draw.ts'
import { allocate, sampleSize } from '#domain/indicators/sampling/sample-size.ts'
import type { samplingApi } from '#domain/indicators/sampling/sampling.api.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { type CountedKey, countedPage } from '../indicator.sql.ts'
import type { Question } from '../question.ts'
import { countiesOf, type Drawn, samplesOf } from './sample.sql.ts'

export type Wanted = Pick<
  Input<typeof samplingApi.planSample>['query'],
  'confidence' | 'error' | 'expected' | 'minimum'
>
type Stratum = { county: number; size: number; drawn: number }
export type SamplePlan = { allocation: 'proportional' | 'neyman'; strata: Stratum[]; frame: readonly CountedKey[] }

const CITY = { lo: 500_000_000_000, hi: 510_000_000_000 }

/** Only people can be called: refuses a figure that counts something else. */
export function refuseUncallable({ counts, distinct, median, name }: Indicator): void {
  if (counts === 'person' && distinct === undefined && median === undefined) return
  fail(
    'indicators.sample.noPeople',
    {
      zh: `“${name.zh}”数的不是人，不能抽样回访。请选择数人的指标。`,
      en: `“${name.en}” does not count people, so nobody can be called. Choose a figure of people.`,
    },
    { status: 422 },
  )
}

/** The people a figure counted, always read as known at the run's moment, so that the list can be made again for ever. */
export function frameOf(
  tx: Tx,
  { plan, clocks, run, intervals }: Question,
  indicator: Indicator,
): Promise<CountedKey[]> {
  const page = { intervals, filter: 'TRUE', after: { area: 0, id: 0 }, limit: null }
  return countedPage(tx, plan, indicator, 'value', { on: clocks.on, knownAt: run.knownAt }, page)
}

/** How many of each county: by its size, or by Neyman where an earlier sample of the figure tells every county's share. */
export async function planOf(tx: Tx, question: Question, indicator: Indicator, wanted: Wanted): Promise<SamplePlan> {
  refuseUncallable(indicator)
  const frame = await frameOf(tx, question, indicator)
  if (frame.length === 0) refuseEmpty()
  const byCounty = Map.groupBy(frame, ({ county }) => county)
  const sizes = [...byCounty]
    .map(([county, { length }]) => ({ county, size: length }))
    .toSorted((a, b) => a.county - b.county)
  const priors = await priorShares(tx, question.plan.key, indicator.key)
  const known = sizes.every(({ county }) => priors.has(county))
  const drawn = allocate(
    sizes.map(({ county, size }) => ({ size, ...(known && { prior: priors.get(county)! }) })),
    sampleSize(frame.length, wanted),
    wanted.minimum,
  )
  const strata = sizes.map((stratum, at) => ({ ...stratum, drawn: drawn[at]! }))
  return { allocation: known ? 'neyman' : 'proportional', strata, frame }
}

/** Shares that the newest finished sample of the figure found; one more of each kind is added, so that none is nought or one. */
async function priorShares(tx: Tx, plan: string, indicator: string): Promise<Map<number, number>> {
  const [last] = await samplesOf(tx, plan, indicator, null)
  const counties = last ? await countiesOf(tx, [last.id], [CITY]) : []
  const told = counties.filter(({ reached, drawn }) => reached > 0 && reached >= drawn / 2)
  return new Map(told.map(({ county, reached, held }) => [county, (held + 1) / (reached + 2)]))
}

const sha256 = (text: string): string => hash('sha256', text)

/** Who is drawn: in every county the first by the hash of seed and id. */
export function draw(frame: readonly CountedKey[], strata: readonly Stratum[], seed: string): Drawn[] {
  const byCounty = Map.groupBy(frame, ({ county }) => county)
  return strata.flatMap(({ county, drawn }) => {
    const keys = new Map((byCounty.get(county) ?? []).map((key) => [key.id, key]))
    const ranked = [...keys.keys()].map((id) => ({ id, rank: sha256(rankText(seed, id)) }))
    return firstByRank(ranked, drawn).map(({ id }, at) => ({ county, area: keys.get(id)!.area, id, place: at + 1 }))
  })
}

/** What the list is known by: whoever makes it again gets the same. */
export const frameHash = (frame: readonly CountedKey[]): string => sha256(frameText(frame.map(({ id }) => id)))

export const newSeed = (): string => randomBytes(16).toString('hex')

export async function viewSamplePlan(tx: Tx, plan: SamplePlan): Promise<Reply<typeof samplingApi.planSample>> {
  const names = await areaNames(tx)
  const counties = plan.strata.map(({ county, size, drawn }) => {
    const area = county * 1_000_000
    return { area, areaName: names.nameOf(area), size, drawn }
  })
  return {
    size: plan.frame.length,
    drawn: counties.reduce((sum, { drawn }) => sum + drawn, 0),
    allocation: plan.allocation,
    counties,
  }
}

function refuseEmpty(): never {
  fail(
    'indicators.sample.empty',
    { zh: '这个数字为零，没有人可抽。', en: 'The figure is nought: there is nobody to draw.' },
    { status: 422 },
  )
}
