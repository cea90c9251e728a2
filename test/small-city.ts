import { loadAreas } from '#db/areas/load-areas.ts'
import { loadDemo } from '#db/demo/load-demo.ts'
import { type Acting, type Door, openDoor } from '#server/db.ts'
import { withConnection } from '#server/postgres/connection.ts'
import { filledDatabase, type TestDatabase } from './database.ts'

/** The generated city at its smallest, with a door to it and an officer for every post that is asked for. */
export type SmallCity = {
  database: TestDatabase
  door: Door
  /** An officer with a post over an area. */
  officer(role: 'village' | 'town' | 'county' | 'city', lo: number, hi: number): Promise<Acting & { title: string }>
  /** As the owner, past row-level security. */
  query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]>
  drop(): Promise<void>
}

export const smallCityDatabase = (): Promise<TestDatabase> =>
  filledDatabase('city', async ({ adminUrl, keys }) => {
    await loadAreas(adminUrl)
    await loadDemo({ adminUrl, keys, scale: 'small' })
  })

export async function smallCity(): Promise<SmallCity> {
  const database = await smallCityDatabase()
  const door = openDoor(database)
  const query = <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
    withConnection(database.adminUrl, async (admin) => (await admin.query(text, values)).rows as Row[])
  return {
    database,
    door,
    query,
    officer: async (role, lo, hi) => {
      const title = `${role} ${lo}`
      const [held] = await query<{ officer: number; post: number }>(
        `WITH who AS (INSERT INTO officer (sign_in, name, password_hash, created_at)
            VALUES ($1, '测试员', 'x', '2020-01-01') RETURNING id)
         INSERT INTO post (officer_id, role, title, lo, hi, started_on)
         SELECT id, $2, $1, $3, $4, '2020-01-01' FROM who RETURNING officer_id AS officer, id AS post`,
        [title, role, lo, hi],
      )
      return { officer: held!.officer, post: held!.post, scope: { lo, hi }, title }
    },
    drop: async () => {
      await door.close()
      await database.drop()
    },
  }
}
