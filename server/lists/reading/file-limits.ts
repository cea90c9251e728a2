import type { Words } from '#domain/base/fail.ts'
import { Refusal } from '#domain/base/fail.ts'

/** What a file may cost before it is refused; sizes in bytes, times in seconds. */
export type FileLimits = {
  fileBytes: number
  /** All parts of a workbook unpacked, by what it says of itself and by what comes out. */
  unpackedBytes: number
  /** Files in a workbook's zip. */
  entries: number
  /** Unpacked to packed, of anything that unpacks to more than `ratioFrom`: small files of blanks pack a thousandfold. */
  ratio: number
  ratioFrom: number
  rows: number
  columns: number
  /** Characters of one cell. */
  cell: number
  seconds: number
  /** Of the process that reads. */
  heapMegabytes: number
}

export const FILE_LIMITS: FileLimits = {
  fileBytes: 512 * 1024 * 1024,
  unpackedBytes: 2 * 1024 * 1024 * 1024,
  entries: 2_000,
  ratio: 200,
  ratioFrom: 8 * 1024 * 1024,
  rows: 2_000_000,
  columns: 500,
  cell: 32_767,
  seconds: 600,
  heapMegabytes: 320,
}

const megabytes = (bytes: number) => `${Math.round(bytes / 1024 / 1024)} MB`
const refusal = (reason: string, zh: string, en: string, status = 422): Refusal =>
  new Refusal(`lists.file.${reason}`, { zh, en } satisfies Words, { status })

/** Every reason for which a file is refused as a whole, each with the way to mend it. */
export const fileRefusal = {
  large: (limit: number) =>
    refusal(
      'large',
      `文件超过 ${megabytes(limit)}；请按乡镇或年份拆成几个文件。`,
      `The file is larger than ${megabytes(limit)}; split it by town or by year.`,
      413,
    ),
  unpacked: (limit: number) =>
    refusal(
      'unpacked',
      `文件解开后超过 ${megabytes(limit)}，不像清单；请把数据复制到新的工作簿再上传。`,
      `Unpacked the file is larger than ${megabytes(limit)} and hardly a list; copy the rows into a new workbook.`,
      413,
    ),
  bomb: () =>
    refusal(
      'bomb',
      '文件的压缩比异常，可能是压缩炸弹；请把数据复制到新的工作簿，或另存为 CSV 再上传。',
      'The file is packed beyond what a list can be, as a zip bomb is; copy the rows into a new workbook, or save it as CSV.',
    ),
  rows: (limit: number) =>
    refusal('rows', `超过 ${limit} 行；请拆成几个文件。`, `There are more than ${limit} rows; split the file.`),
  columns: (limit: number) =>
    refusal(
      'columns',
      `有内容的列超过 ${limit} 列，不像清单；请删去多余的列。`,
      `More than ${limit} columns hold something, which is hardly a list; delete those that are not needed.`,
    ),
  cell: (limit: number) =>
    refusal(
      'cell',
      `有单元格超过 ${limit} 字；请检查引号是否成对，或删去过长的内容。`,
      `A cell holds more than ${limit} characters; check that quotes come in pairs, or shorten it.`,
    ),
  quote: () =>
    refusal(
      'quote',
      '有一个引号没有成对，它后面的行都会并成一格；请在表格软件里打开核对，另存后再上传。',
      'A quote is never closed, so that all rows behind it would be one cell; open it in the spreadsheet program, check, and save again.',
    ),
  slow: (seconds: number) =>
    refusal(
      'slow',
      `${seconds} 秒内没有读完；请拆成几个文件，或另存为 CSV 再上传。`,
      `It was not read within ${seconds} seconds; split the file, or save it as CSV.`,
    ),
  memory: () =>
    refusal(
      'memory',
      '读这个文件所需的内存超出限额；请拆成几个文件，或另存为 CSV 再上传。',
      'Reading this file needs more memory than is allowed; split it, or save it as CSV.',
    ),
  empty: () => refusal('empty', '文件是空的；请确认选对了文件。', 'The file is empty; make sure it is the right one.'),
  encrypted: () =>
    refusal(
      'encrypted',
      '文件设有打开密码；请在表格软件里取消密码，另存后再上传。',
      'The file is protected by a password; remove it in the spreadsheet program and save again.',
    ),
  damaged: () =>
    refusal(
      'damaged',
      '文件不完整或已损坏；请在表格软件里打开，另存为 .xlsx 再上传。',
      'The file is incomplete or damaged; open it in the spreadsheet program and save it as .xlsx.',
    ),
  entities: () =>
    refusal(
      'entities',
      '工作簿里有自定义的 XML 实体，清单用不着它；请另存为新的 .xlsx 再上传。',
      'The workbook defines XML entities, which no list needs; save it as a new .xlsx.',
    ),
  format: (what: Words) =>
    refusal(
      'format',
      `这是${what.zh}，不是清单文件；请另存为 .xlsx、.xls 或 .csv 再上传。`,
      `This is ${what.en}, not a list; save it as .xlsx, .xls or .csv.`,
    ),
  noSheet: () =>
    refusal('no_sheet', '工作簿里没有这个工作表；请重新选择。', 'The workbook has no such sheet; choose again.'),
  noHead: () =>
    refusal(
      'no_head',
      '前 40 行里找不到这份清单的表头；请核对是否选对了清单，或手工指定表头所在行和各列的对应。',
      'The headings of this list are not in the first 40 rows; check that it is this list, or say in which rows the headings are and what each column is.',
    ),
} as const
