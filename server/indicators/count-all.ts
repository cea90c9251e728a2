import type { Counted } from '#domain/indicators/rollup.ts'
import type { Tally } from '#domain/indicators/tally.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import type { Clocks } from '../context.ts'
import type { Tx } from '../db.ts'
import { countByArea, valuesByArea } from './indicator.sql.ts'

/** Counts every indicator of a plan by village, one set-based statement for each of its numbers. */
export async function countAll(tx: Tx, plan: Plan, indicators: readonly Indicator[], clocks: Clocks): Promise<Counted> {
  const counted: Counted = new Map()
  for (const indicator of indicators) await countOne(tx, plan, indicator, clocks, counted)
  return counted
}

async function countOne(tx: Tx, plan: Plan, indicator: Indicator, clocks: Clocks, counted: Counted): Promise<void> {
  const at = (area: number) => {
    let place = counted.get(area)
    if (!place) counted.set(area, (place = { tallies: {}, values: {} }))
    return place
  }
  if (indicator.median) {
    for (const { area, value } of await valuesByArea(tx, plan, indicator, clocks)) {
      const { values } = at(area)
      values[indicator.key] ??= []
      values[indicator.key]!.push(value)
    }
    return
  }
  const tallyOf = (area: number): Tally => {
    const { tallies } = at(area)
    return (tallies[indicator.key] ??= {})
  }
  for (const { area, value, sum, code } of await countByArea(tx, plan, indicator, 'value', clocks)) {
    const tally = tallyOf(area)
    tally.value = (tally.value ?? 0) + value
    if (sum) tally.sum = (tally.sum ?? 0) + sum
    if (code !== null) (tally.parts ??= {})[code] = value
  }
  if (!indicator.of) return
  for (const { area, value } of await countByArea(tx, plan, indicator, 'of', clocks)) tallyOf(area).of = value
}
