import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Counted } from '#domain/indicators/rollup.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import type { JobTx } from '../../db.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { countedPage } from '../indicator.sql.ts'
import { countDays } from './count-days.ts'
import { countIndicator } from './count-indicator.ts'

const plan = getPlans().get('chongqing-2021') as Plan
const DAYS = ['2021-09-17', '2022-02-28', '2024-12-31']
const WHOLE = { intervals: [{ lo: 5e11, hi: 5.1e11 }], filter: 'TRUE', after: { area: 0, id: 0 }, limit: null }
let city: SmallCity

beforeAll(async () => {
  city = await smallCity()
})
afterAll(async () => {
  await city?.drop()
})

/** Every number of an area in one line each, medians as their values in order: what two counts are compared by. */
function linesOf(counted: Counted): Map<string, string> {
  const lines = new Map<string, string>()
  for (const [area, { tallies, values }] of counted) {
    for (const [key, { value, of, sum, parts }] of Object.entries(tallies)) {
      const sorted = Object.entries(parts ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1))
      lines.set(`${key} ${area}`, JSON.stringify({ value, of, sum, sorted }))
    }
    for (const [key, own] of Object.entries(values))
      lines.set(`${key} ${area}`, own.toSorted((a, b) => a - b).join(' '))
  }
  return lines
}

const differing = (a: Map<string, string>, b: Map<string, string>): string[] =>
  [...new Set([...a.keys(), ...b.keys()])].filter((key) => a.get(key) !== b.get(key))

async function bySql(tx: JobTx, indicators: readonly Indicator[], on: string, knownAt: string | null) {
  const counted: Counted = new Map()
  for (const indicator of indicators) await countIndicator(tx, plan, indicator, { on, knownAt }, counted)
  return linesOf(counted)
}

const byColumns = (tx: JobTx, indicators: readonly Indicator[], knownAt: string | null, filesAtOnce = 6_000) =>
  countDays(tx, { plan, indicators, days: DAYS, knownAt, filesAtOnce })

describe('several days counted from columns loaded once', () => {
  it('are what SQL counts: every number of every indicator in every village, for what is known now and what was known', async () => {
    for (const { knownAt, days } of [
      { knownAt: null, days: DAYS },
      { knownAt: '2021-12-01T00:00:00Z', days: DAYS.slice(0, 1) },
    ]) {
      const compared = await city.door.asJob(async (tx) => {
        const { byDay, sqlIndicators } = await byColumns(tx, plan.indicators, knownAt)
        expect(sqlIndicators).toBe(0)
        let lines = 0
        for (const on of days) {
          const [columns, sql] = [linesOf(byDay.get(on)!), await bySql(tx, plan.indicators, on, knownAt)]
          expect([knownAt, on, differing(columns, sql)]).toEqual([knownAt, on, []])
          lines += sql.size
        }
        return lines
      })
      expect(compared).toBeGreaterThan(10_000)
    }
  }, 120_000)

  it('are the lengths of their lists', async () => {
    await city.door.asJob(async (tx) => {
      const { byDay } = await byColumns(tx, plan.indicators, null)
      for (const indicator of plan.indicators.filter((each) => !each.median)) {
        const list = await countedPage(tx, plan, indicator, 'value', { on: DAYS[2]!, knownAt: null }, WHOLE)
        const lengths = new Map([...Map.groupBy(list, ({ area }) => area)].map(([area, of]) => [area, of.length]))
        const counts = [...byDay.get(DAYS[2]!)!].map(([area, { tallies }]) => [
          area,
          tallies[indicator.key]?.value ?? 0,
        ])
        const counted = new Map(counts.filter(([, count]) => count !== 0) as [number, number][])
        expect([indicator.key, counted]).toEqual([indicator.key, lengths])
      }
    })
  }, 120_000)

  it('differ from the count of a ledger that lacks one record, in that village and indicator alone', async () => {
    const indicators = plan.indicators.filter(({ key }) => ['workshops', 'lifted-in-work'].includes(key))
    const lost = city.door.asJob(async (tx) => {
      const { byDay } = await byColumns(tx, indicators, null)
      const [site] = await tx.query<{ county: number; id: number; area: number }>(
        "SELECT county, id, area FROM site WHERE kind = 'workshop' AND valid_to IS NULL AND valid_from < $1 LIMIT 1",
        [DAYS[0]],
      )
      await tx.query("UPDATE site SET kind = 'gone' WHERE county = $1 AND id = $2", [site!.county, site!.id])
      const sql = await bySql(tx, indicators, DAYS[0]!, null)
      throw Object.assign(new Error('nothing is kept'), {
        area: site!.area,
        found: differing(linesOf(byDay.get(DAYS[0]!)!), sql),
      })
    })
    const { area, found } = await lost.then(
      () => expect.unreachable(),
      (error) => error,
    )
    expect(found).toEqual([`workshops ${area}`])
  })
})

describe('what columns cannot tell', () => {
  const odd: Indicator[] = [
    {
      ...plan.indicators.find(({ key }) => key === 'one-file.monitored')!,
      key: 'odd',
      where: 'alive and name < source or monitored',
    },
    { ...plan.indicators.find(({ key }) => key === 'workshops')!, key: 'odd-parts', by: 'capacity' },
  ]
  it('is asked of SQL in the same transaction, beside what columns tell', async () => {
    await city.door.asJob(async (tx) => {
      const all = [...odd, ...plan.indicators.filter(({ key }) => key === 'lifted-in-work')]
      const { byDay, sqlIndicators } = await byColumns(tx, all, null)
      expect(sqlIndicators).toBe(2)
      for (const on of DAYS) expect(differing(linesOf(byDay.get(on)!), await bySql(tx, all, on, null))).toEqual([])
      expect([...linesOf(byDay.get(DAYS[2]!)!).keys()].some((key) => key.startsWith('odd '))).toBe(true)
    })
  })
})
