import { loadAreas } from '#db/areas/load-areas.ts'
import { loadDemo } from '#db/demo/load-demo.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** A database with the areas and the small demonstration city: what a newcomer's first start holds. */
export async function demoCity(): Promise<TestDatabase> {
  const database = await testDatabase()
  await loadAreas(database.adminUrl)
  await loadDemo({ adminUrl: database.adminUrl, keys: database.keys, scale: 'small' })
  return database
}
