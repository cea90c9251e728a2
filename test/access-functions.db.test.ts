import fc from 'fast-check'
import type { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import { withConnection } from '#server/postgres/connection.ts'
import { POSTS } from './access-matrix.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** Every function that reads past row-level security, and the test that holds it to the scope. One that is not named here fails below. */
const COVERED = [
  'file_readers',
  'find_by_identity',
  'keep_person',
  'known_identities',
  'recall_person',
  'register_identities',
  'register_identity',
  'release_identities',
  'release_identity',
  'restore_households',
  'restore_people',
  'reveal_field',
  'sealed_of',
  'search_people',
  'supersede_households',
  'supersede_people',
]
/** Those that people alone use; all others serve jobs too. */
const OFFICERS_ONLY = ['file_readers', 'reveal_field', 'search_people']

const SURNAMES = [...'王李张欧']
const GIVEN = [...'伟芳建国']
const SYLLABLES: Record<string, string> = {
  王: 'wang',
  李: 'li',
  张: 'zhang',
  欧: 'ou',
  伟: 'wei',
  芳: 'fang',
  建: 'jian',
  国: 'guo',
}
const VILLAGES = [500235001001, 500235001002, 500235002001, 500101001001]
type Person = { county: number; area: number; id: number; name: string; syllables: string[]; identity: string }

const people: Person[] = VILLAGES.flatMap((area, at) =>
  Array.from({ length: 60 }, (_, n) => {
    const third = n % 3 === 0 ? '' : GIVEN[(n >> 3) % 4]!
    const name = SURNAMES[n % 4]! + GIVEN[(n >> 1) % 4]! + third
    const syllables = [...name].map((char) => SYLLABLES[char]!)
    return {
      county: Math.floor(area / 1_000_000),
      area,
      id: 1000 * (at + 1) + n,
      name,
      syllables,
      identity: `demo-${at}-${n}`,
    }
  }),
)
const gramsOf = (name: string) => [
  ...new Set([...name, ...[...name].slice(1).map((char, at) => [...name][at]! + char)]),
]

let database: TestDatabase
let crypto: ReturnType<typeof fieldCrypto>
let officer: number
let post: number
beforeAll(async () => {
  database = await testDatabase()
  crypto = fieldCrypto(database.keys)
  await withConnection(database.adminUrl, async (client) => {
    for (const person of people) await insertPerson(client, person)
    const inserted = await client.query(
      "INSERT INTO officer (sign_in, name, password_hash, created_at) VALUES ('town', '谭镇平', 'x', now()) RETURNING id",
    )
    officer = inserted.rows[0].id
    const held = await client.query(
      "INSERT INTO post (officer_id, role, title, lo, hi, started_on) VALUES ($1, 'town', '双江', 500235001000, 500235002000, '2026-01-01') RETURNING id",
      [officer],
    )
    post = held.rows[0].id
  })
})
afterAll(() => database.drop())

async function insertPerson(client: Client, { county, area, id, name, syllables, identity }: Person): Promise<void> {
  await client.query(
    `INSERT INTO household (county, area, id, address_cipher, valid_from, known_from, source) VALUES ($1, $2, $3, $4, '2021-01-01', '2021-01-01', 'test')`,
    [county, area, -id, crypto.seal('household.address', county, -id, `${name}家`)],
  )
  await client.query(
    `INSERT INTO person (county, area, id, household_id, name, pinyin, initials, grams, id_kind, id_cipher, id_index, phone_cipher, opened_on, known_from, source)
     VALUES ($1, $2, $3, -$3::bigint, $4, $5, $6, $7, 'resident', $8, $9, $10, '2021-01-01', '2021-01-01', 'test')`,
    [
      county,
      area,
      id,
      name,
      syllables.join(' '),
      syllables.map((one) => one[0]).join(''),
      gramsOf(name),
      crypto.seal('person.id', county, id, identity),
      crypto.index('person.id', identity),
      crypto.seal('person.phone', county, id, '13800000000'),
    ],
  )
}

type Role = Parameters<TestDatabase['roleUrl']>[0]
/** Runs under a post; what was written is kept. */
async function under<T>(
  name: string,
  work: (client: Client) => Promise<T>,
  role: Role = 'ricebowl_officer',
): Promise<T> {
  return withConnection(database.roleUrl(role), async (client) => {
    const [lo, hi] = POSTS[name]!.settings
    const set = Object.entries({ lo, hi, officer, post }).map(([key, value]) =>
      value === undefined ? '' : `; SET LOCAL ricebowl.${key} = '${value}'`,
    )
    await client.query(`BEGIN${set.join('')}`)
    try {
      const answer = await work(client)
      await client.query('COMMIT')
      return answer
    } catch (error) {
      await client.query('ROLLBACK')
      throw error
    }
  })
}
const posts = Object.keys(POSTS)
const seenBy = (name: string) => people.filter(({ area }) => POSTS[name]!.sees.test(String(area)))
const idsOf = async (client: Client, text: string, values: unknown[]) =>
  (await client.query<{ id: number }>(text, values)).rows.map(({ id }) => id)
const sorted = (ids: number[]) => ids.toSorted((a, b) => a - b)
const admin = async <Row>(text: string, values: unknown[] = []) =>
  withConnection(database.adminUrl, async (client) => (await client.query(text, values)).rows as Row[])

describe('functions that read past the policy', () => {
  it('are all held to the scope below, owned by the one role for it, closed to everybody else, with a fixed path', async () => {
    const found = await admin<{ name: string; owner: string; path: boolean; open: boolean }>(`
      SELECT p.proname AS name, pg_get_userbyid(p.proowner) AS owner, has_function_privilege('public', p.oid, 'EXECUTE') AS open,
             EXISTS (SELECT FROM unnest(p.proconfig) c WHERE c LIKE 'search_path=%pg_temp') AS path
      FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef ORDER BY 1`)
    expect(found).toEqual(COVERED.map((name) => ({ name, owner: 'ricebowl_search', open: false, path: true })))
  })
  it('are open to those alone who need them', async () => {
    const open = await admin<{ line: string }>(`
      SELECT p.proname || ' ' || r.rolname AS line FROM pg_proc p CROSS JOIN pg_roles r
      WHERE p.pronamespace = 'public'::regnamespace AND p.prosecdef AND r.rolname LIKE 'ricebowl\\_%' AND r.rolname NOT IN ('ricebowl_search', 'ricebowl_admin')
        AND has_function_privilege(r.oid, p.oid, 'EXECUTE') AND NOT r.rolsuper ORDER BY 1`)
    expect(open.map(({ line }) => line)).toEqual(
      COVERED.flatMap((name) => [
        ...(OFFICERS_ONLY.includes(name) ? [] : [`${name} ricebowl_job`]),
        `${name} ricebowl_officer`,
      ]),
    )
  })
})

describe('search_people', () => {
  const SEARCH = 'SELECT id FROM search_people($1, $2, $3, $4, 200)'
  const cases: {
    what: string
    values: (text: string) => unknown[]
    fits: (person: Person, text: string) => boolean
  }[] = [
    { what: 'characters', values: (text) => [[text], null, null, null], fits: ({ name }, text) => name.includes(text) },
    {
      what: 'initials',
      values: (text) => [null, text, null, null],
      fits: ({ syllables }, text) =>
        syllables
          .map((one) => one[0])
          .join('')
          .startsWith(text),
    },
    {
      what: 'pinyin',
      values: (text) => [null, null, text, null],
      fits: ({ syllables }, text) => syllables.join('').startsWith(text),
    },
  ]
  const names = fc.constantFrom('王', '伟', '王伟', '芳建', '欧芳', '国国')
  const latin = fc.constantFrom('w', 'wf', 'lf', 'zj', 'wang', 'wangf', 'ou', 'zhangjian', 'x', '%', '_', '\\')

  it.each(cases)('by $what: those within the scope, all of them, and nobody else', async ({ what, values, fits }) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...posts), what === 'characters' ? names : latin, async (name, text) => {
        const found = await under(name, (client) => idsOf(client, SEARCH, values(text)))
        expect(new Set(found).size).toBe(found.length)
        expect(sorted(found)).toEqual(
          sorted(
            seenBy(name)
              .filter((person) => fits(person, text))
              .map(({ id }) => id),
          ),
        )
      }),
      { numRuns: 60 },
    )
  })
  it('by identity number: the one file, where it is seen', async () => {
    for (const name of posts)
      for (const person of [people[0]!, people[70]!, people[239]!])
        expect(
          await under(name, (client) =>
            idsOf(client, SEARCH, [null, null, null, crypto.index('person.id', person.identity)]),
          ),
        ).toEqual(seenBy(name).includes(person) ? [person.id] : [])
  })
  it('puts the whole name before names that hold it, names nobody twice, and keeps to the limit', async () => {
    const found = await under('county', (client) =>
      client.query('SELECT name FROM search_people($1, $2, $3, NULL, 20) s JOIN person p USING (county, id)', [
        ['王伟'],
        'ww',
        'wangwei',
      ]),
    )
    expect(found.rows).toHaveLength(20)
    expect(found.rows[0].name).toBe('王伟')
    const both = await under('county', (client) =>
      idsOf(client, 'SELECT id FROM search_people(NULL, $1, $2, NULL, 200)', ['w', 'wang']),
    )
    expect(new Set(both).size).toBe(both.length)
    expect(
      await under('county', (client) =>
        idsOf(client, 'SELECT id FROM search_people($1, NULL, NULL, NULL, $2)', [['王'], -1]),
      ),
    ).toEqual([])
  })
})

