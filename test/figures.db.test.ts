import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Tallies } from '#domain/indicators/tally.ts'
import { monthEnds } from '#domain/indicators/trend.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Door, Tx } from '#server/db.ts'
import { countedIds } from '#server/indicators/counted/counted.ts'
import { placesOfDivision } from '#server/indicators/figure-run.sql.ts'
import { type FigureRuns, figureRuns, type Run } from '#server/indicators/figure-run.ts'
import { figuresOf } from '#server/indicators/figures.handlers.ts'
import { countedPage } from '#server/indicators/indicator.sql.ts'
import { questionOf } from '#server/indicators/question.ts'
import { resolveArea } from '#server/places/resolve-area.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { type SmallCity, smallCity } from './small-city.ts'

const CITY = 500_000_000_000
const OLD = '2014-01-01'
const YUNYANG = 500_235_000_000
const plans = getPlans()
const plan = plans.get('chongqing-2021') as Plan
let city: SmallCity
let door: Door
let runs: FigureRuns

beforeAll(async () => {
  city = await smallCity()
  door = city.door
  runs = figureRuns(door)
})
afterAll(async () => {
  await city?.drop()
})

/** Every number of a run that counts records, by area and indicator. */
async function counts(tx: Tx, run: Run): Promise<Map<string, number>> {
  const rows = await tx.query<{ area: number; tallies: Tallies }>(
    'SELECT area, tallies FROM figure_area WHERE run = $1 AND division = $2',
    [run.id, OLD],
  )
  const found = new Map<string, number>()
  for (const { area, tallies } of rows)
    for (const [key, { value }] of Object.entries(tallies)) if (value) found.set(`${area} ${key}`, value)
  return found
}

/** The same numbers from the lists: every listed record, put into its village, town, county and city. */
async function listed(tx: Tx, run: Run): Promise<Map<string, number>> {
  const found = new Map<string, number>()
  const places = new Map((await placesOfDivision(tx, OLD)).map((place) => [place.area, place]))
  const intervals = await resolveArea(tx, CITY, OLD)
  const clocks = { on: run.on, knownAt: run.isNow ? null : run.knownAt }
  for (const indicator of plan.indicators.filter((each) => !each.median && !each.distinct)) {
    const page = { intervals, filter: 'TRUE', after: { area: 0, id: 0 }, limit: null }
    for (const { area } of await countedPage(tx, plan, indicator, 'value', clocks, page)) {
      const { village, town, county } = places.get(area)!
      for (const code of [CITY, county, town, village])
        if (code !== null) found.set(`${code} ${indicator.key}`, (found.get(`${code} ${indicator.key}`) ?? 0) + 1)
    }
  }
  return found
}

const differing = (a: Map<string, number>, b: Map<string, number>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key))

const summed = new Set(plan.indicators.filter((each) => !each.median && !each.distinct).map(({ key }) => key))
const addable = (found: Map<string, number>) =>
  new Map([...found].filter(([key]) => summed.has(key.slice(key.indexOf(' ') + 1))))

describe('a figure is its people', () => {
  it('for every indicator, every area of every level, at 24 month ends', async () => {
    let compared = 0
    for (const on of monthEnds('2022-08-31', 24)) {
      const run = await runs.get(plan, on)
      const { told, shown } = await door.asJob(async (tx) => ({
        told: await counts(tx, run),
        shown: await listed(tx, run),
      }))
      expect(differing(addable(told), shown)).toEqual([])
      compared += told.size
    }
    expect(compared).toBeGreaterThan(100_000)
  }, 600_000)

  it('on the day of the plan: 473 workshops, 9,986 workers, 4,121 of them lifted, each opening to as many', async () => {
    const asker = {
      asPost: <T>(work: (tx: Tx) => Promise<T>) => door.asJob(work),
      post: { area: CITY, scope: { lo: 5e11, hi: 5.1e11 } },
    }
    const given = { plans, runs, defaults: async () => ({ on: '2021-09-17', plan: plan.key }) }
    const question = await questionOf(given, asker, {})
    const figures = await door.asJob((tx) => figuresOf(tx, question, [CITY], plan.indicators))
    const value = (key: string) => figures.find(({ indicator }) => indicator === key)?.value
    expect([value('workshops'), value('workshop-workers'), value('workshop-lifted')]).toEqual([473, 9986, 4121])
    for (const indicator of plan.indicators.filter((each) => !each.median)) {
      const ids = await door.asJob((tx) => countedIds(tx, question, indicator))
      expect([indicator.key, new Set(ids).size]).toEqual([indicator.key, value(indicator.key)])
    }
  })

  it('is told apart from a list that lacks one record', async () => {
    const run = await runs.get(plan, '2021-09-17')
    const { told, shown } = await door.asJob(async (tx) => ({
      told: await counts(tx, run),
      shown: await listed(tx, run),
    }))
    shown.set(`${YUNYANG} lifted-in-work`, shown.get(`${YUNYANG} lifted-in-work`)! - 1)
    expect(differing(addable(told), shown)).toEqual([`${YUNYANG} lifted-in-work`])
  })
})

describe('two clocks', () => {
  it('a figure of a past moment of knowledge is counted from what was known then, and its list too', async () => {
    const early = await runs.get(plan, '2021-09-17', '2021-09-20T00:00:00Z')
    const now = await runs.get(plan, '2021-09-17')
    expect(early.isNow).toBe(false)
    const found = await door.asJob(async (tx) => ({
      early: await counts(tx, early),
      now: await counts(tx, now),
      list: await listed(tx, early),
    }))
    expect(differing(addable(found.early), found.list)).toEqual([])
    expect(found.early.get(`${CITY} lifted-in-work`)).not.toBe(found.now.get(`${CITY} lifted-in-work`))
  })
})

describe('divisions', () => {
  it('the old and the new division of one day hold the same people', async () => {
    const run = await runs.get(plan, '2021-09-17')
    const rows = await door.asJob((tx) =>
      tx.query<{ division: string; people: number; counties: number }>(
        `SELECT division, sum((tallies -> 'one-file' ->> 'of')::int)::int AS people, count(*)::int AS counties FROM figure_area
         WHERE run = $1 AND area % 1000000 = 0 AND area % 10000000000 <> 0 AND tallies -> 'one-file' IS NOT NULL GROUP BY division ORDER BY 1`,
        [run.id],
      ),
    )
    expect(rows).toHaveLength(2)
    expect(rows[0]!.people).toBe(rows[1]!.people)
    expect(rows[0]!.people).toBeGreaterThan(10_000)
  })
})
