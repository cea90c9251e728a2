import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import type { Part } from '#domain/plan/indicator-rule.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import type { Tx } from '../../db.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { figureRuns } from '../figure-run.ts'
import { countedPage } from '../indicator.sql.ts'
import { type Question, questionOf } from '../question.ts'
import { firstKeys } from './counted-page.ts'

const CITY = 500_000_000_000
const plans = getPlans()
const plan = plans.get('chongqing-2021') as Plan
const opening = plan.indicators.filter((each) => !each.median && !each.distinct)
let city: SmallCity
let question: Question

beforeAll(async () => {
  city = await smallCity()
  const asker = {
    asPost: <T>(work: (tx: Tx) => Promise<T>) => city.door.asJob(work),
    post: { area: CITY, scope: { lo: 5e11, hi: 5.1e11 } },
  }
  const defaults = async () => ({ on: '2021-09-17', plan: plan.key })
  question = await questionOf({ plans, runs: figureRuns(city.door), defaults }, asker, {})
})
afterAll(() => city?.drop())

/** Every page, each begun where the one before ended. */
async function paged(tx: Tx, asked: Question, indicator: Indicator, part: Part, filter = 'TRUE', limit = 500) {
  const ids: number[] = []
  for (let after = { area: 0, id: 0 }; ; ) {
    const keys = await firstKeys(tx, asked, indicator, part, { filter, after, limit })
    ids.push(...keys.map(({ id }) => id))
    if (keys.length < limit) return ids
    after = keys.at(-1)!
  }
}

async function codesOf(tx: Tx, { key }: Indicator): Promise<Part[]> {
  const rows = await tx.query<{ code: string }>(
    `SELECT DISTINCT jsonb_object_keys(tallies #> $2) AS code FROM figure_area WHERE run = $1 AND tallies #> $2 IS NOT NULL`,
    [question.run.id, [key, 'parts']],
  )
  return rows
}

async function whole(tx: Tx, indicator: Indicator, part: Part, filter = 'TRUE') {
  const { clocks, intervals } = question
  const page = { intervals, filter, after: { area: 0, id: 0 }, limit: null }
  return (await countedPage(tx, plan, indicator, part, clocks, page)).map(({ id }) => id)
}

test('pages, looked for where something was counted, are the whole list', async () => {
  await city.door.asJob(async (tx) => {
    for (const indicator of opening) {
      const parts: Part[] = ['value', ...(indicator.of ? ['of' as const] : []), ...(await codesOf(tx, indicator))]
      for (const part of parts)
        expect([indicator.key, await paged(tx, question, indicator, part)]).toEqual([
          indicator.key,
          await whole(tx, indicator, part),
        ])
    }
  })
}, 120_000)

test('with a filter that leaves a few of many, too', async () => {
  const indicator = opening.find(({ key }) => key === 'lifted-in-work')!
  const filter = 'r.id % 211 = 0'
  await city.door.asJob(async (tx) => {
    const all = await whole(tx, indicator, 'value', filter)
    expect(all.length).toBeGreaterThan(20)
    expect(await paged(tx, question, indicator, 'value', filter, 7)).toEqual(all)
  })
})

test('a list outlives the run it was opened from', async () => {
  const indicator = opening.find(({ key }) => key === 'workshops')!
  const gone = { ...question, run: { ...question.run, id: 1 } }
  await city.door.asJob(async (tx) =>
    expect(await paged(tx, gone, indicator, 'value')).toEqual(await whole(tx, indicator, 'value')),
  )
})
