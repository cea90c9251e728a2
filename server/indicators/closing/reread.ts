import { canonical } from '#domain/indicators/closing/canonical.ts'
import { type Counted, rollUp } from '#domain/indicators/rollup.ts'
import type { Tallies } from '#domain/indicators/tally.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { estimatedFiles } from '../../needs/determination.sql.ts'
import { countIndicator } from '../counting/count-indicator.ts'
import { placesOfDivision } from '../figure-run.sql.ts'
import type { FrozenArea } from './snapshot.sql.ts'

/** Beyond this many files a sample is read again instead of everything. */
const LARGE_CITY = 200_000
const SAMPLE = 8

type Asked = { plan: Plan; on: string; knownAt: string; onProgress?: ((share: number) => void) | undefined }

/**
 * Counts again, in SQL and one indicator after another, from the lists as they were known at the moment of a snapshot, out of the tables of today and of history, and
 * compares with every frozen area. Answers how many indicators were read, and those that differ.
 */
export async function readAgain(
  tx: Tx,
  { plan, on, knownAt, onProgress = () => {} }: Asked,
  areas: readonly Omit<FrozenArea, 'hash'>[],
): Promise<{ read: number; differing: string[] }> {
  const indicators = await chosen(tx, plan)
  const counted: Counted = new Map()
  for (const [at, indicator] of indicators.entries()) {
    await countIndicator(tx, plan, indicator, { on, knownAt }, counted)
    onProgress((at + 1) / indicators.length)
  }
  const differing = new Set<string>()
  for (const division of new Set(areas.map((one) => one.division))) {
    const fresh = rollUp(indicators, await placesOfDivision(tx, division), counted)
    const frozen = new Map(areas.filter((one) => one.division === division).map(({ area, figures }) => [area, figures]))
    for (const area of new Set([...fresh.keys(), ...frozen.keys()]))
      for (const key of keysThatDiffer(indicators, fresh.get(area) ?? {}, frozen.get(area) ?? '{}')) differing.add(key)
  }
  return { read: indicators.length, differing: [...differing] }
}

/** Most areas are the same to the letter, which is told without taking the figures apart. `frozen` is canonical text. */
function keysThatDiffer(indicators: readonly Indicator[], fresh: Tallies, frozen: string): string[] {
  if (canonical(fresh) === frozen) return []
  const before = JSON.parse(frozen) as Tallies
  return indicators.map(({ key }) => key).filter((key) => canonical(fresh[key] ?? {}) !== canonical(before[key] ?? {}))
}

/** All of them, or of a large city every n-th. */
async function chosen(tx: Tx, { indicators }: Plan): Promise<readonly Indicator[]> {
  if ((await estimatedFiles(tx)) < LARGE_CITY) return indicators
  const step = Math.ceil(indicators.length / SAMPLE)
  return indicators.filter((_, at) => at % step === 0)
}
