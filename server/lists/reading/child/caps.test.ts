import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { makeWorkbook } from '../../../../test/lists/make-workbook.ts'
import { allPlaces } from '../../../../test/lists/places.ts'
import { getPlans } from '../../../plan/plan-folder.ts'
import type { FileLimits } from '../file-limits.ts'
import { readList } from '../read-list.ts'

const folder = mkdtempSync(join(tmpdir(), 'ricebowl-caps-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const list = getPlans()
  .get('chongqing-2021')!
  .lists.find(({ key }) => key === 'workshop-roster')!
const places = allPlaces()

const HEAD = ['序号', '区县', '乡镇', '村（社区）', '车间名称', '姓名', '身份证号', '上岗时间', '月工资（元）']
const ROWS = 9_000
/** A workbook of 270,000 texts, none of them twice: they are held together before a row is read. */
const path = join(folder, 'fat.xlsx')
const rows = Array.from({ length: ROWS }, (_, i) =>
  Array.from({ length: 30 }, (_, j) => `第${i}行${j}列的一段各不相同的话`),
)
writeFileSync(path, makeWorkbook({ sheets: [{ name: '表', rows: [HEAD, ...rows] }] }))

/** How many rows were read, or why none could be. */
async function readUnder(limits: Partial<FileLimits>): Promise<number | string> {
  let read = 0
  try {
    for await (const batch of readList(path, { list, places, limits })) read += batch.rows.length + batch.skipped.length
    return read
  } catch (error) {
    return (error as { code: string }).code
  }
}
const childrenLeft = () => process.getActiveResourcesInfo().filter((kind) => kind === 'ProcessWrap').length
const noChildLeft = () => expect.poll(childrenLeft, { timeout: 5_000 }).toBe(0)

test('a file that takes longer than its seconds is refused, and its process is gone', async () => {
  expect(await readUnder({ seconds: 0.05 })).toBe('lists.file.slow')
  await noChildLeft()
})

test('a file that takes more memory than its heap is refused, its process is gone, and this one goes on', async () => {
  const before = process.memoryUsage().heapUsed
  expect(await readUnder({ heapMegabytes: 12 })).toBe('lists.file.memory')
  await noChildLeft()
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(100 * 1024 * 1024)
})

test('negative control: without the caps the same file is read to its end', async () => {
  expect(await readUnder({})).toBeGreaterThanOrEqual(ROWS)
  await noChildLeft()
})

test('a listener that leaves half-way leaves no process behind', async () => {
  for await (const _ of readList(path, { list, places })) break
  await noChildLeft()
})