describe('the identity registry', () => {
  const register = (name: string, person: Person, as = person.identity) =>
    under(
      name,
      async (client) =>
        (
          await client.query('SELECT register_identity($1, $2, $3, $4) AS answer', [
            crypto.index('person.id', as),
            person.county,
            person.id,
            'r',
          ])
        ).rows[0].answer as string,
    )
  const find = (name: string, person: Person) =>
    under(name, (client) =>
      idsOf(client, 'SELECT id FROM find_by_identity($1)', [crypto.index('person.id', person.identity)]),
    )

  it('gives a number to one file, whoever asks at the same time', async () => {
    const twin = { ...people[1]!, id: 9001, identity: people[2]!.identity, name: '王芳' }
    await withConnection(database.adminUrl, (client) => insertPerson(client, twin))
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, at) => register('village', at % 2 ? twin : people[2]!)),
    )
    expect(new Set(answers.filter((_, at) => at % 2 === 0)).size).toBe(1)
    expect(new Set(answers).size).toBe(2)
    expect(answers.filter((answer) => answer === 'registered')).toHaveLength(6)
    expect(answers.filter((answer) => answer === 'taken')).toHaveLength(6)
  })
  it('says of a file elsewhere that it is elsewhere, and no more', async () => {
    const there = people[200]!
    expect(await register('otherCounty', there)).toBe('registered')
    const here = { ...people[3]!, id: 9002, identity: there.identity }
    await withConnection(database.adminUrl, (client) => insertPerson(client, here))
    expect(await register('county', here)).toBe('elsewhere')
    expect(await find('county', there)).toEqual([])
    expect(await find('otherCounty', there)).toEqual([there.id])
    expect(await find('city', there)).toEqual([there.id])
  })
  it('takes no number for a file outside the scope, nor one the file does not carry', async () => {
    await expect(register('county', people[201]!)).rejects.toMatchObject({ code: '42501' })
    await expect(register('noSettings', people[10]!)).rejects.toMatchObject({ code: '42501' })
    await expect(register('city', people[201]!, 'demo-0-0')).rejects.toMatchObject({ code: '42501' })
  })
  it('logs each request, and gives back what a post of the scope releases', async () => {
    const lines = await admin<{ detail: string; officer_id: number }>(
      "SELECT detail, officer_id FROM audit_line WHERE action = 'people.register_identity' ORDER BY id",
    )
    expect(lines.filter(({ detail }) => detail === 'elsewhere')).toHaveLength(1)
    expect(lines.every((line) => line.officer_id === officer)).toBe(true)
    const release = (name: string) =>
      under(
        name,
        async (client) =>
          (
            await client.query('SELECT release_identity($1, $2, $3) AS done', [
              crypto.index('person.id', people[200]!.identity),
              people[200]!.county,
              people[200]!.id,
            ])
          ).rows[0].done,
      )
    expect(await release('county')).toBe(false)
    expect(await release('otherCounty')).toBe(true)
    expect(await find('city', people[200]!)).toEqual([])
  })
  it('is read by no login directly', async () => {
    for (const role of ['ricebowl_officer', 'ricebowl_job'] as const)
      await expect(
        under('city', (client) => client.query('SELECT 1 FROM person_identity'), role),
      ).rejects.toMatchObject({ code: '42501' })
  })
})

