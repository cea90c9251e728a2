import type { Static } from 'typebox'
import type { Day } from '../base/date.ts'
import type { Words } from '../base/fail.ts'
import { catalogue } from '../people/catalogue.ts'
import type { Catalogue } from '../people/fact.ts'
import type { Indicator, Plan } from '../plan/indicator.ts'
import { opens } from '../plan/indicator-rule.ts'
import type { FigureView } from './indicators.api.ts'
import { judge } from './judge.ts'
import type { Tally } from './tally.ts'

type View = Static<typeof FigureView>
type Place = { code: number; name: string; isCity: boolean }

/** 数字: everything that is said of one indicator for one area and day, from what was counted and what the plan asks. */
export function figureOf(plan: Plan, indicator: Indicator, place: Place, on: Day, tally: Tally): View {
  const value = indicator.median ? (tally.median ?? null) : (tally.value ?? 0)
  const of = indicator.of || indicator.ofAreas ? (tally.of ?? 0) : null
  const target = targetFor(plan, indicator, place, on)
  const judged = judge({ indicator, plan, target, value: inTargetUnit(indicator, value, of), on })
  return {
    indicator: indicator.key,
    area: place.code,
    areaName: place.name,
    value,
    of,
    parts: partsOf(indicator, tally),
    target: target ? targetView(target) : null,
    task: place.isCity ? taskFor(plan, indicator, on) : null,
    kind: indicator.kind,
    state: judged.state,
    rule: judged.rule,
    trajectory: judged.trajectory,
    published: place.isCity ? publishedFor(plan, indicator, on) : null,
    opens: opens(indicator),
  }
}

/** Targets of shares are in percent; a share of nothing has no value. */
function inTargetUnit(indicator: Indicator, value: number | null, of: number | null): number | null {
  if (indicator.unit !== 'percent' || value === null) return value
  return of ? (value / of) * 100 : null
}

type InForce = {
  value: number
  by: Day
  width?: number
  origin: 'plan' | 'decomposition'
  source: string
  assumption: boolean
}

/** The plan's own target for the whole city, its decomposition for a county; below a county there is none. */
function targetFor(plan: Plan, indicator: Indicator, place: Place, on: Day): InForce | undefined {
  const target = plan.targets.findLast(
    (each) => each.indicator === indicator.key && each.from <= on && (indicator.kind === 'cumulative' || on <= each.by),
  )
  if (!target) return undefined
  const { value, by, width, source, assumption } = target
  if (place.isCity)
    return {
      value,
      by,
      ...(width !== undefined && { width }),
      origin: 'plan',
      source,
      assumption: assumption !== undefined,
    }
  const parts = plan.decompositions.filter((each) => each.indicator === indicator.key && each.from <= on)
  const row = parts
    .filter((each) => each.to === undefined || on < each.to)
    .flatMap((each) => each.rows.filter((row) => row.area === place.code).map((row) => ({ ...row, each })))
    .at(-1)
  if (!row) return undefined
  return {
    value: row.value,
    by,
    origin: 'decomposition',
    source: row.each.source,
    assumption: row.each.assumption !== undefined,
  }
}

const targetView = ({ value, by, origin, source, assumption }: InForce) => ({ value, by, origin, source, assumption })

function taskFor(plan: Plan, indicator: Indicator, on: Day): View['task'] {
  const task = plan.tasks.find((each) => each.indicator === indicator.key && each.year === Number(on.slice(0, 4)))
  return task ? { value: task.value, year: task.year, source: task.source } : null
}

/** The newest point published for a day not after this one. */
function publishedFor(plan: Plan, indicator: Indicator, on: Day): View['published'] {
  const point = plan.published
    .filter((each) => each.indicator === indicator.key && each.on <= on)
    .toSorted((a, b) => (a.on < b.on ? -1 : 1))
    .at(-1)
  return point ? { value: point.value, on: point.on, source: point.source, text: point.text } : null
}

function partsOf(indicator: Indicator, tally: Tally): View['parts'] {
  const sum = tally.sum === undefined ? [] : [{ key: 'sum', label: { zh: '合计', en: 'sum' }, value: tally.sum }]
  const parts = Object.entries(tally.parts ?? {}).map(([key, value]) => ({
    key,
    label: codeWords(indicator, key),
    value,
  }))
  return [...sum, ...parts.toSorted((a, b) => b.value - a.value)]
}

function codeWords(indicator: Indicator, code: string): Words {
  const fact = (catalogue as Catalogue)[indicator.counts]?.facts[indicator.by ?? '']
  const codes = fact?.kind === 'scalar' ? fact.codes : undefined
  return codes?.[code] ?? { zh: code, en: code }
}
