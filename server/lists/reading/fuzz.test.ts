import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Randomness } from '#db/demo/randomness.ts'
import { Refusal } from '#domain/base/fail.ts'
import { placeFinder } from '#domain/lists/places/place-finder.ts'
import { makeWorkbook } from '../../../test/lists/make-workbook.ts'
import { mutate } from '../../../test/lists/mutate.ts'
import { allPlaces } from '../../../test/lists/places.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { FILE_LIMITS } from './file-limits.ts'
import { openFile } from './open-file.ts'
import { readRows } from './read-rows.ts'

/** Many more than the test runs: RICEBOWL_FUZZ=20000 npx vitest run --project fast server/lists/reading/fuzz */
const RUNS = Number(process.env.RICEBOWL_FUZZ ?? 300)
const folder = mkdtempSync(join(tmpdir(), 'ricebowl-fuzz-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
const list = getPlans()
  .get('chongqing-2021')!
  .lists.find(({ key }) => key === 'workshop-roster')!
const finder = placeFinder(allPlaces())
const csv = readFileSync(join(import.meta.dirname, '../../../test/lists/golden/roster-gb18030.csv'))
const rows = [
  ['姓名', '身份证号', '车间名称', '上岗时间'],
  ['张试一', '500199198506121232', '试点', { date: 44986 }],
  ['李试二', { pinyin: 'LI', text: '二' }, '', ''],
]
const SEEDS: [string, Buffer][] = [
  ['a.csv', csv],
  ['a.xlsx', makeWorkbook({ sheets: [{ name: '表', rows: rows as never, merges: ['A2:A3'] }] })],
  ['a.xls', readFileSync(join(import.meta.dirname, '../../../test/lists/golden/libreoffice-roster.xls'))],
]

/** Undefined where the file is read or refused as files are; else what broke. */
async function breaks(path: string): Promise<unknown> {
  try {
    const file = await openFile(path, { ...FILE_LIMITS, unpackedBytes: 64 * 1024 * 1024 })
    for await (const _ of readRows(file, list, finder, {}));
    return undefined
  } catch (error) {
    return error instanceof Refusal ? undefined : error
  }
}

test(`mutated files are read or refused, and never break the reader: ${RUNS}`, { timeout: 3_600_000 }, async () => {
  const chance = new Randomness(2021, 'lists-fuzz')
  const broken = new Map<string, number>()
  for (let run = 0; run < RUNS; run++) {
    const [name, bytes] = SEEDS[run % SEEDS.length]!
    const path = join(folder, name)
    writeFileSync(path, mutate(bytes, chance))
    const error = await breaks(path)
    if (error) broken.set(`${name} ${(error as Error).stack?.split('\n').slice(0, 3).join(' | ')}`, run)
  }
  expect([...broken]).toEqual([])
})
test('a reader that breaks is seen to break', async () => {
  expect(await breaks(join(folder, 'no-such-file'))).toBeInstanceOf(Error)
})
