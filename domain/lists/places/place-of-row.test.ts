import { expect, test } from 'vitest'
import { placeFinder } from './place-finder.ts'
import { readPlace } from './place-of-row.ts'

const place = (code: number, name: string) => ({ code, name, now: [code] })
const places = [
  ...[place(500_235_000_000, '云阳县'), place(500_235_001_000, '江口镇'), place(500_235_001_001, '五星村')],
  ...[place(500_236_000_000, '奉节县'), place(500_236_001_000, '安坪镇'), place(500_236_001_001, '五星村')],
]
const village = [{ text: '五星村', level: 4 as const }]
const town = { lo: 500_235_001_000, hi: 500_235_002_000 }

test('a village that several towns have is the one of the town that brings the list, and that is told', () => {
  expect(readPlace(village, placeFinder(places, town), 'itself')).toEqual({ area: 500_235_001_001, near: true })
})

test('it stays refused where the post does not tell it, and where the place is not the home of the row', () => {
  const whole = { lo: 500_000_000_000, hi: 510_000_000_000 }
  expect(readPlace(village, placeFinder(places, whole), 'itself').fault?.reason).toBe('area_ambiguous')
  expect(readPlace(village, placeFinder(places), 'itself').fault?.reason).toBe('area_ambiguous')
  const work = [{ text: '五星村', level: 'any' as const }]
  expect(readPlace(work, placeFinder(places, town), 500_235_001_001).fault?.reason).toBe('area_ambiguous')
})
