import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { POSTS } from './access-matrix.ts'
import { admin, crypto, dropPeople, openPeople, people, posts, seenBy, sorted, under } from './scoped-people.ts'

beforeAll(openPeople)
afterAll(dropPeople)

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

describe('take_opening', () => {
  const VACANCY = 9_100_001
  const REFERRAL = 9_200_001
  const TRAVELLER = 9_300_001
  const ORDER = 9_400_001
  const BATCH = 9_500_001
  const away = people[200]!
  beforeAll(async () => {
    // The vacancy of another county: it is the referral that must lie within the scope.
    await admin(
      `INSERT INTO vacancy (county, area, id, kind, title, occupation, employer, place, openings, wage_form, refreshed_on, open_until,
         valid_from, known_from, source)
       VALUES (500101, 500101001001, ${VACANCY}, 'employer', '缝纫工', '6-05-01-03', '某厂', 500101000000, 2, 'month', '2021-09-01',
         '2021-10-01', '2021-09-01', '2021-09-01', 'demo')`,
    )
    for (const [at, { county, area, id }] of [people[0]!, away].entries())
      await admin(
        `INSERT INTO referral (county, area, id, person_id, vacancy_county, vacancy_id, title, employer, origin, valid_from, known_from, source)
         VALUES ($1, $2, $3, $4, 500101, ${VACANCY}, '缝纫工', '某厂', 'offer', '2021-09-01', '2021-09-01', 'demo')`,
        [county, area, REFERRAL + at, id],
      )
    // The same two on a batch that left under an order of that other unit; a third on one that did not.
    await admin(
      `INSERT INTO corridor_order (county, area, id, vacancy_id, corridor, wanted_by, receiver, known_from, source)
       VALUES (500101, 500101001001, ${ORDER}, ${VACANCY}, 'shandong', '2021-09-30', '某接收站', '2021-09-01', 'demo')`,
    )
    for (const [batch, left] of [
      [BATCH, '2021-09-10'],
      [BATCH + 1, null],
    ] as const)
      await admin(
        `INSERT INTO dispatch_batch (county, area, id, corridor, order_id, place, departs_on, transport, leader, receiver, left_on, sheet, known_from, source)
         VALUES (500101, 500101001001, $1, 'shandong', ${ORDER}, 370000000000, '2021-09-10', 'train', '某人', '某接收站', $2, $3, '2021-09-01', 'demo')`,
        [batch, left, left && 'AAAAAA'],
      )
    for (const [at, [{ county, area, id }, batch]] of [
      [people[0]!, BATCH] as const,
      [away, BATCH] as const,
      [people[0]!, BATCH + 1] as const,
    ].entries())
      await admin(
        `INSERT INTO traveller (county, area, id, person_id, batch_id, boarded, known_from, source) VALUES ($1, $2, $3, $4, $5, true, '2021-09-01', 'demo')`,
        [county, area, TRAVELLER + at, id, batch],
      )
  })
  type Of = { of?: 'referral' | 'traveller'; county: number; at: number }
  const take = (name: string, { of = 'referral', county, at }: Of, step = 1) =>
    under(name, async (client) => {
      const { rows } = await client.query(
        "SELECT take_opening($1, $2, $3, $4, '2021-09-17', '2021-09-17', 'req-3') AS answer",
        [...[of, county, (of === 'referral' ? REFERRAL : TRAVELLER) + at, step]],
      )
      return rows[0].answer as string
    })
  const vacancy = async () => (await admin<Record<string, unknown>>(`SELECT * FROM vacancy WHERE id = ${VACANCY}`))[0]!

  it('takes one for a referral within the scope, whoever holds the vacancy, never beyond the openings, and nothing else of it', async () => {
    const before = await vacancy()
    const own = { county: people[0]!.county, at: 0 }
    expect(await take('village', own)).toBe('done')
    const { taken, known_from: _, recorded_by: __, ...rest } = await vacancy()
    expect([taken, rest]).toEqual([1, Object.fromEntries(Object.keys(rest).map((key) => [key, before[key]]))])
    expect([await take('county', own), await take('city', own)]).toEqual(['done', 'full'])
    expect((await vacancy()).taken).toBe(2)
    expect(await admin(`SELECT taken FROM vacancy_history WHERE id = ${VACANCY} ORDER BY known_from`)).toEqual([
      ...[{ taken: 0 }, { taken: 1 }],
    ])
  })
  it('takes one for a traveller within the scope whose batch left under the order, keeps to the same openings, and gives none back', async () => {
    await admin(`UPDATE vacancy SET taken = 1 WHERE id = ${VACANCY}`)
    const own = { of: 'traveller', county: people[0]!.county, at: 0 } as const
    expect([await take('village', own), await take('village', own)]).toEqual(['done', 'full'])
    await expect(take('village', own, -1)).rejects.toMatchObject({ code: '42501' })
    await expect(take('village', { ...own, at: 2 })).rejects.toMatchObject({ code: '42501' })
    for (const name of posts.filter((post) => !seenBy(post).includes(away)))
      await expect(take(name, { of: 'traveller', county: away.county, at: 1 }), name).rejects.toMatchObject({
        code: '42501',
      })
    await admin(`UPDATE traveller SET employment_id = 1 WHERE id = ${TRAVELLER}`)
    await admin(`UPDATE vacancy SET taken = 1 WHERE id = ${VACANCY}`)
    await expect(take('village', own)).rejects.toMatchObject({ code: '42501' })
    await admin(`UPDATE vacancy SET taken = 2 WHERE id = ${VACANCY}`)
  })
  it('takes none for a referral outside the scope, and gives none back that no placement took', async () => {
    for (const name of posts.filter((post) => !seenBy(post).includes(away)))
      await expect(take(name, { county: away.county, at: 1 }), name).rejects.toMatchObject({ code: '42501' })
    await expect(take('village', { county: people[0]!.county, at: 0 }, -1)).rejects.toMatchObject({ code: '42501' })
    await expect(take('village', { county: people[0]!.county, at: 0 }, 5)).rejects.toMatchObject({ code: '42501' })
  })
  it('is counted for the unit that holds the vacancy alone, and only what was placed', async () => {
    const count = (name: string) =>
      under(name, async (client) => {
        const { rows } = await client.query(`SELECT count_placed(500101, ${VACANCY}) AS placed`)
        return rows[0].placed as number
      }).catch((error: { code: string }) => error.code)
    for (const name of posts) expect(await count(name), name).toBe(POSTS[name]!.sees.test('500101001001') ? 0 : '42501')
    expect(await count('city')).toBe(0)
  })
})
