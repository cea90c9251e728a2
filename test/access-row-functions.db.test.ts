import { afterAll, beforeAll, describe, expect, it } from 'vitest'
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
