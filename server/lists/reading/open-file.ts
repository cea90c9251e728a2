import { open, readFile, stat } from 'node:fs/promises'
import { type FileLimits, fileRefusal } from './file-limits.ts'
import type { OpenFile } from './sheet-source.ts'
import { openText } from './text/open-text.ts'
import { openXlsx } from './xlsx/open-xlsx.ts'

/** Opens a file by what it is, whatever its name says. */
export async function openFile(path: string, limits: FileLimits): Promise<OpenFile> {
  const { size } = await stat(path)
  if (size === 0) throw fileRefusal.empty()
  if (size > limits.fileBytes) throw fileRefusal.large(limits.fileBytes)
  const head = await readHead(path)
  if (head.subarray(0, 2).toString('latin1') === 'PK') return openXlsx(path, limits)
  if (head.subarray(0, 4).equals(Buffer.from([0xd0, 0xcf, 0x11, 0xe0]))) return openXls(path, size, limits)
  refuseOthers(head)
  return openText(path, size, limits)
}

async function readHead(path: string): Promise<Buffer> {
  const file = await open(path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** What other files begin with. Web pages and XML are often called .xls by the programs that write them. */
const OTHERS: [RegExp, zh: string, en: string][] = [
  [/^%PDF/, 'PDF 文件', 'a PDF'],
  [/^(\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0{4}|RIFF)/s, '图片', 'a picture'],
  [/^(Rar!|7z\xbc\xaf)/, '压缩包', 'an archive'],
  [
    /^\s*(\xef\xbb\xbf)?\s*<(\?xml|!doctype|html|table|meta|head)/i,
    '网页或 XML 文件（扩展名可能是 .xls）',
    'a web page or XML, though it may be called .xls',
  ],
  [/^\{\\rtf/, 'RTF 文档', 'an RTF document'],
  [/^MZ/, '程序', 'a program'],
]

function refuseOthers(head: Buffer): void {
  const text = head.toString('latin1')
  for (const [form, zh, en] of OTHERS) if (form.test(text)) throw fileRefusal.format({ zh, en })
  const zeros = head.filter((byte) => byte === 0).length
  const wide = head[0] === 0xff && head[1] === 0xfe
  if (zeros && !wide) throw fileRefusal.format({ zh: '二进制文件', en: 'a binary file' })
}

const BEGIN = Buffer.from('0908100000060500', 'hex')
const FILE_PASS = 0x2f

/**
 * Whether one of the first records of an old workbook says that the others are ciphers; the library would read them as text.
 * Records stand one behind the other: two bytes what it is, two how long it is.
 */
function hasPassword(bytes: Buffer): boolean {
  const begin = bytes.indexOf(BEGIN)
  let at = begin
  for (let record = 0; begin >= 0 && record < 8 && at + 4 <= bytes.length; record++) {
    if (bytes.readUInt16LE(at) === FILE_PASS) return true
    at += 4 + bytes.readUInt16LE(at + 2)
  }
  return false
}

const XLS_BYTES = 64 * 1024 * 1024
const BATCH = 1_000

/** At most 65,536 rows: read whole. */
async function openXls(path: string, size: number, limits: FileLimits): Promise<OpenFile> {
  if (size > XLS_BYTES) throw fileRefusal.large(XLS_BYTES)
  const bytes = await readFile(path)
  const names = (name: string) => bytes.includes(Buffer.from(name, 'utf16le'))
  if (names('EncryptedPackage') || hasPassword(bytes)) throw fileRefusal.encrypted()
  if (!names('Workbook') && !names('Book'))
    throw fileRefusal.format({ zh: '别的 Office 文件（不是工作簿）', en: 'another Office file, not a workbook' })
  // Its library is large, and few files need it.
  const { readOldWorkbook } = await import('../../adapters/old-workbook.ts')
  const sheets = await readOldWorkbook(bytes).catch(() => {
    throw fileRefusal.damaged()
  })
  return {
    format: 'xls',
    calendar: 1900,
    sheets: sheets.map(({ name }) => ({ name, hidden: false })),
    open: async (sheet) => {
      const found = sheets[sheet]
      if (!found) throw fileRefusal.noSheet()
      const { rows, merges } = found
      if (rows.some((cells) => cells.length > limits.columns)) throw fileRefusal.columns(limits.columns)
      let read = 0
      async function* batches() {
        for (; read < rows.length; read += BATCH)
          yield rows.slice(read, read + BATCH).map((cells, i) => ({ row: read + i + 1, hidden: false, cells }))
      }
      return {
        rowCount: rows.length,
        hiddenColumns: 0,
        merges,
        rows: batches(),
        share: () => Math.min(1, read / rows.length),
      }
    },
    close: async () => {},
  }
}
