import type { Client } from 'pg'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { POSTS } from './access-matrix.ts'
import { type TestDatabase, testDatabase } from './database.ts'

/** People of four villages, as the posts of the access matrix see them or not. */
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
export type Person = { county: number; area: number; id: number; name: string; syllables: string[]; identity: string }

export const people: Person[] = VILLAGES.flatMap((area, at) =>
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

export let database: TestDatabase
export let crypto: ReturnType<typeof fieldCrypto>
export let officer: number
export let post: number
/** A database with them, and an officer of a town. */
export async function openPeople(): Promise<void> {
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
}
export const dropPeople = (): Promise<void> => database.drop()

export async function insertPerson(
  client: Client,
  { county, area, id, name, syllables, identity }: Person,
): Promise<void> {
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
export async function under<T>(
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
export const posts = Object.keys(POSTS)
export const seenBy = (name: string) => people.filter(({ area }) => POSTS[name]!.sees.test(String(area)))
export const idsOf = async (client: Client, text: string, values: unknown[]) =>
  (await client.query<{ id: number }>(text, values)).rows.map(({ id }) => id)
export const sorted = (ids: number[]) => ids.toSorted((a, b) => a - b)
export const admin = async <Row>(text: string, values: unknown[] = []) =>
  withConnection(database.adminUrl, async (client) => (await client.query(text, values)).rows as Row[])
