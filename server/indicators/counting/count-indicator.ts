import type { Counted } from '#domain/indicators/rollup.ts'
import type { Tally } from '#domain/indicators/tally.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { countByArea, valuesByArea } from '../indicator.sql.ts'

/**
 * Counts one indicator by village in SQL, one set-based statement for each of its numbers, and puts that in the place of
 * whatever was counted of it before.
 */
export async function countIndicator(
  tx: Tx,
  plan: Plan,
  indicator: Indicator,
  clocks: Clocks,
  counted: Counted,
): Promise<void> {
  for (const { tallies, values } of counted.values()) {
    delete tallies[indicator.key]
    delete values[indicator.key]
  }
  const at = (area: number) => {
    let place = counted.get(area)
    if (!place) counted.set(area, (place = { tallies: {}, values: {} }))
    return place
  }
  if (indicator.median) {
    for (const { area, value } of await valuesByArea(tx, plan, indicator, clocks))
      (at(area).values[indicator.key] ??= []).push(value)
    return
  }
  const tallyOf = (area: number): Tally => (at(area).tallies[indicator.key] ??= {})
  for (const { area, value, sum, code } of await countByArea(tx, plan, indicator, 'value', clocks)) {
    const tally = tallyOf(area)
    tally.value = (tally.value ?? 0) + value
    if (sum) tally.sum = (tally.sum ?? 0) + sum
    if (code !== null) (tally.parts ??= {})[code] = value
  }
  if (!indicator.of) return
  for (const { area, value } of await countByArea(tx, plan, indicator, 'of', clocks)) tallyOf(area).of = value
}
