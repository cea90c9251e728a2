import { type Part, zipOf } from './zip.ts'

/** A cell as XML says it. A plain text or number, or what spreadsheets do beyond that. */
export type MadeCell =
  | string
  | number
  | boolean
  | null
  | { date: number }
  | { formula: string; value?: string | number }
  | { error: string }
  | { pinyin: string; text: string }
  | { inline: string }
export type MadeRow = { cells: MadeCell[]; hidden?: boolean; at?: number }
export type MadeSheet = {
  name: string
  rows: (MadeRow | MadeCell[])[]
  merges?: string[]
  hidden?: boolean
  hiddenColumns?: [number, number]
}
export type MadeWorkbook = { sheets: MadeSheet[]; date1904?: boolean; prefix?: string; before?: string; parts?: Part[] }

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const letters = (column: number): string =>
  (column < 26 ? '' : letters(Math.floor(column / 26) - 1)) + String.fromCharCode(65 + (column % 26))
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

/** A workbook as Excel and WPS write it: shared strings, styles, merged cells behind the rows. Format 1 is a day. */
export function makeWorkbook({ sheets, date1904, prefix = '', before = '', parts = [] }: MadeWorkbook): Buffer {
  const strings: string[] = []
  const p = prefix ? `${prefix}:` : ''
  const xmlns = prefix ? `xmlns:${prefix}="${MAIN}"` : `xmlns="${MAIN}"`
  const sheetParts = sheets.map((sheet, i) => ({
    name: `xl/worksheets/sheet${i + 1}.xml`,
    data: `${HEAD}${before}${sheetXml(sheet, strings, p, xmlns)}`,
  }))
  const list = sheets
    .map(
      ({ name, hidden }, i) =>
        `<${p}sheet name="${escaped(name)}" sheetId="${i + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${i + 1}"/>`,
    )
    .join('')
  const link = (id: string, kind: string, target: string) =>
    `<Relationship Id="${id}" Type="${LINKS}/${kind}" Target="${target}"/>`
  const related = (links: string) =>
    `${HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links}</Relationships>`
  return zipOf([
    {
      name: '[Content_Types].xml',
      data: contentTypes(sheets.length),
    },
    { name: '_rels/.rels', data: related(link('rId1', 'officeDocument', 'xl/workbook.xml')) },
    {
      name: 'xl/workbook.xml',
      data: `${HEAD}<${p}workbook ${xmlns} xmlns:r="${LINKS}"><${p}workbookPr${date1904 ? ' date1904="1"' : ''}/><${p}sheets>${list}</${p}sheets></${p}workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: related(
        sheets.map((_, i) => link(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`)).join('') +
          link('rId90', 'sharedStrings', 'sharedStrings.xml') +
          link('rId91', 'styles', 'styles.xml'),
      ),
    },
    ...sheetParts,
    {
      name: 'xl/sharedStrings.xml',
      data: `${HEAD}<${p}sst ${xmlns}>${strings.map((item) => `<${p}si>${p ? item.replaceAll(/<(\/?)(\w+)/g, `<$1${p}$2`) : item}</${p}si>`).join('')}</${p}sst>`,
    },
    {
      name: 'xl/styles.xml',
      data: `${HEAD}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="176" formatCode="yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></numFmts><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="176" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    },
    ...parts,
  ])
}

const CONTENT = 'application/vnd.openxmlformats-officedocument.spreadsheetml'
function contentTypes(sheets: number): string {
  const part = (name: string, kind: string) =>
    `<Override PartName="/xl/${name}.xml" ContentType="${CONTENT}.${kind}+xml"/>`
  const each = Array.from({ length: sheets }, (_, i) => part(`worksheets/sheet${i + 1}`, 'worksheet')).join('')
  const named = part('workbook', 'sheet.main') + part('sharedStrings', 'sharedStrings') + part('styles', 'styles')
  return `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${named}${each}</Types>`
}

function sheetXml(
  { rows, merges = [], hiddenColumns }: MadeSheet,
  strings: string[],
  p: string,
  xmlns: string,
): string {
  let next = 1
  const lines = rows.map((given) => {
    const { cells, hidden, at } = Array.isArray(given) ? { cells: given, hidden: false, at: undefined } : given
    const row = at ?? next
    next = row + 1
    const inside = cells.map((cell, column) => cellXml(cell, `${letters(column)}${row}`, strings, p)).join('')
    return `<${p}row r="${row}"${hidden ? ' hidden="1"' : ''}>${inside}</${p}row>`
  })
  const cols = hiddenColumns
    ? `<${p}cols><${p}col min="${hiddenColumns[0]}" max="${hiddenColumns[1]}" width="0" hidden="1"/></${p}cols>`
    : ''
  const merged = merges.length
    ? `<${p}mergeCells>${merges.map((ref) => `<${p}mergeCell ref="${ref}"/>`).join('')}</${p}mergeCells>`
    : ''
  return `<${p}worksheet ${xmlns}><${p}dimension ref="A1:Z${next - 1}"/>${cols}<${p}sheetData>${lines.join('')}</${p}sheetData>${merged}</${p}worksheet>`
}

function cellXml(cell: MadeCell, ref: string, strings: string[], p: string): string {
  const value = (text: string | number) => `<${p}v>${text}</${p}v>`
  const shared = (item: string) => `<${p}c r="${ref}" t="s">${value(strings.push(item) - 1)}</${p}c>`
  if (cell === null) return ''
  if (typeof cell === 'string') return shared(`<t>${escaped(cell)}</t>`)
  if (typeof cell === 'number') return `<${p}c r="${ref}">${value(cell)}</${p}c>`
  if (typeof cell === 'boolean') return `<${p}c r="${ref}" t="b">${value(cell ? 1 : 0)}</${p}c>`
  if ('date' in cell) return `<${p}c r="${ref}" s="1">${value(cell.date)}</${p}c>`
  if ('error' in cell) return `<${p}c r="${ref}" t="e">${value(cell.error)}</${p}c>`
  if ('pinyin' in cell)
    return shared(
      `<t>${escaped(cell.text)}</t><rPh sb="0" eb="1"><t>${escaped(cell.pinyin)}</t></rPh><phoneticPr fontId="1"/>`,
    )
  if ('inline' in cell)
    return `<${p}c r="${ref}" t="inlineStr"><${p}is><${p}t>${escaped(cell.inline)}</${p}t></${p}is></${p}c>`
  const computed =
    cell.value === undefined ? '' : value(typeof cell.value === 'string' ? escaped(cell.value) : cell.value)
  return `<${p}c r="${ref}"${typeof cell.value === 'string' ? ' t="str"' : ''}><${p}f>${escaped(cell.formula)}</${p}f>${computed}</${p}c>`
}
