import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { placeFinder } from '#domain/lists/places/place-finder.ts'
import { allPlaces } from '../../../test/lists/places.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { FILE_LIMITS } from './file-limits.ts'
import { openFile } from './open-file.ts'
import { readRows } from './read-rows.ts'

/** RICEBOWL_GOLDEN=write writes what is read beside each file; what changed is to be looked at before it is kept. */
const WRITE = process.env.RICEBOWL_GOLDEN === 'write'
const GOLDEN = join(import.meta.dirname, '../../../test/lists/golden')
const names = readdirSync(GOLDEN).filter((name) => !name.endsWith('.json'))
const list = getPlans()
  .get('chongqing-2021')!
  .lists.find(({ key }) => key === 'workshop-roster')!
const finder = placeFinder(allPlaces())

/** All that a file says: the file's form, where its headings stand, typed cells that hold something, faults, rows left out. */
async function readGolden(name: string) {
  const file = await openFile(join(GOLDEN, name), FILE_LIMITS)
  const form = [
    file.format,
    file.encoding,
    file.separator,
    ...file.sheets.map((s) => `${s.name}${s.hidden ? '*' : ''}`),
  ]
  const found = { form, head: {}, rows: [] as object[], faults: [] as string[], skipped: [] as string[] }
  for await (const { head, rows, skipped } of readRows(file, list, finder, {})) {
    found.head = { rows: head.headRows, headings: head.headings, columns: head.columns }
    for (const { row, values, faults } of rows) {
      const said = list.columns.map(({ key }, i) => [key, values[i]] as const).filter(([, value]) => value !== null)
      found.rows.push({ row, ...Object.fromEntries(said) })
      for (const fault of faults)
        found.faults.push(
          `${row} ${fault.code} ${fault.column} ${fault.refuses ? 'refuses' : 'told'} ${fault.value ?? ''}`.trim(),
        )
    }
    found.skipped.push(...skipped.map(({ row, why }) => `${row} ${why}`))
  }
  return JSON.parse(JSON.stringify(found))
}

test('there are files', () => expect(names.length).toBeGreaterThanOrEqual(12))
test.each(names)('%s', async (name) => {
  const found = await readGolden(name)
  const beside = join(GOLDEN, `${name}.json`)
  if (WRITE) writeFileSync(beside, JSON.stringify(found, null, 2))
  expect(found).toEqual(JSON.parse(readFileSync(beside, 'utf8')))
})
