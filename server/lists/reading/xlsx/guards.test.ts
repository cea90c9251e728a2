import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, expect, test, vi } from 'vitest'
import { placeFinder } from '#domain/lists/places/place-finder.ts'
import { makeWorkbook } from '../../../../test/lists/make-workbook.ts'
import { allPlaces } from '../../../../test/lists/places.ts'
import { zipOf } from '../../../../test/lists/zip.ts'
import { getPlans } from '../../../plan/plan-folder.ts'
import { FILE_LIMITS } from '../file-limits.ts'

const folder = mkdtempSync(join(tmpdir(), 'ricebowl-guards-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
afterEach(() => {
  vi.doUnmock('./xml-text.ts')
  vi.doUnmock('./zip-guard.ts')
  vi.resetModules()
})
const list = getPlans()
  .get('chongqing-2021')!
  .lists.find(({ key }) => key === 'workshop-roster')!
const finder = placeFinder(allPlaces())

function put(name: string, bytes: Buffer): string {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}
/** All rows of a file as text, by the reader as it stands when this is called. */
async function cellsOf(path: string): Promise<(string | null)[]> {
  const { openFile } = await import('../open-file.ts')
  const { readRows } = await import('../read-rows.ts')
  const cells: (string | null)[] = []
  for await (const { rows } of readRows(await openFile(path, FILE_LIMITS), list, finder, {}))
    cells.push(...rows.flatMap(({ raw }) => raw))
  return cells
}
const answerOf = (reading: Promise<(string | null)[]>) =>
  reading.then(
    (cells) => cells,
    (error: { code?: string }) => error.code,
  )

const HEAD = ['序号', '区县', '乡镇', '村（社区）', '车间名称', '姓名', '身份证号', '上岗时间', '月工资（元）']
const external = put(
  'external.xlsx',
  makeWorkbook({
    before: `<!DOCTYPE x [<!ENTITY stolen SYSTEM "file://${join(folder, 'secret')}"><!ENTITY many "&stolen;&stolen;">]>`,
    sheets: [
      {
        name: '表',
        rows: [
          HEAD,
          [1, '城口县', '葛城街道', '土城社区', '试点车间', { error: '&stolen;&many;' }, '', '2023-3-1', 2600],
        ],
      },
    ],
  }),
)

test('a workbook that defines entities, of itself or from outside, is refused', async () => {
  expect(await answerOf(cellsOf(external))).toBe('lists.file.entities')
})

test('negative control: without the guard the same file is read, and even then nothing is fetched or expanded', async () => {
  vi.resetModules()
  vi.doMock('./xml-text.ts', async (original) => ({ ...(await original<object>()), refuseEntities: () => {} }))
  put('secret', Buffer.from('what nobody may read'))
  const cells = await answerOf(cellsOf(external))
  expect(cells).toContain('试点车间')
  expect(cells).toContain('&stolen;&many;')
})

const TRUE_BYTES = 64 * 1024 * 1024
/** Of a part of 64 MB the directory says that it is of a hundred bytes, and that it is packed as little as it says. */
const lying = put(
  'lying.xlsx',
  zipOf([{ name: '_rels/.rels', data: Buffer.alloc(TRUE_BYTES, 32), says: { unpacked: 100 } }]),
)

/** Unpacks the part that lies, by the reader as it is loaded now: how many bytes came of it before it ended, and how it ended. */
async function unpackLying(): Promise<{ out: number; end: string }> {
  const { openZip } = await import('./zip-file.ts')
  const zip = await openZip(lying, FILE_LIMITS)
  let out = 0
  try {
    for await (const chunk of zip.stream('_rels/.rels')) out += chunk.length
    return { out, end: 'read' }
  } catch (error) {
    return { out, end: (error as { code: string }).code }
  } finally {
    zip.close()
  }
}

test('a zip whose directory lies is refused at the first piece that is more than it says', async () => {
  expect(await unpackLying()).toEqual({ out: 0, end: 'lists.file.bomb' })
})

test('negative control: without the guard the same reader unpacks all of it', async () => {
  vi.resetModules()
  vi.doMock('./zip-guard.ts', () => ({ refuseMore: () => {} }))
  expect(await unpackLying()).toEqual({ out: TRUE_BYTES, end: 'read' })
})
