import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { POSTS } from './access-matrix.ts'
import {
  admin,
  crypto,
  database,
  dropPeople,
  idsOf,
  insertPerson,
  officer,
  openPeople,
  type Person,
  people,
  post,
  posts,
  seenBy,
  sorted,
  under,
} from './scoped-people.ts'
import './seeded.ts'

/** Every function that reads past row-level security, and the test that holds it to the scope. One that is not named here fails below. */
const COVERED = [
  'answer_referral',
  'count_placed',
  'file_readers',
  'find_by_identity',
  'keep_person',
  'known_identities',
  'own_referrals',
  'recall_person',
  'register_identities',
  'register_identity',
  'release_identities',
  'release_identity',
  'restore_households',
  'restore_people',
  'reveal_field',
  'reveal_vacancy_phone',
  'sealed_of',
  'search_people',
  'supersede_households',
  'supersede_people',
  'take_opening',
]
/** What an employer asks; held to its credit code in `server/jobs/employer/employers.db.test.ts`. */
const EMPLOYERS_ONLY = ['answer_referral', 'own_referrals']
/** Those that people alone use; all others serve jobs too. */
const OFFICERS_ONLY = [
  ...['count_placed', 'file_readers', 'reveal_field', 'reveal_vacancy_phone', 'search_people', 'take_opening'],
]

beforeAll(openPeople)
afterAll(dropPeople)

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
      COVERED.flatMap((name) =>
        EMPLOYERS_ONLY.includes(name)
          ? [`${name} ricebowl_organisation`]
          : [...(OFFICERS_ONLY.includes(name) ? [] : [`${name} ricebowl_job`]), `${name} ricebowl_officer`],
      ),
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

describe('reveal_vacancy_phone', () => {
  const COUNTY = 500235
  const ID = 9_000_001
  beforeAll(() =>
    admin(
      `INSERT INTO vacancy (county, area, id, kind, title, occupation, employer, place, openings, wage_form, refreshed_on, open_until,
         valid_from, known_from, source, phone_cipher, phone_mask)
       VALUES (${COUNTY}, 500235001001, ${ID}, 'employer', '缝纫工', '6-05-01-03', '某厂', 500235000000, 2, 'month', '2021-09-01',
         '2021-10-01', '2021-09-01', now(), 'demo', $1, '139****0000')`,
      [crypto.seal('vacancy.phone', COUNTY, ID, '13900000000')],
    ),
  )
  const reveal = (name: string, id: number, reason = '联系用人单位') =>
    under(name, async (client) => {
      const { rows } = await client.query('SELECT reveal_vacancy_phone($1, $2, $3, $4) AS cipher', [
        ...[COUNTY, id, reason, 'req-2'],
      ])
      return rows[0].cipher as Buffer | null
    })
  const lines = () =>
    admin<{ outcome: string; reason: string }>(
      "SELECT outcome, reason FROM audit_line WHERE object_kind = 'vacancy' ORDER BY id",
    )

  it('opens an offer’s phone to every post that has an area, to no other; one line each', async () => {
    for (const name of posts) {
      const before = (await lines()).length
      const cipher = await reveal(name, ID)
      const sees = POSTS[name]!.sees.source !== '^$'
      expect(cipher && crypto.open('vacancy.phone', COUNTY, ID, cipher)).toBe(sees ? '13900000000' : null)
      expect((await lines()).slice(before)).toEqual([{ outcome: sees ? 'done' : 'refused', reason: '联系用人单位' }])
    }
  })
  it('wants a reason, and shows the cipher to no select', async () => {
    await expect(reveal('village', ID, '看')).rejects.toMatchObject({ code: '42501' })
    await expect(under('village', (client) => client.query('SELECT phone_cipher FROM vacancy'))).rejects.toMatchObject({
      code: '42501',
    })
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
