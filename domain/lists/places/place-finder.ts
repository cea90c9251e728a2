import type { Scope } from '../../access/scope.ts'
import { type AreaCode, type AreaLevel, contains, levelOf } from '../../places/area.ts'
import { provinces } from '../../places/provinces.ts'
import type { Place } from '../reading.ts'
import { plainName, stemOf } from './place-name.ts'

/** The areas that a name of a level may mean, within one of some wider areas (none: anywhere). Codes of any division. */
export type PlaceFinder = {
  find: (name: string, level: AreaLevel, within: readonly AreaCode[] | null) => AreaCode[]
  has: (code: AreaCode) => boolean
  nameOf: (code: AreaCode) => string
  /** Today's codes. */
  now: (code: AreaCode) => readonly AreaCode[]
  /** The area of the post that brings the list, if it is known. */
  near?: Scope | undefined
}

export function placeFinder(places: readonly Place[], near?: Scope): PlaceFinder {
  const byCode = new Map(places.map((place) => [place.code, place]))
  const names = new Map<string, AreaCode[]>()
  const stems = new Map<string, AreaCode[]>()
  for (const { code, name } of places) {
    const level = levelOf(code)
    const plain = plainName(name)
    put(names, `${level}${plain}`, code)
    put(stems, `${level}${stemOf(plain, level)}`, code)
  }
  const within = (codes: readonly AreaCode[], outer: readonly AreaCode[] | null) =>
    outer ? codes.filter((code) => outer.some((wide) => contains(wide, code))) : [...codes]
  return {
    find: (name, level, outer) => {
      const plain = plainName(name)
      const exact = within(names.get(`${level}${plain}`) ?? [], outer)
      return exact.length ? exact : within(stems.get(`${level}${stemOf(plain, level)}`) ?? [], outer)
    },
    has: (code) => byCode.has(code),
    nameOf: (code) => byCode.get(code)?.name ?? String(code),
    now: (code) => byCode.get(code)?.now ?? [code],
    near,
  }
}

function put(map: Map<string, AreaCode[]>, key: string, code: AreaCode): void {
  const codes = map.get(key)
  if (codes) codes.push(code)
  else map.set(key, [code])
}

const PROVINCES = [...provinces].map(([code, { zh }]) => ({ code, name: zh }))
const FORMAL = /^(维吾尔|壮族|回族)?(自治区|特别行政区|省|市)/

/** The province-level unit a text begins with, and what follows. */
export function provinceOf(text: string): { code: AreaCode; rest: string } | undefined {
  const found = PROVINCES.find(({ name }) => text.startsWith(name))
  return found && { code: found.code, rest: text.slice(found.name.length).replace(FORMAL, '') }
}
