import type { Day } from '#domain/base/date.ts'
import type { Counted } from '#domain/indicators/rollup.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import { markedRows } from '#domain/rules/columns/bits.ts'
import type { JobTx } from '../../db.ts'
import { countFiles } from '../../needs/determination.sql.ts'
import { bindExact } from '../../needs/outcomes.ts'
import { type CountyGroup, countyGroups } from '../../needs/snapshot/county-groups.ts'
import { type LoadedSnapshot, loadSnapshot } from '../../needs/snapshot/load-snapshot.ts'
import { relationAt } from '../../people/as-of.ts'
import { countIndicator } from './count-indicator.ts'
import { type AskedNumber, askedNumbers, factsBeside, fitsColumns } from './numbers.ts'
import { isExactSum, rowPlaces, tallyRows } from './tally-rows.ts'

export type CountAsked = {
  plan: Plan
  indicators: readonly Indicator[]
  days: readonly Day[]
  /** A moment of knowledge; null for what is known now. */
  knownAt: string | null
  /** How far the count is, from 0 to 1. */
  onProgress?: ((share: number) => void) | undefined
  /** How many files a reader holds at a time, at some 400 bytes each. */
  filesAtOnce?: number
  /** Lets a second transaction of the same moment read beside the first: while one is computed on, the other is read. */
  alongside?: (work: (tx: JobTx) => Promise<void>) => Promise<void>
}
export type CountedDays = {
  byDay: ReadonlyMap<Day, Counted>
  /** How many indicators SQL had to count, on one day or several. */
  sqlIndicators: number
}

/**
 * Counts indicators by village on several days. The columns their rules read are loaded once for all days, some counties at a
 * time; what columns cannot tell exactly is asked of SQL. The transaction must be one snapshot of the database.
 */
export async function countDays(tx: JobTx, asked: CountAsked): Promise<CountedDays> {
  const { plan, indicators, days, knownAt, onProgress = () => {}, filesAtOnce = 125_000, alongside } = asked
  const byDay = new Map(days.map((on): [Day, Counted] => [on, new Map()]))
  const able = indicators.filter(fitsColumns)
  const left = new Set(indicators.filter((indicator) => !able.includes(indicator)))
  const numbers = askedNumbers(plan, able, days)
  const predicates = [...numbers.values()].flat().map(({ predicate }) => predicate)
  const groups = predicates.length > 0 ? wholeCity(countyGroups(await countFiles(tx), filesAtOnce)) : []
  const beside = { keys: ['area'], facts: factsBeside(able) }
  let done = 0
  const read = eachOnce(groups, async (reader: JobTx, counties) => {
    const loaded = await loadSnapshot(reader, predicates, { counties, relation: relationAt(knownAt), beside })
    for (const of of numbers.values()) countLoaded(byDay, of, loaded, left)
    onProgress(++done / groups.length)
  })
  await together(groups.length > 1 && alongside ? [read(tx), alongside(read)] : [read(tx)])
  for (const indicator of left)
    for (const on of days) await countIndicator(tx, plan, indicator, { on, knownAt }, byDay.get(on)!)
  return { byDay, sqlIndicators: left.size }
}

/** Whoever is free takes the next; once somebody failed there is no next. */
function eachOnce<R, P>(parts: readonly P[], work: (reader: R, part: P) => Promise<void>) {
  const waiting = [...parts]
  return async (reader: R): Promise<void> => {
    try {
      for (let part = waiting.shift(); part !== undefined; part = waiting.shift()) await work(reader, part)
    } finally {
      waiting.length = 0
    }
  }
}

/** Waits for all, whatever becomes of one: each has a transaction that must not end under it. */
async function together(works: readonly Promise<void>[]): Promise<void> {
  for (const ended of await Promise.allSettled(works)) if (ended.status === 'rejected') throw ended.reason
}

/** Records may stand where no file does: the groups reach over every county there could be. */
function wholeCity(groups: readonly CountyGroup[]): CountyGroup[] {
  const [first = { from: 0, to: 0, files: 0 }, ...rest] = groups
  const starts = [500_000, ...rest.map(({ from }) => from)]
  return [first, ...rest].map((group, at) => ({ ...group, from: starts[at]!, to: starts[at + 1] ?? 510_000 }))
}

/** Counts the numbers over one record type in the counties that were loaded; whose columns do not do goes to `left`. */
function countLoaded(
  byDay: ReadonlyMap<Day, Counted>,
  numbers: readonly AskedNumber[],
  { snapshot, keysOf }: LoadedSnapshot,
  left: Set<Indicator>,
): void {
  const record = numbers[0]!.indicator.counts
  const table = snapshot[record]!
  const { able, run } = bindExact(
    numbers.map(({ predicate }) => predicate),
    snapshot,
  )
  const bits = new Map(run?.().rows.map((rows, at) => [able[at]!, rows]))
  const places = rowPlaces(keysOf(record, 'area'))
  for (const number of numbers) {
    const { indicator, on, predicate } = number
    const marked = bits.get(predicate)
    if (!marked || (indicator.sum && !isExactSum(table, indicator.sum))) left.add(indicator)
    if (!marked || left.has(indicator)) continue
    tallyRows(byDay.get(on)!, number, markedRows(marked, { from: 0, to: table.rows }), table, places)
  }
}
