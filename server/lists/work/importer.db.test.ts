import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import type { Acting } from '#server/db.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { type SmallCity, smallCity } from '../../../test/small-city.ts'
import { bringFile } from './bring.ts'
import { changeImport, findImport } from './import.sql.ts'
import type { ImportAnswer } from './import-child.ts'

let city: SmallCity
let folder: string
let acting: Acting
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ricebowl-importer-'))
  city = await smallCity()
  acting = await city.officer('county', 500_235_000_000, 500_236_000_000)
})
afterAll(async () => {
  await city?.drop()
  rmSync(folder, { recursive: true, force: true })
})
afterEach(() => vi.doUnmock('./attempt.ts'))

/** An attempt is stopped and the import asked for again while it lasts; then it ends, and so does the next. Answers how many were begun, and what is asked in the end. */
async function stoppedAndAskedAgain(): Promise<{ begun: number; asked: (string | null)[] }> {
  vi.resetModules()
  const { createImporter } = await import('./importer.ts')
  const bringer = { acting, officerName: '测试员', postTitle: 'county', requestId: null }
  const file = { name: 'a.csv', source: Readable.from(['a']), asOf: '2021-09-17' }
  const key = await bringFile({ door: city.door, dataDir: folder }, bringer, file, new Date())
  const ask = (at: string | null) =>
    city.door.asPost(acting, (tx) =>
      changeImport(tx, key, at === null ? { asked: null } : { asked: 'read', asked_at: at }),
    )
  const askedNow = async () => (await city.door.asPost(acting, (tx) => findImport(tx, key.id)))!.asked
  const asked: (string | null)[] = []
  let begun = 0
  await ask('2021-09-17T01:00:00Z')
  const importer = createImporter({
    ...{ door: city.door, database: city.database, dataDir: folder, on: '2021-09-17' },
    plan: getPlans().get('chongqing-2021')!,
    report: (_, error) => expect(error).toBeUndefined(),
    run: async (): Promise<ImportAnswer> => {
      if (++begun === 1) {
        await ask(null)
        await ask('2021-09-17T01:00:05Z')
      } else asked.push(await askedNow())
      return { problem: null }
    },
  })
  importer.start()
  await expect.poll(askedNow, { timeout: 20_000 }).toBeNull()
  importer.stop()
  return { begun, asked }
}

test('an import that was stopped and asked for again is taken up once more when the former attempt ends', async () => {
  expect(await stoppedAndAskedAgain()).toEqual({ begun: 2, asked: ['read'] })
})

test('negative control: an attempt that ends whatever is asked takes the new word away, and nobody takes it up', async () => {
  vi.doMock('./attempt.ts', () => ({ isStillAsked: () => true }))
  expect(await stoppedAndAskedAgain()).toEqual({ begun: 1, asked: [] })
})
