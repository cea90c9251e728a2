import { describe, expect, test } from 'vitest'
import { sheetRows } from './sheet-rows.ts'
import { type Cell, type Column, neutralise, streamWorkbook } from './workbook.ts'

const columns: Column[] = [
  { label: '姓名', kind: 'text', width: 10 },
  { label: '年龄', kind: 'number', width: 6 },
  { label: '日期', kind: 'date', width: 12 },
]
async function* given(rows: Cell[][]) {
  yield* rows
}
async function written(rows: Cell[][]) {
  const stream = streamWorkbook({ name: '名单', watermark: '导出编号 7', columns }, given(rows))
  return sheetRows(Buffer.from(await new Response(stream).arrayBuffer()))
}

describe('a workbook', () => {
  test('carries watermark, header, rows and watermark again', async () => {
    expect(await written([['张<三>&', 41, '2021-09-17']])).toEqual([
      ['导出编号 7'],
      ['姓名', '年龄', '日期'],
      ['张<三>&', '41', '44456'],
      ['导出编号 7'],
    ])
  })

  test('holds no formula, whatever a name looks like', async () => {
    const tricks = ['=1+1', '+1', '-1', '@SUM(A1)', '＝1', '＋1', '－1', '＠A', ' =1', '\t=1', '\r1']
    const rows = await written(tricks.map((trick) => [trick, null, null]))
    for (const [i, trick] of tricks.entries()) {
      expect(rows[i + 2]![0], JSON.stringify(trick)).toBe(`'${trick}`)
    }
  })

  test('leaves ordinary text alone', () => {
    for (const text of ['张三', '500199********1234', "it's", '1-2', '重庆市=市', ''])
      expect(neutralise(text)).toBe(text)
  })
})
