import { afterAll, beforeAll, expect, test } from 'vitest'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { type TestDatabase, testDatabase } from './database.ts'
import { breaches, EXCEPTIONS } from './ledger-rules.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

test('every table of the ledger keeps its rules', async () => {
  const found = await withConnection(database.adminUrl, breaches)
  expect(found.filter((breach) => !(breach in EXCEPTIONS))).toEqual([])
  // An exception that is no longer needed goes.
  expect(Object.keys(EXCEPTIONS).filter((breach) => !found.includes(breach))).toEqual([])
})

const COMMENTED = `COMMENT ON TABLE planted IS 'x'; COMMENT ON COLUMN planted.county IS 'x'; COMMENT ON COLUMN planted.area IS 'x';
  COMMENT ON COLUMN planted.id IS 'x';`
const SECURED = `ALTER TABLE planted ENABLE ROW LEVEL SECURITY; ALTER TABLE planted FORCE ROW LEVEL SECURITY;`
const SCOPED = `CREATE POLICY scope ON planted USING (area >= NULLIF(current_setting('ricebowl.lo', true), '')::bigint);`
const TABLE =
  'CREATE TABLE planted (county int NOT NULL, area bigint NOT NULL, id bigint NOT NULL, PRIMARY KEY (county, id));'
const SOUND = TABLE + COMMENTED + SECURED + SCOPED

/** Each plants one breach in a table that is sound without it. */
test.each([
  ['nothing', SOUND, []],
  ['no security', TABLE + COMMENTED + SCOPED, ['planted: row-level security is not on and forced']],
  [
    'not forced',
    `${SOUND}ALTER TABLE planted NO FORCE ROW LEVEL SECURITY`,
    ['planted: row-level security is not on and forced'],
  ],
  ['no policy', TABLE + COMMENTED + SECURED, ['planted: no policy']],
  [
    'an open setting',
    `${SOUND}CREATE POLICY open ON planted USING (area >= current_setting('ricebowl.lo', true)::bigint)`,
    ['planted: a policy reads a setting without NULLIF, or asks a table (open)'],
  ],
  [
    'a subquery',
    `${SOUND}CREATE POLICY asks ON planted USING (area IN (SELECT code FROM area))`,
    ['planted: a policy reads a setting without NULLIF, or asks a table (asks)'],
  ],
  [
    'all rows',
    `${SOUND}CREATE POLICY all_rows ON planted USING (true)`,
    ['planted: a policy lets everybody through (all_rows)'],
  ],
  [
    'a nullable area',
    `${SOUND}ALTER TABLE planted ALTER area DROP NOT NULL`,
    ['planted: county or area may be null (area)'],
  ],
  [
    'a key without county',
    `${SOUND}CREATE UNIQUE INDEX lone ON planted (id)`,
    ['planted: county is missing from a unique key (lone)'],
  ],
  [
    'an exclusion without county',
    `${SOUND}ALTER TABLE planted ADD CONSTRAINT apart EXCLUDE USING gist (id WITH =)`,
    ['planted: county is missing from a unique key (apart)'],
  ],
  [
    'an exclusion that people could be read by',
    `${SOUND}ALTER TABLE planted ADD person_id bigint; COMMENT ON COLUMN planted.person_id IS 'x';
     ALTER TABLE planted ADD CONSTRAINT apart EXCLUDE USING gist (county WITH =, person_id WITH =)`,
    ['planted: people could be read by what keeps spells apart (apart)'],
  ],
  [
    'county that does not meet county',
    `${SOUND}ALTER TABLE planted ADD other int; COMMENT ON COLUMN planted.other IS 'x';
     ALTER TABLE planted ADD CONSTRAINT crossed FOREIGN KEY (other, id) REFERENCES person (county, id)`,
    ['planted: county does not meet county in a foreign key (crossed)'],
  ],
  ['no comment', SOUND.replace("COMMENT ON TABLE planted IS 'x';", ''), ['planted: no comment']],
  [
    'no comment on a column',
    SOUND.replace("COMMENT ON COLUMN planted.id IS 'x';", ''),
    ['planted: no comment on a column (id)'],
  ],
  [
    'a wrong owner',
    `${SOUND}ALTER TABLE planted OWNER TO ricebowl_officer`,
    ['planted: owned by a login of the application (ricebowl_officer)'],
  ],
])('planted: %s', async (_, statements, expected) => {
  await withConnection(database.adminUrl, async (client) => {
    await client.query('BEGIN')
    await client.query(statements)
    const planted = (await breaches(client)).filter((breach) => breach.startsWith('planted'))
    expect(planted).toEqual(expected)
    await client.query('ROLLBACK')
  })
})
