import { expect, test } from 'vitest'
import type { Inspection, ListKind, Sheet } from '../import.ts'
import { choiceOf, readOf } from './choice.ts'

const words = (text: string) => ({ zh: text, en: text })
const column = (key: string, required = false) => ({ key, label: words(key), required })
const list = (key: string, ...columns: ListKind['columns']): ListKind => ({
  ...{ key, name: words(key), origin: words(key), subject: 'person', opensFiles: false },
  columns,
})
const lists = [
  list('work', column('name', true), column('since', true), column('employer')),
  list('training', column('name', true), column('course', true)),
]
const heading = (text: string, known: string | null, remembered = false) => ({
  ...{ heading: text, column: known, remembered, reasons: false },
  samples: ['x'],
})
const sheet = (over: Partial<Sheet> = {}): Sheet => ({
  ...{ name: 'one', hidden: false, rows: 3, headRows: [1, 1], hiddenRows: 0, hiddenColumns: 0, says: null },
  candidates: [
    { list: 'work', score: 0.8, missing: [] },
    { list: 'training', score: 0.3, missing: ['course'] },
  ],
  columns: [heading('姓名', 'name'), heading('开始', 'since'), heading('厂', null)],
  ...over,
})
const file = (...sheets: Sheet[]): Inspection => ({ format: 'xlsx', mends: null, sheets })
const empty = { mapping: {}, decisions: {} }
const choose = (of: Inspection, draft = {}) => choiceOf(of, lists, { ...empty, ...draft })!

test('a known list with known columns is read as it was found; no column is sent', () => {
  const choice = choose(file(sheet({ columns: [heading('姓名', 'name'), heading('开始', 'since')] })))
  expect(choice).toMatchObject({ best: true, open: [], missing: [], list: { key: 'work' } })
  expect(readOf(choice, empty, '2021-09-30')).toEqual({ list: 'work', on: '2021-09-30', sheet: 'one' })
})

test('an unknown column waits for the officer; told once, all columns are sent so that the headings are remembered whole', () => {
  expect(choose(file(sheet())).open.map(({ heading }) => heading)).toEqual(['厂'])
  const draft = { ...empty, mapping: { 2: 'employer' } }
  const choice = choose(file(sheet()), draft)
  expect(choice.open).toEqual([])
  expect(readOf(choice, draft, '2021-09-30')?.mapping?.map(({ column }) => column)).toEqual([
    'name',
    'since',
    'employer',
  ])
})

test('what was remembered is neither asked again nor taken for unknown, also where it was left out', () => {
  // The server tells a column that was left out as blank text.
  const seen = sheet({
    columns: [heading('姓名', 'name', true), heading('开始', 'since', true), heading('厂', '', true)],
  })
  const { open, columns } = choose(file(seen))
  expect(open).toEqual([])
  expect(columns[2]).toMatchObject({ column: null, by: 'remembered' })
})

test('a required column that nothing stands for is missing; one that two stand for is told', () => {
  expect(choose(file(sheet()), { mapping: { 1: null } }).missing.map(({ key }) => key)).toEqual(['since'])
  expect(choose(file(sheet()), { mapping: { 2: 'name' } }).twice?.key).toBe('name')
})

test('another list than the best is recognised by its own headings when it is read; only what was told by hand is sent', () => {
  const draft = { ...empty, list: 'training', mapping: { 2: 'course' } }
  const choice = choose(file(sheet()), { list: 'training' })
  expect(choice.columns.map(({ by }) => by)).toEqual(['auto', 'auto', 'auto'])
  expect(choice.missing.map(({ key }) => key)).toEqual(['course'])
  expect(readOf(choose(file(sheet()), draft), draft, '2021-09-30')?.mapping).toEqual([
    { place: 2, heading: '厂', column: 'course' },
  ])
})

test('the first sheet with headings is proposed, hidden ones only when chosen; a weak likeness proposes no list', () => {
  const hidden = sheet({ name: 'words', hidden: true })
  const notes = sheet({ name: 'notes', headRows: null, candidates: [], columns: [] })
  expect(choose(file(hidden, notes, sheet())).sheet.name).toBe('one')
  expect(choose(file(hidden, notes, sheet()), { sheet: 'words' }).sheet.name).toBe('words')
  expect(choose(file(sheet({ candidates: [{ list: 'work', score: 0.4, missing: [] }] }))).list).toBeUndefined()
})
