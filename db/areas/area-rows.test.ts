import { expect, test } from 'vitest'
import { contains, parentOf } from '#domain/places/area.ts'
import { FIRST_DAY, TODAY } from '#domain/places/division.ts'
import { tilesOf } from '#domain/places/tiles.ts'
import { buildAreas } from './area-rows.ts'
import { kindOf } from './kind.ts'

const { area, area_link, division_place, reporting_unit_area } = buildAreas()
const on = (day: string) => area.filter((row) => row.valid_from <= day && (row.valid_to === null || row.valid_to > day))
const codesOn = (day: string, level: number) =>
  on(day)
    .filter((row) => row.level === level)
    .map((row) => row.code)
const places = (division: string) => division_place.filter((row) => row.division === division)

test.each([
  ['2014-01-01', 38],
  ['2025-11-05', 38],
  ['2025-11-06', 37],
])('on %s: %i county-level units, 1,031 towns, 11,270 villages, none twice', (day, counties) => {
  const counts = [1, 2, 3, 4].map((level) => codesOn(day, level).length)
  expect(counts).toEqual([1, counties, 1031, 11270])
  expect(new Set(on(day).map((row) => row.code)).size).toBe(1 + counties + 1031 + 11270)
})
test('every area lies in one that is valid as long as itself', () => {
  for (const day of [FIRST_DAY, TODAY]) {
    const codes = new Set(on(day).map((row) => row.code))
    expect(
      on(day).filter((row) => row.parent !== parentOf(row.code) || (row.parent && !codes.has(row.parent))),
    ).toEqual([])
  }
})
test('no code is given to two places: what is new was nobody’s', () => {
  const old = new Set(on(FIRST_DAY).map((row) => row.code))
  expect(area.filter((row) => row.valid_from === TODAY && old.has(row.code))).toEqual([])
})
test('every link leads from a code that was to a code that is', () => {
  const [was, is] = [new Set(on(FIRST_DAY).map((row) => row.code)), new Set(on(TODAY).map((row) => row.code))]
  expect(area_link.filter((link) => !was.has(link.old_code) || !is.has(link.new_code))).toEqual([])
  const ended = area.filter((row) => row.valid_to !== null).map((row) => row.code)
  const linked = new Set(area_link.map((link) => link.old_code))
  expect(ended.filter((code) => !linked.has(code))).toEqual([])
})
test('new codes below the county are marked unverified, and no others', () => {
  const marked = area.filter((row) => row.unverified).map((row) => row.code)
  expect(marked).toEqual(area.filter((row) => row.valid_from === TODAY && row.level > 2).map((row) => row.code))
})
test('each area of today lies in exactly one place of each division, and each place of it is reached', () => {
  const today = codesOn(TODAY, 2).concat(codesOn(TODAY, 3), codesOn(TODAY, 4)).sort()
  for (const division of [FIRST_DAY, TODAY]) {
    expect(
      places(division)
        .map((row) => row.area)
        .sort(),
    ).toEqual(today)
    const villages = places(division).flatMap((row) => row.village ?? [])
    expect(villages.sort()).toEqual(codesOn(division, 4).sort())
    expect(new Set(places(division).map((row) => row.county))).toEqual(new Set(codesOn(division, 2)))
  }
})
test('reporting units report for towns that exist today', () => {
  const towns = new Set(codesOn(TODAY, 3))
  expect(reporting_unit_area.filter((row) => !towns.has(row.area))).toEqual([])
  expect(reporting_unit_area).toHaveLength(20)
})
test.each([FIRST_DAY, TODAY])('the tiles of the division of %s are its county-level units', (division) => {
  expect(
    tilesOf(division)
      .map((tile) => tile.code)
      .sort(),
  ).toEqual(codesOn(division, 2).sort())
})
test('kinds are read off the names', () => {
  const kinds = Object.groupBy(on(TODAY), (row) => row.kind ?? 'none')
  const counts = Object.fromEntries(Object.entries(kinds).map(([kind, rows]) => [kind, rows?.length]))
  expect(counts).toEqual({
    none: 1,
    district: 24,
    new_area: 1,
    county: 8,
    autonomous_county: 4,
    subdistrict: 245,
    town: 625,
    township: 161,
    community: 3345,
    village: 7925,
  })
  expect(() => kindOf(500101001000, '高笋塘')).toThrow(/高笋塘/)
})
test('a moved village keeps its three digits under its town’s new code', () => {
  const [old] = codesOn(FIRST_DAY, 4).filter((code) => contains(500112133000, code))
  const link = area_link.find((row) => row.old_code === old)
  expect(link).toMatchObject({ new_code: 500109901000 + ((old ?? 0) % 1000), changed_on: TODAY })
})
