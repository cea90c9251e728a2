import { type AreaCode, type AreaLevel, ancestorsOf, CITY, levelOf, twelveDigits } from '../../places/area.ts'
import type { CellFault } from '../cells/reading-of-cell.ts'
import { type PlaceFinder, provinceOf } from './place-finder.ts'

/** One cell that names a part of a place, the wider before the narrower. */
export type PlacePart = { text: string; level: AreaLevel | 'any' }
/** The narrowest area that all parts tell together, in today's code; or which part could not be read, and why. */
export type PlaceReading = {
  area: AreaCode | null
  fault?: CellFault & { part: number }
  /** Of several of that name it is the one in the area of the post. */
  near?: boolean
}

const NOWHERE: PlaceReading = { area: null }

/**
 * Reads the cells of one place together. `home` is the row's home, for words such as 县内. Where this is the home itself, of several
 * places of one name it is the only one in the area of the post: a town's own list names its villages alone.
 */
export function readPlace(
  parts: readonly PlacePart[],
  finder: PlaceFinder,
  home: AreaCode | 'itself' | null,
): PlaceReading {
  let known: AreaCode[] | null = null
  for (const [part, { text, level }] of parts.entries()) {
    if (text === '') continue
    const found: AreaCode[] =
      level === 'any'
        ? findAny(text, finder, known, home === 'itself' ? null : home)
        : findAt(text, level, finder, known)
    if (found.length === 0) return { area: null, fault: { part, ...unknownPlace(level, known, finder) } }
    known = found
  }
  if (known === null) return NOWHERE
  const today = [...new Set(known.flatMap((code) => finder.now(code)))]
  if (today.length === 1) return { area: today[0]! }
  const { near } = finder
  const own = home === 'itself' && near ? today.filter((code) => code >= near.lo && code < near.hi) : []
  if (own.length === 1) return { area: own[0]!, near: true }
  const last = parts.findLastIndex(({ text }) => text !== '')
  return { area: null, fault: { part: last, ...ambiguous(today, finder) } }
}

function findAt(text: string, level: AreaLevel, finder: PlaceFinder, known: readonly AreaCode[] | null): AreaCode[] {
  const code = codeOf(text)
  if (code !== null) return finder.has(code) && levelOf(code) === level ? [code] : []
  const found = finder.find(text, level, known)
  if (found.length) return found
  // The cell may hold wider names too (重庆市城口县葛城街道).
  return findChain(text, finder, known).filter((area) => levelOf(area) === level)
}

function findAny(
  text: string,
  finder: PlaceFinder,
  known: readonly AreaCode[] | null,
  home: AreaCode | null,
): AreaCode[] {
  const code = codeOf(text)
  if (code !== null) return finder.has(code) || provinceOfCode(code) ? [provinceOfCode(code) ?? code] : []
  if (/^(县|区|区县|本县|本区|县域|区域)内$|^本(县|区|区县|乡镇|镇|村)$/.test(text)) return home ? [countyOf(home)] : []
  const province = provinceOf(text)
  if (province && province.code !== CITY) return [province.code]
  return findChain(text, finder, known)
}

/** 重庆市城口县葛城街道东大街社区: name after name, each within the one before. */
function findChain(text: string, finder: PlaceFinder, known: readonly AreaCode[] | null): AreaCode[] {
  const province = provinceOf(text)
  let rest = province?.code === CITY ? province.rest : text
  if (province?.code === CITY && rest === '') return [CITY]
  let found = known
  for (const level of [2, 3, 4] as const) {
    const step = longest(rest, level, finder, found)
    if (!step) continue
    found = step.codes
    rest = rest.slice(step.length)
    if (rest === '') break
  }
  // What is left after a town or village is the street and the house.
  return found && found !== known ? [...found] : []
}

const LONGEST_NAME = 16
function longest(text: string, level: AreaLevel, finder: PlaceFinder, within: readonly AreaCode[] | null) {
  for (let length = Math.min(text.length, LONGEST_NAME); length >= 2; length--) {
    const codes = finder.find(text.slice(0, length), level, within)
    if (codes.length) return { codes, length }
  }
  return undefined
}

function codeOf(text: string): AreaCode | null {
  return /^([1-8]\d{5}|[1-8]\d{8}|[1-8]\d{11})$/.test(text) ? twelveDigits(text) : null
}
const provinceOfCode = (code: AreaCode): AreaCode | null =>
  Math.floor(code / 1e10) === 50 ? null : Math.floor(code / 1e10) * 1e10
const countyOf = (code: AreaCode): AreaCode => ancestorsOf(code)[1] ?? code

const LEVELS = {
  1: ['地方', 'place'],
  2: ['区县', 'county'],
  3: ['乡镇（街道）', 'town'],
  4: ['村（社区）', 'village'],
  any: ['地方', 'place'],
} as const

function unknownPlace(level: PlacePart['level'], known: readonly AreaCode[] | null, finder: PlaceFinder): CellFault {
  const [zh, en] = LEVELS[level]
  const inside = known?.length === 1 ? finder.nameOf(known[0]!) : undefined
  const where = { zh: inside ? `${inside}没有` : '区划表里没有', en: inside ? `in ${inside}` : 'in the table of areas' }
  const out =
    level === 'any'
      ? { zh: '；市外的请以省名开头，如 广东省深圳市', en: '; outside the city begin with the province' }
      : { zh: '', en: '' }
  return {
    reason: 'area',
    words: {
      zh: `${where.zh}这个${zh}；请核对名称，或改写12位区划代码${out.zh}。`,
      en: `There is no such ${en} ${where.en}; check its name, or write the twelve-digit code${out.en}.`,
    },
  }
}

function ambiguous(codes: readonly AreaCode[], finder: PlaceFinder): CellFault {
  const names = codes.slice(0, 4).map((code) => [...ancestorsOf(code).slice(1), code].map(finder.nameOf).join(''))
  return {
    reason: 'area_ambiguous',
    words: {
      zh: `同名的地方有 ${codes.length} 个（${names.join('、')}）；请把上一级也写上。`,
      en: `${codes.length} places have this name (${names.join(', ')}); write the wider area too.`,
    },
  }
}
