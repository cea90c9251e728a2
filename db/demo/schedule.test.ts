import { beforeAll, describe, expect, test } from 'vitest'
import { buildAreas } from '#db/areas/area-rows.ts'
import { aimedAt } from './aimed.ts'
import { calibrations, DEMO_MOMENT, moments } from './calibration.ts'
import type { Scale } from './quotas.ts'
import { type Batch, schedule } from './schedule.ts'
import { type Portion, portionsOf } from './territory.ts'

let portions: Portion[]
beforeAll(() => {
  const { area, division_place } = buildAreas()
  const before = new Map(
    division_place.filter(({ division }) => division < '2025').map((p) => [p.area, p.county / 1e6]),
  )
  const villages = area.filter(({ level, valid_to }) => level === 4 && valid_to === null)
  portions = portionsOf(
    villages.map(({ code, kind }) => ({ area: code, rural: kind === 'village', countyThen: before.get(code) ?? null })),
  )
})

const quotasOf = (batches: readonly Batch[]) => batches.flatMap((batch) => batch.parts.map((part) => part.quotas))

test('33 counties of 2021 in the portions of today: old Yubei lies in two', () => {
  expect(new Set(portions.map(({ countyThen }) => countyThen)).size).toBe(33)
  expect(portions.filter(({ countyThen }) => countyThen === 500112).map(({ county }) => county)).toEqual([
    500109, 500157,
  ])
})
describe.each(['small', 'county', 'city'] as const)('%s', (scale: Scale) => {
  test('workshops are whole, nobody sits on two seats, and every part can be filled', () => {
    const { batches, sites } = schedule(scale, 1, portions)
    moments.forEach((moment, t) => {
      expect(sites.reduce((sum, plan) => sum + (plan.workshops[t] ?? 0), 0)).toBe(moment.workshops)
    })
    const aimed = aimedAt(batches)
    expect(aimed.get('workshop-lifted 2021-09-17')).toBe(4_121)
    for (const q of quotasOf(batches)) {
      const seats = q.inWork.map((n, t) => n - (q.publicPosts[t] ?? 0) - (q.rosterLifted[t] ?? 0))
      expect(seats[DEMO_MOMENT]).toBeGreaterThanOrEqual(0)
      expect(q.inWork.every((n) => n <= q.lifted * 0.6)).toBe(true)
    }
  })
})
test('at city scale every count is the published one', () => {
  const aimed = aimedAt(schedule('city', 1, portions).batches)
  const off = calibrations.filter(({ key, on, value }) => {
    const at = aimed.get(on ? `${key} ${on}` : key)
    return at !== undefined && at !== value
  })
  expect(off.map(({ key, on, value }) => [key, on, value])).toEqual([])
})
