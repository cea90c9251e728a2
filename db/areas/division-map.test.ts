import { expect, test } from 'vitest'
import { type AreaCode, type Interval, subtree } from '#domain/places/area.ts'
import { FIRST_DAY, TODAY } from '#domain/places/division.ts'
import { type DivisionMap, mapDivision } from '#domain/places/division-map.ts'
import { buildAreas } from './area-rows.ts'

const { area, division_place } = buildAreas()
const placesOf = (division: string) =>
  division_place.filter((row) => row.division === division).sort((a, b) => a.area - b.area)
const maps = { [FIRST_DAY]: mapDivision(placesOf(FIRST_DAY)), [TODAY]: mapDivision(placesOf(TODAY)) }
const holds = (runs: readonly Interval[], code: AreaCode) => runs.some(({ lo, hi }) => code >= lo && code < hi)
const villagesToday = area.filter((row) => row.level === 4 && row.valid_to === null).map((row) => row.code)

/** Areas of one level that claim a code of today. */
function claims(map: DivisionMap, level: number): Map<AreaCode, number> {
  const counts = new Map(villagesToday.map((code) => [code, 0]))
  const codes = [...map.keys()].filter((code) =>
    level === 2 ? code % 1e6 === 0 && code % 1e10 !== 0 : code % 1e6 !== 0,
  )
  const wanted = codes.filter((code) => level < 4 === (code % 1000 === 0))
  for (const there of wanted)
    for (const { lo, hi } of map.get(there)!)
      for (const code of villagesToday) if (code >= lo && code < hi) counts.set(code, counts.get(code)! + 1)
  return counts
}

test('today every area is itself, whole', () => {
  for (const [code, runs] of maps[TODAY]!) expect(runs).toEqual([subtree(code)])
})
test.each([2, 3])('before the change, each village of today lay in exactly one area of level %i', (level) => {
  expect(new Set(claims(maps[FIRST_DAY]!, level).values())).toEqual(new Set([1]))
})
test('渝北 was what is now in 两江 and 北碚; 北碚 was without it, and with five towns of 两江', () => {
  const before = maps[FIRST_DAY]!
  const yubei = before.get(500112000000)!
  expect(holds(yubei, 500109901201)).toBe(true)
  expect(holds(yubei, 500157007001)).toBe(true)
  expect(holds(yubei, 500109001001)).toBe(false)
  const beibei = before.get(500109000000)!
  expect(beibei[0]).toEqual({ lo: 500109000000, hi: 500109901000 })
  expect(holds(beibei, 500157031001)).toBe(true)
  expect(before.get(500112133000)).toEqual([subtree(500109901000)])
  expect(before.has(500157000000)).toBe(false)
})
test('who did not change is one interval, the same before and after', () => {
  expect(maps[FIRST_DAY]!.get(500101000000)).toEqual([subtree(500101000000)])
})
test('a village that no row knows is in its county and in no other village', () => {
  const runs = maps[FIRST_DAY]!
  expect(holds(runs.get(500101000000)!, 500101001999)).toBe(true)
  expect([...runs].filter(([code, list]) => code % 1000 !== 0 && holds(list, 500101001999))).toEqual([])
})