describe('reveal_field', () => {
  type Shown = { row_id: number; cipher: Buffer | null }
  const reveal = (name: string, person: Person, field: string, reason = '电话核实就业状态') =>
    under(
      name,
      async (client) =>
        (
          await client.query('SELECT * FROM reveal_field($1, $2, $3, $4, $5)', [
            person.county,
            person.id,
            field,
            reason,
            'req-1',
          ])
        ).rows as Shown[],
    )
  const count = async () =>
    (await admin<{ n: number }>("SELECT count(*)::int AS n FROM audit_line WHERE action = 'people.reveal'"))[0]!.n

  it('shows within the scope, one line each; refuses outside, one line each', async () => {
    for (const name of posts)
      for (const person of [people[0]!, people[61]!, people[121]!, people[181]!]) {
        const before = await count()
        const [shown] = await reveal(name, person, 'identity')
        expect(await count()).toBe(before + 1)
        const [line] = await admin(
          "SELECT outcome, object_id, object_area, fields, reason, officer_id, post_id, request_id FROM audit_line WHERE action = 'people.reveal' ORDER BY id DESC LIMIT 1",
        )
        const seen = seenBy(name).includes(person)
        expect(shown ? crypto.open('person.id', person.county, shown.row_id, shown.cipher!) : null).toBe(
          seen ? person.identity : null,
        )
        expect(line).toEqual({
          outcome: seen ? 'done' : 'refused',
          object_id: person.id,
          object_area: seen ? person.area : null,
          fields: ['identity'],
          reason: '电话核实就业状态',
          officer_id: officer,
          post_id: post,
          request_id: 'req-1',
        })
      }
  })
  it('binds an address to its household, and answers null where nothing is recorded', async () => {
    const person = people[0]!
    const [address] = await reveal('village', person, 'address')
    expect(crypto.open('household.address', person.county, address!.row_id, address!.cipher!)).toBe(`${person.name}家`)
    expect(await reveal('village', person, 'bank')).toEqual([{ row_id: person.id, cipher: null }])
  })
  it('shows nothing without a reason, an officer, or to a job', async () => {
    for (const reason of ['', '   ', '查看'])
      await expect(reveal('village', people[0]!, 'phone', reason)).rejects.toMatchObject({ code: '42501' })
    await expect(reveal('village', people[0]!, 'name')).rejects.toMatchObject({ code: '42501' })
    await expect(
      under(
        'village',
        (client) => client.query("SELECT * FROM reveal_field(500235, 1000, 'phone', '核实', NULL)"),
        'ricebowl_job',
      ),
    ).rejects.toMatchObject({ code: '42501' })
    await expect(
      under('village', async (client) => {
        await client.query("SET LOCAL ricebowl.officer = ''")
        return client.query("SELECT * FROM reveal_field(500235, 1000, 'phone', '电话核实', NULL)")
      }),
    ).rejects.toMatchObject({ code: '42501' })
  })
  it('a cipher put on another row does not open', async () => {
    await admin('UPDATE person SET id_cipher = (SELECT id_cipher FROM person WHERE id = $1) WHERE id = $2', [
      people[5]!.id,
      people[6]!.id,
    ])
    const [moved] = await reveal('village', people[6]!, 'identity')
    expect(() => crypto.open('person.id', people[6]!.county, moved!.row_id, moved!.cipher!)).toThrow(/another row/)
  })
})

