import { loadAreas } from '#db/areas/load-areas.ts'
import { loadDemo } from '#db/demo/load-demo.ts'
import { type Acting, type Door, openDoor } from '#server/db.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
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

/** Counties in which somebody lives where a test asks for few of them. */
const FEW = [500101, 500153, 500235, 500236]

/**
 * The same city with the people and sites of four counties alone: whoever counts and freezes it again and again does so in a fraction of
 * the time. All areas stand, so every figure has as many.
 */
export const fewCountiesDatabase = (): Promise<TestDatabase> =>
  filledDatabase(
    'few',
    ({ adminUrl }) =>
      withConnection(adminUrl, async (admin) => {
        const { rows } = await admin.query<{ name: string }>(
          `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'county'
            WHERE c.relnamespace = 'public'::regnamespace AND c.relrowsecurity ORDER BY 1`,
        )
        // What points at a row goes with it: nothing is left that could point at nothing.
        await admin.query(`SET session_replication_role = replica`)
        for (const name of ['ledger_head', ...rows.map((row) => row.name)])
          await admin.query(`DELETE FROM ${name} WHERE county <> ALL ($1)`, [FEW])
        await admin.query('VACUUM (FULL, ANALYZE)')
      }),
    smallCityDatabase,
  )

export const smallCity = async (): Promise<SmallCity> => withOfficers(await smallCityDatabase())
export const fewCounties = async (): Promise<SmallCity> => withOfficers(await fewCountiesDatabase())

function withOfficers(database: TestDatabase): SmallCity {
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
