import { expect, test } from 'vitest'
import type { List, ListColumn } from '../../plan/list.ts'
import { findHead, type SheetRow } from './find-head.ts'
import { headingTables } from './recognise.ts'

const words = (text: string) => ({ zh: text, en: text })
const column = (heading: string): ListColumn => ({
  ...{ key: heading, headings: [heading], label: words(heading) },
  ...{ type: 'text', required: false },
})
const list = (key: string, headings: string[]): List => ({
  ...{ key, name: words(key), origin: words(key), source: 'test', assumptions: [], rank: 1, subject: 'person' },
  ...{ opens: true, match: [], says: [], columns: headings.map(column) },
})
/** Headings that several lists have weigh less than one of a single list. */
const tables = headingTables([list('work', ['乡镇', '姓名', '厂']), list('training', ['乡镇', '姓名', '班'])])
const rows = (...lines: string[][]): SheetRow[] => lines.map((cells, i) => ({ row: i + 1, cells, hidden: false }))

test('a first row of data that is all text is not taken into the heading, also where a heading is unknown', () => {
  const found = findHead(
    rows(['乡镇', '姓名', '打工的地方'], ['江口镇', '张试一', '试点厂'], ['江口镇', '李试二', '试点厂']),
    [],
    tables,
  )
  expect(found?.headRows).toEqual([1, 1])
})

test('a group above its columns is taken into the heading', () => {
  const found = findHead(
    rows(['所在地', '', '人员'], ['县', '乡镇', '姓名'], ['城口县', '葛城街道', '张试一']),
    [],
    tables,
  )
  expect(found?.headRows).toEqual([1, 2])
})

test('the headings again between two pages, without the columns nobody knows, are not taken for the head', () => {
  const head = ['乡镇', '姓名', '厂', '班长', '备注']
  const lines = rows(
    head,
    ['江口镇', '张试一', '试点厂', '李', ''],
    ['乡镇', '姓名', '厂'],
    ['江口镇', '李试二', '试点厂'],
  )
  expect(findHead(lines, [], tables)?.headRows).toEqual([1, 1])
  // Of a head that hardly fits, a later one is the head.
  const note = rows(
    ['乡镇', '姓名', '甲', '乙', '丙', '丁', '戊', '己'],
    ['乡镇', '姓名', '厂'],
    ['江口镇', '李试二', '试点厂'],
  )
  expect(findHead(note, [], tables)?.headRows).toEqual([2, 2])
})

test('a head is not cut where cells are merged from one of its rows into another', () => {
  const lines = rows(['乡镇', '人员', '', '备注'], ['', '姓名', '厂', ''], ['江口镇', '张试一', '试点厂', ''])
  const merge = (startRow: number, endRow: number, startCol: number, endCol: number) => ({
    startRow,
    endRow,
    startCol,
    endCol,
  })
  const whole = [merge(0, 1, 0, 0), merge(0, 0, 1, 2), merge(0, 1, 3, 3)]
  expect(findHead(lines, whole, tables)).toMatchObject({ headRows: [1, 2], columns: ['乡镇', '姓名', '厂', null] })
  // Merged into the rows below whatever one takes: then the best of all stands.
  expect(findHead(lines, [merge(0, 39, 3, 3)], tables)).toBeDefined()
})
