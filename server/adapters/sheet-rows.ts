import { inflateRawSync } from 'node:zlib'

/**
 * The rows of a workbook's first sheet, read by other code than the one that wrote it: the zip's directory, inflate, and
 * the sheet's own marks. Formulas come as `=…`, so that a test sees one where text was meant.
 */
export function sheetRows(workbook: Buffer): string[][] {
  const xml = part(workbook, 'xl/worksheets/sheet1.xml')
  return [...xml.matchAll(/<row\b[^>]*>(.*?)<\/row>/gs)].map((row) =>
    [...row[1]!.matchAll(/<c\b[^>]*?(?:\/>|>(.*?)<\/c>)/gs)].map((cell) => cellText(cell[1] ?? '')),
  )
}

function cellText(inside: string): string {
  const formula = /<f\b[^>]*>(.*?)<\/f>/s.exec(inside)
  if (formula) return `=${formula[1]}`
  const text = [...inside.matchAll(/<t\b[^>]*>(.*?)<\/t>/gs)].map((t) => t[1]).join('')
  return plain(text || (/<v>(.*?)<\/v>/s.exec(inside)?.[1] ?? ''))
}

const plain = (xml: string) =>
  xml
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
    .replaceAll('_x000D_', '\r')

/** One file of a zip, found through the directory at its end. */
function part(zip: Buffer, name: string): string {
  const end = zip.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  let at = zip.readUInt32LE(end + 16)
  for (let left = zip.readUInt16LE(end + 10); left > 0; left -= 1) {
    const nameLength = zip.readUInt16LE(at + 28)
    if (zip.toString('utf8', at + 46, at + 46 + nameLength) === name) return entryText(zip, at)
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32)
  }
  throw new Error(`no ${name} in the workbook`)
}

function entryText(zip: Buffer, directoryEntry: number): string {
  const method = zip.readUInt16LE(directoryEntry + 10)
  const size = zip.readUInt32LE(directoryEntry + 20)
  const local = zip.readUInt32LE(directoryEntry + 42)
  const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
  const bytes = zip.subarray(from, from + size)
  return (method === 8 ? inflateRawSync(bytes) : bytes).toString('utf8')
}
