import { fileRefusal } from '../file-limits.ts'
import { prefixOf, refuseEntities, richText } from './xml-text.ts'

/** A string item longer than this is no cell's text. */
const LONGEST_ITEM = 4 * 1024 * 1024

/** The strings that cells point at, in their order, or the first `most` of them; together at most `longest` characters. */
export async function readStrings(
  stream: AsyncIterable<Buffer>,
  longest: number,
  most = Number.POSITIVE_INFINITY,
): Promise<string[]> {
  const decoder = new TextDecoder()
  const strings: string[] = []
  let prefix: string | undefined
  let rest = ''
  let total = 0
  for await (const chunk of stream) {
    rest += decoder.decode(chunk, { stream: true })
    if (prefix === undefined) {
      refuseEntities(rest.slice(0, 4096))
      prefix = prefixOf(rest, 'sst')
    }
    const { read, length } = takeItems(rest, `<${prefix}si`, `</${prefix}si>`, strings)
    rest = rest.slice(read)
    total += length
    if (total > longest || rest.length > LONGEST_ITEM) throw fileRefusal.memory()
    if (strings.length >= most) break
  }
  return strings
}

/** Appends the whole items of a text; says how far it came. */
function takeItems(xml: string, open: string, close: string, strings: string[]): { read: number; length: number } {
  let read = 0
  let length = 0
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, read)) {
    const end = xml.indexOf('>', at)
    if (end < 0) break
    const empty = xml[end - 1] === '/'
    const closed = empty ? end : xml.indexOf(close, end)
    if (closed < 0) break
    const text = empty ? '' : richText(xml.slice(end + 1, closed))
    strings.push(text)
    length += text.length
    read = empty ? end + 1 : closed + close.length
  }
  return { read, length }
}
