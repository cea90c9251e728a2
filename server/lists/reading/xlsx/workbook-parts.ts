import { fileRefusal } from '../file-limits.ts'
import { attribute, refuseEntities, tagsOf } from './xml-text.ts'
import type { ZipFile } from './zip-file.ts'

/** What a workbook says of its sheets, strings and formats. */
export type WorkbookParts = {
  calendar: 1900 | 1904
  sheets: { name: string; hidden: boolean; path: string }[]
  stringsPath: string | undefined
  /** By the place of a cell format: whether its numbers are days. */
  dates: boolean[]
}

const PART = 32 * 1024 * 1024

export async function readParts(zip: ZipFile): Promise<WorkbookParts> {
  const root = await part(zip, '_rels/.rels')
  const main = relations(root).find(({ type }) => type.endsWith('/officeDocument'))
  const path = main ? resolve('', main.target) : 'xl/workbook.xml'
  if (path.endsWith('.bin')) throw fileRefusal.format({ zh: '二进制工作簿（.xlsb）', en: 'a binary workbook (.xlsb)' })
  const xml = await part(zip, path)
  if (!/<(?:\w+:)?workbook[\s>]/.test(xml))
    throw fileRefusal.format({ zh: '别的 Office 文件（不是工作簿）', en: 'another Office file, not a workbook' })
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const links = relations((await zip.text(`${folder}_rels/${path.slice(folder.length)}.rels`, PART)) ?? '')
  const target = (kind: string) => links.find(({ type }) => type.endsWith(`/${kind}`))?.target
  const stylesPath = target('styles')
  const strings = target('sharedStrings')
  return {
    calendar: tagsOf(xml, 'workbookPr').some((tag) => /^(1|true)$/.test(attribute(tag, 'date1904') ?? ''))
      ? 1904
      : 1900,
    sheets: sheetsOf(xml, folder, links),
    stringsPath: strings === undefined ? undefined : resolve(folder, strings),
    dates: stylesPath === undefined ? [] : datesOf((await zip.text(resolve(folder, stylesPath), PART)) ?? ''),
  }
}

async function part(zip: ZipFile, name: string): Promise<string> {
  const text = await zip.text(name, PART)
  if (text === undefined) throw noWorkbook([...zip.entries.keys()])
  refuseEntities(text.slice(0, 4096))
  return text
}

/** What a zip without a workbook is. Zips inside it are never opened. */
function noWorkbook(names: readonly string[]) {
  if (names.includes('mimetype'))
    return fileRefusal.format({ zh: '开放文档（.ods）', en: 'an OpenDocument file (.ods)' })
  return names.some((name) => name.startsWith('xl/'))
    ? fileRefusal.damaged()
    : fileRefusal.format({ zh: '压缩包或别的 Office 文件', en: 'an archive or another Office file' })
}

type Link = { id: string; type: string; target: string }
const relations = (xml: string): Link[] =>
  tagsOf(xml, 'Relationship').map((tag) => ({
    id: attribute(tag, 'Id') ?? '',
    type: attribute(tag, 'Type') ?? '',
    target: attribute(tag, 'Target') ?? '',
  }))

function resolve(folder: string, target: string): string {
  const steps: string[] = []
  for (const step of (target.startsWith('/') ? target.slice(1) : folder + target).split('/')) {
    if (step === '..') steps.pop()
    else if (step !== '.' && step !== '') steps.push(step)
  }
  return steps.join('/')
}

/** Sheets of cells in their order; charts and macro sheets are none. */
function sheetsOf(xml: string, folder: string, links: readonly Link[]): WorkbookParts['sheets'] {
  return tagsOf(xml, 'sheet').flatMap((tag) => {
    const id = /\s(?:\w+:)?id\s*=\s*["']([^"']+)["']/.exec(tag.replace(/\ssheetId\s*=/, ' sheet='))?.[1]
    const link = links.find((candidate) => candidate.id === id && candidate.type.endsWith('/worksheet'))
    if (!link) return []
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible'
    return [{ name: attribute(tag, 'name') ?? '', hidden, path: resolve(folder, link.target) }]
  })
}

const BUILT_IN = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 36, 50, 51, 52, 53, 54, 57, 58]

function datesOf(xml: string): boolean[] {
  const formats = new Map(
    tagsOf(xml, 'numFmt').map((tag) => [Number(attribute(tag, 'numFmtId')), attribute(tag, 'formatCode') ?? '']),
  )
  const cells = /<(?:\w+:)?cellXfs[\s>]([\s\S]*?)<\/(?:\w+:)?cellXfs>/.exec(xml)?.[1] ?? ''
  return tagsOf(cells, 'xf').map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    const code = formats.get(id)
    return code === undefined ? BUILT_IN.includes(id) : isDateFormat(code)
  })
}

/** A format with years, months or days outside quotes, brackets and escapes; a time alone is no day. */
export function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|\\.|_./g, '').split(';')[0] ?? ''
  return !/general/i.test(bare) && (/[yd年日]/i.test(bare) || (/m/i.test(bare) && !/[hs:0#?]/i.test(bare)))
}
