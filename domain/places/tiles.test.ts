import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { shortName, twelveDigits } from './area.ts'
import { DIVISIONS, FIRST_DAY, TODAY } from './division.ts'
import { findCountyName, type Tile, tilesOf } from './tiles.ts'

const listed = readFileSync(join(import.meta.dirname, '../../db/areas/counties-2023.csv'), 'utf8')
const counties = new Map(
  [...listed.matchAll(/^(\d{6}),(.+)$/gm)].map(([, code = '', name = '']) => [twelveDigits(code), name]),
)
/** Cells that hold more than one tile. */
const shared = (tiles: readonly Tile[]) => {
  const cells = tiles.map(({ col, row }) => `${col},${row}`)
  return cells.filter((cell, at) => cells.indexOf(cell) !== at)
}
const codes = (tiles: readonly Tile[]) => tiles.map(({ code }) => code).sort((a, b) => a - b)

test.each(DIVISIONS)('no two tiles share a cell in the division of $from', ({ from }) => {
  const tiles = tilesOf(from)
  expect(shared(tiles)).toEqual([])
  expect(shared([...tiles, tiles[0]!])).toHaveLength(1)
})
test('every county-level unit of the list has a tile, under its own short name', () => {
  expect(codes(tilesOf(FIRST_DAY))).toEqual([...counties.keys()])
  for (const { code, name } of tilesOf(FIRST_DAY)) expect(name.zh).toBe(shortName(counties.get(code)!))
})
test('today 两江 has taken over from 江北 and 渝北, and everybody else has stayed where they were', () => {
  const gone = [500105000000, 500112000000]
  const stayed = tilesOf(FIRST_DAY).filter(({ code }) => !gone.includes(code))
  expect(codes(tilesOf(TODAY))).toEqual([...codes(stayed), 500157000000].sort((a, b) => a - b))
  expect(tilesOf(TODAY)).toEqual(expect.arrayContaining(stayed))
})
test('a county is named in both languages, of any division', () => {
  expect(findCountyName(500112000000)).toEqual({ zh: '渝北', en: 'Yubei' })
  expect(findCountyName(500157)).toEqual({ zh: '两江', en: 'Liangjiang' })
  expect(findCountyName(500999)).toBeUndefined()
})
