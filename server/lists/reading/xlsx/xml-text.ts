import { fileRefusal } from '../file-limits.ts'

/** The little of XML that a workbook's parts need. No entity but the five and numbers is ever expanded, and none may be defined. */
const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

export function decodeXml(text: string): string {
  let plain = text
  if (plain.includes('&'))
    plain = plain.replace(/&(#x[\da-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, name: string) => {
      if (name[0] !== '#') return NAMED[name.toLowerCase()] ?? whole
      const code = name[1] === 'x' || name[1] === 'X' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1))
      return code <= 0x10ffff ? String.fromCodePoint(code) : ''
    })
  // _x000D_: signs that XML cannot hold.
  return plain.includes('_x')
    ? plain.replace(/_x([\dA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : plain
}

/** Parts of a workbook define nothing: a document type is refused before it is read. */
export function refuseEntities(head: string): void {
  if (/<!(DOCTYPE|ENTITY)/i.test(head)) throw fileRefusal.entities()
}

export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  const value = found && (found[1] ?? found[2])
  return value === null || value === undefined ? undefined : decodeXml(value)
}

/** Every start tag of an element, whatever its prefix. */
export const tagsOf = (xml: string, name: string): string[] =>
  xml.match(new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])[^>]*>`, 'g')) ?? []

/** The text of a string item or an inline string: all its runs, without the pinyin guides (rPh). */
export function richText(inside: string): string {
  const plain = inside.includes('rPh') ? inside.replace(/<(?:\w+:)?rPh[\s>][\s\S]*?<\/(?:\w+:)?rPh>/g, '') : inside
  const only = /^\s*<t(?:\s[^>]*)?>([^<]*)<\/t>\s*$/.exec(plain)
  if (only) return decodeXml(only[1]!)
  let text = ''
  for (const run of plain.matchAll(/<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g)) text += run[1]
  return decodeXml(text)
}

/** The prefix that a part's elements carry (`x:`), told by its root. */
export const prefixOf = (head: string, root: string): string =>
  new RegExp(`<(\\w+:)?${root}[\\s>]`).exec(head)?.[1] ?? ''
