import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { LOGIN_ROLES } from '#server/postgres/login-roles.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { AccessMatrix, AREAS, begin } from './access-matrix.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import './seeded.ts'

let database: TestDatabase
const matrix = new AccessMatrix()
beforeAll(async () => {
  database = await testDatabase()
  await withConnection(database.adminUrl, (admin) => matrix.seed(admin))
})
afterAll(() => database.drop())

const admin = (statements: string) => withConnection(database.adminUrl, (client) => client.query(statements))

describe('every table × post × operation × place', () => {
  it('is done or refused as the digits of the codes say', async () => {
    expect(matrix.tables.length).toBeGreaterThan(25)
    const { compared, wrong } = await matrix.differences(database)
    expect(wrong).toEqual([])
    expect(compared).toBeGreaterThan(15_000)
    // Grows with every table; a loaded machine takes its time.
  }, 240_000)

  it('holds for posts and places anywhere', async () => {
    const code = fc.tuple(
      fc.integer({ min: 500101, max: 500106 }),
      fc.integer({ min: 0, max: 2 }),
      fc.integer({ min: 0, max: 2 }),
    )
    const place = code.map(([county, town, village]) => ({
      county,
      area: county * 1_000_000 + town * 1000 + (town === 0 ? 0 : village),
    }))
    await withConnection(database.roleUrl('ricebowl_job'), (client) =>
      fc.assert(
        fc.asyncProperty(
          fc.array(place, { maxLength: 12 }),
          place,
          fc.constantFrom(1, 1000, 1_000_000),
          async (rows, post, span) => {
            const lo = Math.floor(post.area / span) * span
            await begin(client, ['0', '999999999999'])
            for (const [at, { county, area }] of rows.entries())
              await client.query(
                `INSERT INTO figure_area (run, division, county, area, tallies)
               SELECT id, '1990-01-01'::date + $3::int, $1, $2, '{}' FROM figure_run LIMIT 1`,
                [county, area, at],
              )
            await client.query(`SET LOCAL ricebowl.lo = '${lo}'; SET LOCAL ricebowl.hi = '${lo + span}'`)
            const { rows: found } = await client.query<{ at: number }>(
              "SELECT division - '1990-01-01'::date AS at FROM figure_area WHERE division < '2000-01-01' ORDER BY 1",
            )
            await client.query('ROLLBACK')
            const digits = { 1: 12, 1000: 9, 1000000: 6 }[span]!
            const prefix = String(lo).slice(0, digits)
            expect(found.map(({ at }) => at)).toEqual(
              rows.flatMap(({ area }, at) => (String(area).startsWith(prefix) ? [at] : [])),
            )
          },
        ),
        { numRuns: 60 },
      ),
    )
  })
})

describe('the matrix itself goes red', () => {
  const control = async (breach: string, mend: string, table: string) => {
    await admin(breach)
    const { wrong } = await matrix.differences(database, table)
    await admin(mend)
    return wrong
  }
  const SCOPE =
    "area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint AND area < NULLIF(current_setting('ricebowl.hi', true), '')::bigint"
  const POLICY = `CREATE POLICY scope ON employment TO ricebowl_officer, ricebowl_job USING (${SCOPE}) WITH CHECK (${SCOPE})`

  it('where security is switched off: rows leak', async () => {
    const wrong = await control(
      'ALTER TABLE employment DISABLE ROW LEVEL SECURITY',
      'ALTER TABLE employment ENABLE ROW LEVEL SECURITY',
      'employment',
    )
    expect(wrong).toContain(`ricebowl_officer village list employment ${AREAS.otherCounty}: done`)
    expect(wrong).toContain(`ricebowl_officer noSettings delete employment ${AREAS.own}: done`)
  })
  it('where a policy is dropped: rows vanish', async () => {
    const wrong = await control('DROP POLICY scope ON employment', POLICY, 'employment')
    expect(wrong).toContain(`ricebowl_job county list employment ${AREAS.own}: refused`)
  })
  it('where a policy is a step too wide, or checks reading and not writing', async () => {
    const wide = POLICY.replaceAll('AND area <', 'AND area - 1 <')
    expect(
      await control(
        `DROP POLICY scope ON employment; ${wide}`,
        `DROP POLICY scope ON employment; ${POLICY}`,
        'employment',
      ),
    ).toContain(`ricebowl_officer village list employment ${AREAS.sibling}: done`)
    const open = POLICY.replace(/WITH CHECK .*/, 'WITH CHECK (true)')
    expect(
      await control(
        `DROP POLICY scope ON employment; ${open}`,
        `DROP POLICY scope ON employment; ${POLICY}`,
        'employment',
      ),
    ).toContain(`ricebowl_officer village insert employment ${AREAS.otherCounty}: done`)
  })
  it('where an offer that all may read may be changed by all, or is read without a post', async () => {
    const offered = (change: string, read: string) =>
      `ALTER POLICY scope_change ON vacancy USING (${change}) WITH CHECK (${change}); ALTER POLICY offered ON vacancy USING (${read})`
    const READ =
      "NULLIF(current_setting('ricebowl.lo', true), '')::bigint > 0 AND NULLIF(current_setting('ricebowl.hi', true), '')::bigint > 0"
    const mend = offered(SCOPE, READ)
    expect(await control(offered('true', READ), mend, 'vacancy')).toContain(
      `ricebowl_officer village update vacancy ${AREAS.otherCounty}: done`,
    )
    expect(await control(offered(SCOPE, 'true'), mend, 'vacancy')).toContain(
      `ricebowl_officer noSettings list vacancy ${AREAS.own}: done`,
    )
    expect((await matrix.differences(database, 'vacancy')).wrong).toEqual([])
  })
  it('and is green again when it is mended', async () => {
    expect((await matrix.differences(database, 'employment')).wrong).toEqual([])
  })
})

