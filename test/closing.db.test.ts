import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { lastDay } from '#domain/indicators/closing/month.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '#server/db.ts'
import { bulletinAsked } from '#server/indicators/bulletin/bulletin-asked.ts'
import { layBulletin } from '#server/indicators/bulletin/formats.ts'
import { freeze, runToFreeze } from '#server/indicators/closing/freeze.ts'
import { getFrozen, reportedFigures } from '#server/indicators/closing/reported.ts'
import { frozenTallies } from '#server/indicators/closing/snapshot.sql.ts'
import { verify } from '#server/indicators/closing/verify.ts'
import { placesOfDivision, talliesOf } from '#server/indicators/figure-run.sql.ts'
import { type FigureRuns, figureRuns } from '#server/indicators/figure-run.ts'
import { differingRecords, type Moved } from '#server/indicators/restatement/difference.sql.ts'
import { differingAreas, pairOf, type Restated } from '#server/indicators/restatement/restated.ts'
import { openMonth } from '#server/indicators/restatement/restatement.handlers.ts'
import { trace } from '#server/indicators/restatement/trace.ts'
import { resolveArea } from '#server/places/resolve-area.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { changeLedger } from './closing-changes.ts'
import { fewCounties, type SmallCity } from './small-city.ts'

const CITY = 500_000_000_000
const plans = getPlans()
const plan = plans.get('chongqing-2021') as Plan
const NOW = new Date('2026-01-05T08:00:00Z')
let city: SmallCity
let runs: FigureRuns

beforeAll(async () => {
  city = await fewCounties()
  runs = figureRuns(city.door)
})
afterAll(() => city?.drop())

const asker = {
  asPost: <T>(work: (tx: Tx) => Promise<T>) => city.door.asJob(work),
  post: { area: CITY, scope: { lo: 5e11, hi: 5.1e11 } },
}
const given = () => ({ plans, runs, defaults: async () => ({ on: '2021-09-17', plan: plan.key }) })

async function freezeMonth(month: string, knownAt?: string, now = NOW) {
  const run = await runToFreeze(runs, { plan, on: lastDay(month), knownAt, now })
  return city.door.asJob((tx) => freeze(tx, run, { plan, now }, null))
}

let turn = 0
/** Every area × indicator where reported + added − removed is not what is known now, and how many were compared. */
async function unbalanced(
  asked: Restated,
  recordsOf = differingRecords,
): Promise<{ compared: number; wrong: string[]; moved: number }> {
  const { division } = asked
  return city.door.asJob(async (tx) => {
    const places = await placesOfDivision(tx, division)
    const levels = new Map(places.map((place) => [place.area, [CITY, place.county, place.town, place.village]]))
    const areas = [...new Set([...levels.values()].flat())].filter((code) => code !== null)
    const reported = await frozenTallies(tx, asked.frozen.snapshot.id, division, areas)
    const now = await talliesOf(tx, asked.run.id, division, areas)
    const held = [...new Set([...reported.keys(), ...now.keys()])]
    let compared = 0
    let moved = 0
    const wrong: string[] = []
    // The other way round the next time.
    turn++
    for (const indicator of plan.indicators.filter((one) => !one.median)) {
      // Both ways of finding what differs, in turns.
      const pair = { ...pairOf(asked, indicator)!, narrow: turn++ % 2 === 0 }
      const change = new Map<number, number>()
      const bump = (area: number, by: number) => change.set(area, (change.get(area) ?? 0) + by)
      if (indicator.distinct) {
        for (const area of held.filter((code) => code % 1_000_000 === 0)) {
          const intervals = await resolveArea(tx, area, division)
          const { added, removed } = await differingAreas(tx, pair, { division, intervals })
          bump(area, added.length - removed.length)
        }
      } else {
        const records = await recordsOf(tx, pair, asked.intervals)
        moved += records.length
        for (const { was, now } of records) {
          const before = was === null ? [] : levels.get(was)!
          const after = now === null ? [] : levels.get(now)!
          for (const code of before) if (code !== null) bump(code, -1)
          for (const code of after) if (code !== null) bump(code, 1)
        }
      }
      for (const area of held.filter((code) => !indicator.distinct || code % 1_000_000 === 0)) {
        const then = reported.get(area)?.tallies[indicator.key]?.value ?? 0
        const is = now.get(area)?.[indicator.key]?.value ?? 0
        compared++
        if (then + (change.get(area) ?? 0) !== is)
          wrong.push(`${area} ${indicator.key}: ${then} + ${change.get(area) ?? 0} is not ${is}`)
      }
    }
    return { compared, wrong, moved }
  })
}

