import { isDay } from '../../base/date.ts'
import { MONTHS_FROM } from '../market/market.ts'
import type { LineCells } from './line-cells.ts'
import { DEMANDS, REACH, SCHOOLING, SKILL, YES_NO } from './line-words.ts'
import { CITY_WIDE, placeOf } from './place-codes.ts'
import type { SmallClasses } from './small-classes.ts'

/** A person as matching sees them: facts and wishes, nothing else. Whoever has rows of a database makes these, as a file's lines do. */
export type PersonLine = {
  id: string
  /** Division code of the home, twelve digits. */
  area: number
  /** Completed years on the day of the run; 0 when not known. */
  age: number
  /** 0 is served first … 7. */
  tier: number
  schooling: number
  certificates: string[]
  cannot: number
  wageFloor: number
  /** 0 village, 1 town, 2 county. */
  reach: number
  stays: number
  /** Small classes, best first. */
  occupations: number[]
  /** Codes as `placeOf` makes them, best first; the city itself stands for all its counties. */
  places: number[]
  skills: { occupation: number; level: number }[]
}

/** Reads a line; what is wrong with it is told by `cells`. `on` is the day of the run. */
export function readPersonLine(cells: LineCells, occupations: SmallClasses, on: string): PersonLine {
  const area = areaOf(cells, 'area')
  const home = placeOf(area)
  return {
    id: cells.required('id'),
    area,
    age: ageOf(cells, on),
    tier: cells.whole('tier', 1, 8, 8) - 1,
    schooling: cells.choice('schooling', SCHOOLING, 0),
    certificates: cells.list('certificates'),
    cannot: cells.bits('cannot', DEMANDS) | monthBits(cells, 'months_away', 0),
    wageFloor: cells.whole('wage_floor', 0, 65_535, 0),
    reach: cells.choice('reach', REACH, 2),
    stays: cells.choice('stays', YES_NO, 0),
    occupations: [
      ...new Set(cells.list('occupations').map((text) => occupationOf(cells, 'occupations', text, occupations))),
    ],
    places: placesOf(cells, home),
    skills: skillsOf(cells, occupations),
  }
}

/** Twelve digits from six, nine or twelve. */
export function areaOf(cells: LineCells, key: string): number {
  const text = cells.required(key)
  if (text === '' || /^[1-9]\d{5}(\d{3}){0,2}$/.test(text)) return Number(text.padEnd(12, '0'))
  return cells.fault(key, 'area', {
    zh: '应为 6、9 或 12 位区划代码，例如 500235000000',
    en: 'must be an area code of 6, 9 or 12 digits, such as 500235000000',
  })
}

export function occupationOf(cells: LineCells, key: string, text: string, occupations: SmallClasses): number {
  const found = occupations.find(text)
  if (found !== undefined) return found
  const words = {
    zh: '不是 2022 年版职业分类里的代码或名称，或一名多类；写小类代码，例如 6-18-02',
    en: 'is no code or name of the classification of 2022, or stands for several; write a code such as 6-18-02',
  }
  return cells.fault(key, 'occupation', words, text)
}

/** Bits of the months named; `blank` where none is. */
export function monthBits(cells: LineCells, key: string, blank: number): number {
  const months = cells.list(key)
  if (months.length === 0) return blank
  return months.reduce((bits, text) => {
    const month = /^\d{1,2}$/.test(text) ? Number(text) : 0
    if (month >= 1 && month <= 12) return bits | (1 << (MONTHS_FROM + month - 1))
    cells.fault(key, 'month', { zh: '月份应为 1 到 12', en: 'months are 1 to 12' }, text)
    return bits
  }, 0)
}

function ageOf(cells: LineCells, on: string): number {
  const born = cells.text('born')
  if (born === '') return 0
  if (!isDay(born) || born > on) {
    const words = {
      zh: '应为不晚于运行日的日期，例如 1986-05-01',
      en: 'must be a day such as 1986-05-01, not after the run',
    }
    return cells.fault('born', 'day', words)
  }
  const years = Number(on.slice(0, 4)) - Number(born.slice(0, 4))
  return Math.max(0, Math.min(255, years - (on.slice(5) < born.slice(5) ? 1 : 0)))
}

const HOME = new Set(['home', '本县', '本区县'])
const CITY_WORDS = new Set(['city', '全市', '市内'])

function placesOf(cells: LineCells, home: number): number[] {
  const places = cells.list('places').map((text) => {
    if (HOME.has(text.toLowerCase())) return home
    if (CITY_WORDS.has(text.toLowerCase())) return CITY_WIDE
    const place = placeOf(text)
    if (place > 0) return place
    const words = { zh: '应为区划代码、省名、“本县”或“全市”', en: 'must be an area code, a province, home or city' }
    return cells.fault('places', 'place', words, text)
  })
  return places.length > 0 ? [...new Set(places)] : [home]
}

function skillsOf(cells: LineCells, occupations: SmallClasses): PersonLine['skills'] {
  const best = new Map<number, number>()
  for (const word of cells.list('skills')) {
    const [text = '', level = '0'] = word.split(':')
    const occupation = occupationOf(cells, 'skills', text, occupations)
    const known = SKILL.get(level)
    if (known === undefined) cells.fault('skills', 'level', { zh: '等级应为 0 到 5', en: 'levels are 0 to 5' }, level)
    best.set(occupation, Math.max(best.get(occupation) ?? 0, known ?? 0))
  }
  return [...best].map(([occupation, level]) => ({ occupation, level }))
}