describe('around the tables', () => {
  const rows = async <Row>(text: string) =>
    withConnection(database.adminUrl, async (client) => (await client.query(text)).rows as Row[])

  it('no view reads past its caller, and there is no materialised one', async () => {
    const views = await rows<{ relname: string }>(`
      SELECT c.relname FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND (c.relkind = 'm'
        OR c.relkind = 'v' AND NOT coalesce('security_invoker=true' = ANY (c.reloptions), false))`)
    expect(views).toEqual([])
  })
  it('no login may truncate, refer to or put a trigger on a table, or own one', async () => {
    const held = await rows(`
      SELECT c.relname, r.rolname, p FROM pg_class c CROSS JOIN unnest('{TRUNCATE,REFERENCES,TRIGGER,MAINTAIN}'::text[]) p
        CROSS JOIN pg_roles r WHERE r.rolname LIKE 'ricebowl\\_%' AND NOT r.rolsuper AND c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
          AND (p <> 'MAINTAIN' OR current_setting('server_version_num')::int >= 170000)
          AND has_table_privilege(r.oid, c.oid, CASE WHEN p = 'MAINTAIN' AND current_setting('server_version_num')::int < 170000 THEN 'SELECT' ELSE p END)`)
    expect(held).toEqual([])
  })
  it('no login bypasses security, makes roles or inherits', async () => {
    expect(
      await rows(
        `SELECT rolname FROM pg_roles WHERE rolname LIKE 'ricebowl\\_%' AND rolname <> 'ricebowl_admin' AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolinherit OR rolreplication)`,
      ),
    ).toEqual([])
  })
  it('no login may leave a transaction open for ever, or wait for ever', async () => {
    const unlimited = await rows(`
      SELECT r.rolname, wanted FROM pg_roles r CROSS JOIN unnest('{idle_in_transaction_session_timeout,lock_timeout}'::text[]) wanted
      WHERE r.rolname = ANY ('{ricebowl_officer,ricebowl_job,ricebowl_access}')
        AND NOT EXISTS (SELECT FROM unnest(r.rolconfig) c WHERE starts_with(c, wanted || '=') AND c NOT LIKE '%=0')`)
    expect(unlimited).toEqual([])
  })
  it('ciphers are read by no login', async () => {
    const readable = await rows(`
      SELECT r.rolname, c.relname, a.attname FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid CROSS JOIN pg_roles r
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attname LIKE '%\\_cipher' AND r.rolname = ANY ('{${LOGIN_ROLES.join()}}')
        AND has_column_privilege(r.oid, c.oid, a.attnum, 'SELECT') AND NOT (r.rolname = 'ricebowl_access' AND c.relname = 'officer')`)
    expect(readable).toEqual([])
  })
  it('organisations’ login reaches nothing but vacancies and what is submitted; citizens’, access and audit nothing of the ledger', async () => {
    const reached = async (role: string) =>
      (
        await rows<{ relname: string }>(
          `SELECT c.relname FROM pg_class c WHERE c.relname = ANY ('{${matrix.tables.map(({ name }) => name).join()}}') AND (has_table_privilege('${role}', c.oid, 'SELECT,INSERT,UPDATE,DELETE') OR has_any_column_privilege('${role}', c.oid, 'SELECT,INSERT,UPDATE'))`,
        )
      ).map(({ relname }) => relname)
    for (const role of ['ricebowl_citizen', 'ricebowl_access', 'ricebowl_audit'])
      expect(await reached(role)).toEqual([])
    const own = ['vacancy', 'vacancy_history', 'vacancy_submission', 'vacancy_submission_decision']
    expect((await reached('ricebowl_organisation')).toSorted()).toEqual(own)
  })
})
