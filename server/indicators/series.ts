import { monthEnd } from '#domain/base/date.ts'
import { distinctUnit } from '#domain/indicators/rollup.ts'
import { median } from '#domain/indicators/tally.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import type { Tx } from '../db.ts'
import { placesOfDivision } from './figure-run.sql.ts'
import { areaValues, countedAreas, countIn } from './indicator.sql.ts'
import type { Question } from './question.ts'

/** Month ends up to a day, the day itself last: a trend ends where the overview stands. */
export function monthEnds(on: string, months: number): string[] {
  const ends = [on]
  let day = `${on.slice(0, 7)}-01`
  while (ends.length < months) {
    const before = new Date(Date.parse(`${day}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
    ends.unshift(monthEnd(before))
    day = `${before.slice(0, 7)}-01`
  }
  return ends
}

/** One number of one area on some day, counted for itself by the same rule as all of them. */
export async function valueOn(tx: Tx, question: Question, indicator: Indicator, on: string): Promise<number | null> {
  const { plan, intervals, division, clocks } = question
  const at = { ...clocks, on }
  if (indicator.median)
    return median((await areaValues(tx, plan, indicator, at, intervals)).map(({ value }) => value)) ?? null
  if (indicator.unit === 'percent') return percentOn(tx, question, indicator, at)
  if (!indicator.distinct) return countIn(tx, plan, indicator, at, intervals)
  const held = new Set((await countedAreas(tx, plan, indicator, at, intervals)).map(({ area }) => area))
  const places = await placesOfDivision(tx, division)
  const units = places.filter(({ area }) => held.has(area)).map((place) => distinctUnit(indicator, place))
  return new Set(units.filter((unit) => unit !== undefined)).size
}

/** A share's trend is told in percent, as its target is; a share of nothing has no value. */
async function percentOn(tx: Tx, { plan, intervals }: Question, indicator: Indicator, at: Question['clocks']) {
  const whole = await countIn(tx, plan, indicator, at, intervals, 'of')
  if (whole === 0) return null
  const part = await countIn(tx, plan, indicator, at, intervals)
  return Math.round((part / whole) * 1000) / 10
}

/** Values that were counted once, by everything they depend on; the oldest go first. */
export class SeriesMemory {
  private readonly kept = new Map<string, number | null>()

  async get(key: string, count: () => Promise<number | null>): Promise<number | null> {
    const known = this.kept.get(key)
    if (known !== undefined) return known
    const value = await count()
    if (this.kept.size > 50_000) this.kept.delete(this.kept.keys().next().value!)
    this.kept.set(key, value)
    return value
  }
}