describe('a month is frozen', () => {
  it('with a hash for each area and a seal over all, and its lists can be read again', async () => {
    const snapshot = await freezeMonth('2021-09', '2021-10-10T00:00:00Z')
    expect(snapshot).toMatchObject({
      edition: 1,
      known_at: '2021-10-10T00:00:00.000000Z',
      reread: plan.indicators.length,
    })
    const frozen = await city.door.asJob((tx) => getFrozen(tx, plan.key, '2021-09-30'))
    const found = await city.door.asJob((tx) => verify(tx, frozen))
    expect(found).toEqual({ areas: snapshot.areas, broken: [], whole: true, sealed: true })
    expect(snapshot.areas).toBeGreaterThan(300)
    const told = await city.door.asJob((tx) => reportedFigures(tx, plan, '2021-09', CITY))
    expect(told.figures).toHaveLength(plan.indicators.length)
    expect(told).toMatchObject({ state: 'frozen', seal: snapshot.seal, unit: { state: 'waiting' } })
  }, 120_000)
})

describe('the bulletin of a month that is frozen', () => {
  it('tells what was frozen, each figure with the hash of its definition, and names a draft one', async () => {
    const asked = { month: '2021-09', language: 'zh' as const, area: 500235000000 }
    const { text, plan: of } = await bulletinAsked(given(), { ...asker, now: new Date() }, asked)
    const told = await city.door.asJob((tx) => reportedFigures(tx, plan, '2021-09', asked.area))
    const rows = text.actions.flatMap(({ rows }) => rows)
    expect(rows).toHaveLength(plan.indicators.length)
    for (const { indicator, tally, definition } of told.figures) {
      const { number } = text.definitions.find(({ hash }) => hash === definition)!
      const row = rows.find((one) => one.number === number)
      if (!indicator.median && !indicator.of && !indicator.ofAreas) expect(row?.amount).toBe(tally.value ?? 0)
    }
    expect(text).toMatchObject({ unit: '云阳县', month: '2021年9月', standing: expect.stringContaining('草稿') })
    expect(text.provenance.join()).toContain(told.hash)
    for (const format of ['docx', 'xlsx', 'pdf'] as const)
      expect((await layBulletin({ bulletin: text, plan: of, format })).length).toBeGreaterThan(8000)
  })
  it('is refused where nothing is frozen', async () => {
    const asked = bulletinAsked(given(), { ...asker, now: new Date() }, { month: '2021-03', language: 'zh' })
    await expect(asked).rejects.toMatchObject({ code: 'closing.month.notFrozen', status: 404 })
  })
})

describe('as reported and as known now', () => {
  it('reported + added − removed = now, for every indicator and area, after whatever happened to the ledger', async () => {
    const first = await unbalanced(await openMonth(given(), asker, '2021-09', {}))
    expect(first.wrong).toEqual([])
    expect(first.moved).toBeGreaterThan(100)
    // Frozen as known at the ledger's newest: the records that differ are found by what changed, not by reading both lists.
    await freezeMonth('2022-06')
    await changeLedger(city, 7)
    const found = await unbalanced(await openMonth(given(), asker, '2022-06', {}))
    expect(found.wrong).toEqual([])
    expect(found.compared).toBeGreaterThan(10_000)
    expect(found.moved).toBeGreaterThan(0)
  }, 400_000)

  it('names a reason for each, and none is left unexplained', async () => {
    const asked = await openMonth(given(), asker, '2022-06', {})
    const reasons = new Map<string, number>()
    for (const indicator of plan.indicators.filter((one) => !one.median && !one.distinct)) {
      const pair = pairOf(asked, indicator)!
      const records = await city.door.asJob((tx) => differingRecords(tx, pair, asked.intervals))
      const gone = records.filter(({ was, now }) => was === null || now === null)
      for (const { reason } of await city.door.asJob((tx) => trace(tx, pair, asked.intervals, gone)))
        reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
    expect(reasons.has('unexplained')).toBe(false)
    expect([...reasons.keys()].length).toBeGreaterThan(2)
  }, 120_000)

  it('is told apart from a difference that lacks one person', async () => {
    const asked = await openMonth(given(), asker, '2022-06', {})
    const lacking = async (...args: Parameters<typeof differingRecords>): Promise<Moved[]> =>
      (await differingRecords(...args)).slice(1)
    expect((await unbalanced(asked, lacking)).wrong.length).toBeGreaterThan(0)
  }, 120_000)
})
