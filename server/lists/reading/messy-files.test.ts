import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, expect, test } from 'vitest'
import type { ReadChoice } from '#domain/lists/inspection.ts'
import { placeFinder } from '#domain/lists/places/place-finder.ts'
import type { ReadRow, SkippedRow } from '#domain/lists/reading.ts'
import { type MadeWorkbook, makeWorkbook } from '../../../test/lists/make-workbook.ts'
import { allPlaces } from '../../../test/lists/places.ts'
import { zipOf } from '../../../test/lists/zip.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { errorWorkbook } from './error-workbook.ts'
import { FILE_LIMITS, type FileLimits } from './file-limits.ts'
import { inspect } from './inspect.ts'
import { openFile } from './open-file.ts'
import { inspectFile, readList } from './read-list.ts'
import { readRows } from './read-rows.ts'

const folder = mkdtempSync(join(tmpdir(), 'ricebowl-lists-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const { lists } = getPlans().get('chongqing-2021')!
const places = allPlaces()
const finder = placeFinder(places)
const listOf = (key: string) => lists.find((list) => list.key === key)!

function put(name: string, bytes: Buffer | string): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
async function read(path: string, key: string, choice: ReadChoice = {}) {
  const list = listOf(key)
  const rows: ReadRow[] = []
  const skipped: SkippedRow[] = []
  let head: { headings: string[]; headRows: [number, number] } | undefined
  for await (const batch of readRows(await openFile(path, FILE_LIMITS), list, finder, choice)) {
    rows.push(...batch.rows)
    skipped.push(...batch.skipped)
    head = batch.head
  }
  const at = (key: string) => list.columns.findIndex((column) => column.key === key)
  const brief = (...keys: string[]) => rows.map(({ row, values }) => [row, ...keys.map((key) => values[at(key)])])
  const faults = rows.flatMap(({ row, faults }) => faults.map(({ code, column }) => `${row} ${code} ${column}`))
  return { rows, skipped, head: head!, brief, faults }
}
async function all<T>(from: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of from) items.push(item)
  return items
}
async function inspectAt(path: string) {
  const file = await openFile(path, FILE_LIMITS)
  return inspect(file, lists).finally(file.close)
}
const book = (name: string, made: MadeWorkbook) => put(name, makeWorkbook(made))
const A = '500199198506121232'
const B = '500199199002032468'
const VILLAGE = 500229001001
const HEAD = ['序号', '区县', '乡镇', '村（社区）', '车间名称', '姓名', '身份证号', '上岗时间', '月工资（元）']
const person = (n: number, name: string, id: string | number, on: unknown, pay: unknown) =>
  [n, '城口县', '葛城街道', '土城社区', '试点车间', name, id, on, pay] as MadeWorkbook['sheets'][number]['rows'][number]

test('titles, a head of two rows with merged cells, a village merged over its people, totals and signatures', async () => {
  const path = book('merged.xlsx', {
    sheets: [
      {
        name: '花名册',
        merges: ['A1:I1', 'A3:A4', 'B3:D3', 'E3:E4', 'F3:I3', 'D5:D6', 'B5:B6', 'C5:C6', 'E5:E6'],
        rows: [
          ['城口县就业帮扶车间花名册'],
          ['填报单位：葛城街道', null, null, null, null, null, null, '2024年3月'],
          ['序号', '所在地', null, null, '车间名称', '务工人员', null, null, null],
          [null, '区县', '乡镇', '村（社区）', null, '姓名', '身份证号', '上岗时间', '月工资'],
          person(1, '张试一', A, '2023.3.1', 2600),
          [2, null, null, null, null, '李试二', B, { date: 44986 }, '2,800元'],
          ['合计', null, null, null, null, '2人', null, null, 5400],
          ['制表人：王某', null, null, null, null, '审核人：'],
        ],
      },
    ],
  })
  const { head, brief, skipped, faults } = await read(path, 'workshop-roster')
  expect(head.headRows).toEqual([3, 4])
  expect(head.headings.slice(0, 6)).toEqual([
    '序号',
    '所在地/区县',
    '所在地/乡镇',
    '所在地/村(社区)',
    '车间名称',
    '务工人员/姓名',
  ])
  expect(brief('village', 'workshop', 'name', 'joined_on', 'wage')).toEqual([
    [5, VILLAGE, '试点车间', '张试一', '2023-03-01', 260000],
    [6, VILLAGE, '试点车间', '李试二', '2023-03-01', 280000],
  ])
  expect(skipped).toEqual([
    { row: 7, why: 'total' },
    { row: 8, why: 'note' },
  ])
  expect(faults).toEqual([])
})

test('hidden rows and sheets are told and left out unless asked for; headings again in the middle; numbers of columns', async () => {
  const path = book('hidden.xlsx', {
    sheets: [
      { name: '字典', hidden: true, rows: [['是'], ['否']] },
      {
        name: '明细',
        hiddenColumns: [9, 9],
        rows: [
          HEAD,
          [1, 2, 3, 4, 5, 6, 7, 8, 9],
          person(1, '张试一', A, '2023-3-1', 2600),
          { cells: person(2, '李试二', B, '2023-3-1', 2600) as [], hidden: true },
          HEAD,
          person(3, '李试二', B, '2023-4-1', 2600),
        ],
      },
    ],
  })
  const { brief, skipped } = await read(path, 'workshop-roster')
  expect(brief('name')).toEqual([
    [3, '张试一'],
    [6, '李试二'],
  ])
  expect(skipped).toEqual([
    { row: 2, why: 'head' },
    { row: 4, why: 'hidden' },
    { row: 5, why: 'head' },
  ])
  expect((await read(path, 'workshop-roster', { hiddenRows: true })).rows).toHaveLength(3)
  const seen = await inspectAt(path)
  expect(
    seen.sheets.map(({ name, hidden, list, hiddenRows, hiddenColumns }) => [
      name,
      hidden,
      list,
      hiddenRows,
      hiddenColumns,
    ]),
  ).toEqual([
    ['字典', true, null, 0, 0],
    ['明细', false, 'workshop-roster', 1, 1],
  ])
})

test('formulas by their value, error values, pinyin guides, inline text, prefixes, days counted from 1904', async () => {
  const rows = [
    HEAD,
    person(
      1,
      { pinyin: 'ZHANG', text: '张试一' } as never,
      { formula: 'B1', value: A } as never,
      { date: 43524 },
      { formula: '1300*2', value: 2600 },
    ),
    person(2, { inline: '李试二' } as never, B, { date: 43524 }, { error: '#N/A' }),
    person(3, '王试三', A, { date: 43524 }, { formula: 'SUM(A1)' }),
  ]
  for (const prefix of ['', 'x']) {
    const path = book(`odd${prefix}.xlsx`, { date1904: true, prefix, sheets: [{ name: '表', rows }] })
    const { brief, faults } = await read(path, 'workshop-roster')
    expect(brief('name', 'identity', 'joined_on', 'wage')).toEqual([
      [2, '张试一', A, '2023-03-01', 260000],
      [3, '李试二', B, '2023-03-01', null],
      [4, '王试三', A, '2023-03-01', null],
    ])
    expect(faults).toEqual(['3 lists.cell.error_value wage', '4 lists.cell.error_value wage'])
  }
})

test('numbers a spreadsheet has spoilt, full-width digits, lunar days: each refused with its place, its value masked', async () => {
  const path = book('faults.xlsx', {
    sheets: [
      {
        name: '表',
        rows: [
          HEAD,
          person(1, '张试一', 500199198506121200, '农历三月初一', '面议'),
          person(2, '李试二', '５００１９９１９９００２０３２４６８', '２０２３．３．１', '２６００'),
        ],
      },
    ],
  })
  const { brief, faults, rows } = await read(path, 'workshop-roster')
  expect(faults).toEqual([
    '2 lists.cell.lost_digits identity',
    '2 lists.cell.lunar joined_on',
    '2 lists.cell.money wage',
  ])
  expect(rows[0]!.faults[0]).toMatchObject({ heading: '身份证号', refuses: true, value: '500*************00' })
  expect(brief('identity', 'joined_on', 'wage')[1]).toEqual([3, B, '2023-03-01', 260000])
})

const CSV = `${HEAD.join(',')}\n1,城口县,葛城街道,土城社区,试点车间,张试一,="${A}",2023/3/1,"2,600"\n`
test('text: with a mark and without, tabs, semicolons, UTF-16', async () => {
  const forms: [string, Buffer][] = [
    ['utf8.csv', Buffer.from(CSV)],
    ['bom.csv', Buffer.from(`\ufeff${CSV.replaceAll('\n', '\r\n')}`)],
    ['tab.csv', Buffer.from(CSV.replace('"2,600"', '2600').replaceAll(',', '\t'))],
    ['semicolon.csv', Buffer.from(CSV.replace('"2,600"', '2600').replaceAll(',', ';'))],
    ['utf16.txt', Buffer.from(`\ufeff${CSV.replace('"2,600"', '2600').replaceAll(',', '\t')}`, 'utf16le')],
  ]
  for (const [name, bytes] of forms) {
    const { brief, faults } = await read(put(name, bytes), 'workshop-roster')
    expect([name, brief('village', 'name', 'identity', 'joined_on', 'wage'), faults]).toEqual([
      name,
      [[2, VILLAGE, '张试一', A, '2023-03-01', 260000]],
      [],
    ])
  }
})

test('a column mapped by hand, and one put aside', async () => {
  const path = put('mapping.csv', CSV.replace('姓名', '名儿').replace('月工资（元）', '数'))
  expect((await read(path, 'workshop-roster')).faults).toContain('2 lists.cell.blank name')
  const { brief } = await read(path, 'workshop-roster', { mapping: { 5: 'name', 8: 'wage', 7: null } })
  expect(brief('name', 'wage', 'joined_on')).toEqual([[2, '张试一', 260000, null]])
})

test('towns of a division that is no more lead to today’s codes; a name that is twice needs its county', async () => {
  const rows = (county: string, town: string) =>
    `车间名称,区县,乡镇,姓名,身份证号,上岗时间\n试点,${county},${town},张试一,${A},2023-3-1\n`
  expect((await read(put('old.csv', rows('渝北区', '统景镇')), 'workshop-roster')).brief('county')[0]![1]).toBe(
    500109000000,
  )
  expect((await read(put('twice.csv', rows('', '太平镇')), 'workshop-roster')).faults[0]).toMatch(
    /lists\.cell\.area(_ambiguous)? town/,
  )
})

test('refused rows go out as a workbook with the reasons, are known again, and come in once mended', async () => {
  const path = put('refused.csv', CSV.replace('2023/3/1', '=农历').replace(A, `${A.slice(0, 17)}9`))
  const { head, rows } = await read(path, 'workshop-roster')
  const bytes = await buffer(errorWorkbook(7, head, rows))
  const again = put('again.xlsx', bytes)
  const seen = await inspectAt(again)
  expect(seen.sheets[0]).toMatchObject({ list: 'workshop-roster' })
  expect(seen.sheets[0]!.columns.at(-1)).toMatchObject({ column: null })
  expect((await read(again, 'workshop-roster')).faults).toEqual((await read(path, 'workshop-roster')).faults)
  const mended = rows.map((row) => ({
    ...row,
    raw: row.raw.map((text, i) => (i === 6 ? A : i === 7 ? '2023-3-1' : text)),
  }))
  const { faults, brief } = await read(
    put('mended.xlsx', await buffer(errorWorkbook(7, head, mended))),
    'workshop-roster',
  )
  expect([faults, brief('identity', 'joined_on', 'wage')]).toEqual([[], [[2, A, '2023-03-01', 260000]]])
})

const SHEET = makeWorkbook({ sheets: [{ name: '表', rows: [HEAD, person(1, '张试一', A, '2023-3-1', 2600)] }] })
const WIDE = Array.from({ length: 10_000 }, (_, i) => `列${i}`)
const harmful: [name: string, bytes: () => Buffer | string, code: string, limits?: Partial<FileLimits>][] = [
  ['empty', () => '', 'empty'],
  ['cut off', () => SHEET.subarray(0, SHEET.length - 100), 'damaged'],
  ['cut in the middle', () => Buffer.concat([SHEET.subarray(0, 900), SHEET.subarray(1200)]), 'damaged'],
  ['a picture', () => Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'format'],
  ['a page called .xls', () => '<html><table><tr><td>姓名</td></tr></table>', 'format'],
  ['a PDF', () => '%PDF-1.7', 'format'],
  [
    'another Office file',
    () =>
      zipOf([
        { name: '_rels/.rels', data: '' },
        { name: 'word/document.xml', data: 'x' },
      ]),
    'format',
  ],
  [
    'a password',
    () => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
    'encrypted',
  ],
  [
    'entities',
    () =>
      makeWorkbook({
        before: '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>',
        sheets: [{ name: '表', rows: [HEAD] }],
      }),
    'entities',
  ],
  ['ten thousand columns', () => makeWorkbook({ sheets: [{ name: '表', rows: [WIDE] }] }), 'columns'],
  ['ten thousand columns of text', () => WIDE.join(','), 'columns'],
  ['a bomb', () => zipOf([{ name: 'xl/workbook.xml', data: Buffer.alloc(64 * 1024 * 1024) }]), 'bomb'],
  [
    'a bomb that lies',
    () => zipOf([{ name: '_rels/.rels', data: Buffer.alloc(16 * 1024 * 1024, 32), says: { unpacked: 100 } }]),
    'bomb',
  ],
  ['too much unpacked', () => SHEET, 'unpacked', { unpackedBytes: 500 }],
  ['too large', () => SHEET, 'large', { fileBytes: 100 }],
  ['a quote never closed', () => `姓名,身份证号\n"${'张,'.repeat(200_000)}`, 'cell'],
  ['a quote never closed in a short file', () => `姓名,身份证号\n"张,1\n`, 'quote'],
  ['a cell of text too long', () => `姓名,身份证号\n${'张'.repeat(40_000)},1\n`, 'cell'],
  ['no headings', () => '甲,乙\n1,2\n', 'no_head'],
  ['too many rows', () => `${HEAD.join(',')}\n${CSV.split('\n')[1]}\n`.repeat(60), 'rows', { rows: 50 }],
]
test.each(harmful)('refused: %s', async (name, bytes, code, limits) => {
  const path = put(`harm-${name}`, bytes())
  // Work of the processor, not the clock on the wall: others on the machine do not count.
  const begun = process.cpuUsage()
  const reading = async () => {
    const file = await openFile(path, { ...FILE_LIMITS, ...limits })
    for await (const _ of readRows(file, listOf('workshop-roster'), finder, {}));
  }
  await expect(reading()).rejects.toMatchObject({ code: `lists.file.${code}` })
  const { user, system } = process.cpuUsage(begun)
  expect((user + system) / 1000).toBeLessThan(5_000)
})

const MANY = `${HEAD.join(',')}\n${CSV.split('\n')[1]}\n`.repeat(30)
const BLANKS = makeWorkbook({
  sheets: [{ name: '表', rows: [HEAD] }],
  parts: [{ name: 'a.bin', data: Buffer.alloc(1e6) }],
})
const caps: [cap: keyof FileLimits, tight: number, bytes: Buffer | string, code: string][] = [
  ['fileBytes', 100, SHEET, 'large'],
  ['unpackedBytes', 500, SHEET, 'unpacked'],
  ['entries', 6, SHEET, 'bomb'],
  ['ratioFrom', 1000, BLANKS, 'bomb'],
  ['rows', 50, MANY, 'rows'],
  ['rows', 1, SHEET, 'rows'],
  ['columns', 8, SHEET, 'columns'],
  ['columns', 8, CSV, 'columns'],
  ['cell', 10, SHEET, 'cell'],
  ['cell', 20, CSV, 'cell'],
]
test.each(caps)(
  'the cap on %s is what refuses: at %d a file is refused that is read without it',
  async (cap, tight, bytes, code) => {
    const path = put('capped', bytes)
    const reading = async (limits: FileLimits) => {
      for await (const _ of readRows(await openFile(path, limits), listOf('workshop-roster'), finder, {}));
    }
    await expect(reading({ ...FILE_LIMITS, [cap]: tight })).rejects.toMatchObject({ code: `lists.file.${code}` })
    await expect(reading(FILE_LIMITS)).resolves.toBeUndefined()
  },
)

test('an old workbook with a password is refused as one, and read once the record that says so is another', async () => {
  const bytes = readFileSync(join(import.meta.dirname, '../../../test/lists/golden/libreoffice-roster.xls'))
  const second = bytes.indexOf(Buffer.from('0908100000060500', 'hex')) + 20
  expect((await read(put('open.xls', bytes), 'workshop-roster')).rows).toHaveLength(2)
  bytes.writeUInt16LE(0x2f, second)
  await expect(read(put('locked.xls', bytes), 'workshop-roster')).rejects.toMatchObject({
    code: 'lists.file.encrypted',
  })
})

test('the reading process: the same rows, a file that takes too long is refused, and so is one that needs too much memory', async () => {
  const path = put('apart.xlsx', SHEET)
  const list = listOf('workshop-roster')
  expect((await inspectFile(path, lists)).sheets[0]!.list).toBe('workshop-roster')
  const batches = await all(readList(path, { list, places, raw: true }))
  expect(batches.flatMap(({ rows }) => rows)).toEqual((await read(path, 'workshop-roster')).rows)
  await expect(all(readList(path, { list, places, limits: { seconds: 0.001 } }))).rejects.toMatchObject({
    code: 'lists.file.slow',
  })
  const strings = makeWorkbook({
    sheets: [
      {
        name: '表',
        rows: [
          HEAD,
          ...Array.from({ length: 9_000 }, (_, i) =>
            Array.from({ length: 30 }, (_, j) => `第${i}行${j}列的一段各不相同的话`),
          ),
        ],
      },
    ],
  })
  const tight = { list, places, limits: { heapMegabytes: 12 } }
  await expect(all(readList(put('fat.xlsx', strings), tight))).rejects.toMatchObject({
    code: 'lists.file.memory',
  })
})