describe('file_readers', () => {
  it('names who opened a file to those who may read it', async () => {
    const person = people[0]!
    for (const name of posts) {
      const readers = await under(
        name,
        async (client) =>
          (
            await client.query('SELECT officer, post, action, reason FROM file_readers($1, $2, 1)', [
              person.county,
              person.id,
            ])
          ).rows,
      )
      expect(readers).toEqual(
        seenBy(name).includes(person)
          ? [{ officer: '谭镇平', post: '双江', action: 'people.reveal', reason: '电话核实就业状态' }]
          : [],
      )
    }
  })
})

describe('functions that move whole rows, ciphers and all', () => {
  const BEFORE = '2020-06-01T00:00:00Z'
  const SAID = '2021-01-01'
  const ENDED = '2021-01-01T00:00:00Z'
  const AT = '2021-03-01T00:00:00Z'
  const some = [10, 70, 130, 190].map((at) => people[at]!)
  beforeAll(async () => {
    for (const { county, id, identity } of some) {
      for (const [table, key] of [
        ['person', id],
        ['household', -id],
      ])
        await admin(
          `INSERT INTO ${table}_history SELECT (jsonb_populate_record(t, jsonb_build_object('known_from', '${BEFORE}'))).*, $3, 'correction'
             FROM ${table} t WHERE county = $1 AND id = $2`,
          [county, key, ENDED],
        )
      await admin('INSERT INTO person_identity (id_index, county, person_id) VALUES ($1, $2, $3)', [
        crypto.index('person.id', identity),
        county,
        id,
      ])
    }
  })

  /** Asks, and leaves nothing behind. */
  async function asked<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    let found: Row[] = []
    const undo = new Error('undone')
    await under(name, async (client) => {
      found = (await client.query(text, values)).rows as Row[]
      throw undo
    }).catch((error) => {
      if (error !== undo) throw error
    })
    return found
  }
  const counties = some.map(({ county }) => county)
  const ids = some.map(({ id }) => id)
  const homes = ids.map((id) => -id)
  const numbers = () => some.map(({ identity }) => crypto.index('person.id', identity))
  const ended = some.map(() => ENDED)

  it.each([
    { call: 'supersede_people($1, $2, $3, $4)', values: [counties, ids, AT, 'correction'] },
    { call: 'restore_people($1, $2, $3, $4)', values: [counties, ids, ended, AT] },
    { call: 'supersede_households($1, $2, $3, $4)', values: [counties, homes, AT, 'correction'] },
    { call: 'restore_households($1, $2, $3, $4)', values: [counties, homes, ended, AT] },
    { call: 'release_identities($1, $2)', values: [counties, ids] },
  ])('$call: as many as lie within the scope, whatever was asked for', async ({ call, values }) => {
    for (const name of posts) {
      const [row] = await asked<{ n: number }>(name, `SELECT ${call} AS n`, values)
      expect([name, row!.n]).toEqual([name, some.filter((person) => seenBy(name).includes(person)).length])
    }
  })
  it('keep_person, recall_person: a file within the scope, and no other', async () => {
    for (const name of posts)
      for (const person of some) {
        const { county, id } = person
        const kept = `keep_person($1, $2, '${SAID}', '${AT}', 'correction')`
        for (const call of [kept, `recall_person($1, $2, '${BEFORE}', '${AT}')`]) {
          const [row] = await asked<{ done: boolean }>(name, `SELECT ${call} AS done`, [county, id])
          expect([name, call, row!.done]).toEqual([name, call, seenBy(name).includes(person)])
        }
      }
  })
  it('known_identities, sealed_of: what a file holds is told where it is seen; that a number is taken, to whoever has a scope', async () => {
    for (const name of posts) {
      const seen = some.filter((person) => seenBy(name).includes(person)).map(({ id }) => id)
      const known = await asked<{ id: number | null }>(name, 'SELECT * FROM known_identities($1)', [numbers()])
      expect(sorted(known.flatMap(({ id }) => id ?? []))).toEqual(sorted(seen))
      if (known.length > 0) expect([name, known.length]).toEqual([name, some.length])
      const sealed = await asked<{ id: number }>(name, `SELECT * FROM sealed_of($1, 'r')`, [ids])
      expect(sorted(sealed.map(({ id }) => id))).toEqual(sorted(seen))
    }
    expect(await asked('noSettings', 'SELECT * FROM known_identities($1)', [numbers()])).toEqual([])
  })
  it('register_identities: all of them within the scope, or nothing', async () => {
    for (const name of posts) {
      const work = asked(name, `SELECT * FROM register_identities($1, $2, $3, 'r')`, [numbers(), counties, ids])
      const whole = some.every((person) => seenBy(name).includes(person))
      await (whole ? expect(work).resolves.toEqual([]) : expect(work).rejects.toMatchObject({ code: '42501' }))
    }
  })
  it('leave a line where ciphers are read', async () => {
    const lines = () =>
      admin<{ rows: number }>(`SELECT rows FROM audit_line WHERE action = 'people.compare' ORDER BY id DESC`)
    const before = (await lines()).length
    await under('village', (client) => client.query(`SELECT * FROM sealed_of($1, 'r')`, [ids]))
    expect((await lines()).length).toBe(before + 1)
  })
})
