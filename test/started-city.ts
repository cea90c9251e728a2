import { firstDetermination } from '#server/needs/first-determination.ts'
import type { Database } from '#server/postgres.ts'
import { firstStart } from '../db/demo/first-start.ts'
import { filledDatabase, type TestDatabase } from './database.ts'
import { fewCountiesDatabase } from './small-city.ts'

const log = () => {}

/** A test's database as the server is given one from outside. */
export const asExternal = (database: TestDatabase): Database => ({
  ...database,
  kind: 'external',
  adopted: false,
  stop: async () => {},
})

/** Four counties as a first start leaves them: with the demonstration's accounts, every file determined. */
export const startedDatabase = (): Promise<TestDatabase> =>
  filledDatabase(
    'started',
    async (few) => {
      await firstStart(asExternal(few), log)
      await firstDetermination(few, log)
    },
    fewCountiesDatabase,
  )
