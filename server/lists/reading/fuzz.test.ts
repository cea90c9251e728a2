import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Randomness } from '#db/demo/randomness.ts'
import { Refusal } from '#domain/base/fail.ts'
import { placeFinder } from '#domain/lists/places/place-finder.ts'
import { type MadeCell, makeWorkbook } from '../../../test/lists/make-workbook.ts'
import { carelessText, mutate, mutateCells } from '../../../test/lists/mutate.ts'
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
const rows: MadeCell[][] = [
  ['姓名', '身份证号', '车间名称', '上岗时间', '区县', '乡镇', '月工资'],
  ['张试一', '500199198506121232', '试点', { date: 44986 }, '城口县', '葛城街道', 2600],
  [{ pinyin: 'LI', text: '李试二' }, '500199199002032468', '试点', '2023.3.1', '', '葛城街道', ''],
]
const SEEDS: [string, Buffer][] = [
  ['a.csv', csv],
  ['a.xlsx', makeWorkbook({ sheets: [{ name: '表', rows, merges: ['A2:A3'] }] })],
  ['a.xls', readFileSync(join(import.meta.dirname, '../../../test/lists/golden/libreoffice-roster.xls'))],
]

/** A mutated file: bytes of a whole one, or cells of a table that is written whole. */
function mutated(run: number, chance: Randomness): [name: string, bytes: Buffer | string] {
  if (run % 2) {
    const [name, bytes] = SEEDS[chance.int(SEEDS.length)]!
    return [name, mutate(bytes, chance)]
  }
  const table = mutateCells(rows, chance)
  return chance.chance(0.3)
    ? ['c.csv', carelessText(table.rows)]
    : ['c.xlsx', makeWorkbook({ sheets: [{ name: '表', ...table }] })]
}

/** Undefined where the file is read or refused as files are; else what broke. */
async function breaks(path: string, places = finder): Promise<unknown> {
  try {
    const file = await openFile(path, { ...FILE_LIMITS, unpackedBytes: 64 * 1024 * 1024 })
    for await (const _ of readRows(file, list, places, {}));
    return undefined
  } catch (error) {
    return error instanceof Refusal ? undefined : error
  }
}

/** What breaks in so many mutated files, each kind once with the run that shows it. */
async function broken(runs: number, places = finder): Promise<[what: string, run: number][]> {
  const chance = new Randomness(2021, 'lists-fuzz')
  const found = new Map<string, number>()
  for (let run = 0; run < runs; run++) {
    const [name, bytes] = mutated(run, chance)
    const path = join(folder, name)
    writeFileSync(path, bytes)
    const error = await breaks(path, places)
    if (error) found.set(`${name} ${(error as Error).stack?.split('\n').slice(0, 3).join(' | ')}`, run)
  }
  return [...found]
}

test(`mutated files are read or refused, and never break the reader: ${RUNS}`, { timeout: 3_600_000 }, async () => {
  expect(await broken(RUNS)).toEqual([])
})

test('planted: a reader that breaks on a place whose name has digits is found out', async () => {
  const planted = {
    ...finder,
    find: (...of: Parameters<typeof finder.find>) => {
      if (/\d{4}/.test(of[0])) throw new TypeError('planted')
      return finder.find(...of)
    },
  }
  expect((await broken(150, planted)).some(([what]) => what.includes('planted'))).toBe(true)
})
