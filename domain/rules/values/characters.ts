/** Strings count and compare by code point; JavaScript's own order is by UTF-16 unit and differs beyond U+FFFF. */
export function compareStrings(a: string, b: string): -1 | 0 | 1 {
  const n = Math.min(a.length, b.length)
  for (let i = 0; i < n; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) {
      // A surrogate belongs to a code point above every unit outside the surrogate range.
      const highX = x >= 0xd800 && x <= 0xdfff
      const highY = y >= 0xd800 && y <= 0xdfff
      if (highX !== highY) return highX ? 1 : -1
      return x < y ? -1 : 1
    }
  }
  return a.length < b.length ? -1 : a.length > b.length ? 1 : 0
}

export const stringLength = (s: string): number => Array.from(s).length

/** One code point maps to one: what PostgreSQL's `upper` and `lower` do (`ß` has no single capital and stays). */
const simple = (s: string, map: (c: string) => string): string =>
  Array.from(s, (c) => (Array.from(map(c)).length === 1 ? map(c) : c)).join('')
export const upperCase = (s: string): string => simple(s, (c) => c.toUpperCase())
export const lowerCase = (s: string): string => simple(s, (c) => c.toLowerCase())

/** 1-based, from the end when negative; null outside the string, for position 0 and for a length below 1. */
export function substring(s: string, start: number, length?: number): string | null {
  const points = Array.from(s)
  if (start === 0 || Math.abs(start) > points.length || (length !== undefined && length < 1)) return null
  const from = start > 0 ? start - 1 : points.length + start
  return points.slice(from, length === undefined ? undefined : from + length).join('')
}

export function before(s: string, match: string): string {
  const at = s.indexOf(match)
  return at < 0 ? '' : s.slice(0, at)
}

export function after(s: string, match: string): string {
  const at = s.indexOf(match)
  return at < 0 ? '' : s.slice(at + match.length)
}

/** PostgreSQL holds neither NUL nor half a surrogate pair; a rule that writes one is refused. */
export const isStorable = (s: string): boolean => !s.includes('\0') && s.isWellFormed()
