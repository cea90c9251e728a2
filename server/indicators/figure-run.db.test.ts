import { afterAll, beforeAll, expect, test } from 'vitest'
import { type SmallCity, smallCity } from '../../test/small-city.ts'
import { getPlans } from '../plan/plan-folder.ts'
import { figureRuns } from './figure-run.ts'

const plan = getPlans().get('chongqing-2021')!
const [CITY, HERE, OTHER] = [500_000_000_000, 500_235, 500_236]
const day = '2021-09-17'
let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city?.drop())

/** The figures as known now, and how many lifted people in work they found. */
async function lifted() {
  const run = await figureRuns(city.door).get(plan, day)
  const [found] = await city.query<{ value: number }>(
    `SELECT (tallies #>> '{lifted-in-work,value}')::int AS value FROM figure_area WHERE run = $1 AND area = $2 LIMIT 1`,
    [run.id, CITY],
  )
  return { ...run, value: found!.value }
}
const head = (county: number, at: string) =>
  city.query('UPDATE ledger_head SET changed_at = $2 WHERE county = $1', [county, at])

test('a slower change, stored after a later one of another county, is in the figures though the latest instant is the same', async () => {
  await head(HERE, '2026-01-01T00:00:00.000Z')
  await head(OTHER, '2026-01-01T00:00:01.000Z')
  const before = await lifted()
  expect(await lifted()).toEqual(before)
  // Begun before the other county's change, stored after it: somebody who counted is dead since before that day.
  const [gone] = await city.query<{ id: number }>(
    `UPDATE person SET death_date = '2021-01-01', known_from = '2026-01-01T00:00:00.500Z'
      WHERE id = (SELECT p.id FROM person p JOIN employment e ON e.county = p.county AND e.person_id = p.id
                    JOIN membership m ON m.county = p.county AND m.person_id = p.id AND m.kind = 'lifted'
                   WHERE p.county = $1 AND p.death_date IS NULL AND e.valid_from <= $2 AND e.valid_to IS NULL
                     AND m.valid_from <= $2 AND m.valid_to IS NULL ORDER BY p.id LIMIT 1) RETURNING id`,
    [HERE, day],
  )
  expect(gone).toBeDefined()
  await head(HERE, '2026-01-01T00:00:00.500Z')
  const after = await lifted()
  expect(after.knownAt).toBe(before.knownAt)
  expect(after.value).toBe(before.value! - 1)
}, 120_000)
