import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readIdentity } from '#domain/people/identity.ts'
import { maskIdentity } from '#domain/people/identity-mask.ts'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import type { TestDatabase } from './database.ts'
import { smallCityDatabase } from './small-city.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await smallCityDatabase()
})
afterAll(() => database.drop())

const rows = async <Row>(text: string, values: unknown[] = []) =>
  withConnection(database.adminUrl, async (client) => (await client.query(text, values)).rows as Row[])

/** Of a large table some thousand rows are looked at: what is written in the clear is so in many. */
const SAMPLE = 4000

/** Columns in which one of the patterns occurs, anywhere in the database. */
async function columnsHolding(...patterns: RegExp[]): Promise<string[]> {
  const columns = await rows<{ table: string; columns: string[] }>(`
    SELECT c.relname AS table, array_agg(CASE WHEN a.atttypid = 'bytea'::regtype THEN format('encode(%I, ''escape'') AS %1$I', a.attname)
        ELSE format('%I::text', a.attname) END) AS columns
    FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
      AND a.atttypid IN ('text'::regtype, 'jsonb'::regtype, 'text[]'::regtype, 'bytea'::regtype) GROUP BY c.relname ORDER BY c.relname`)
  const found = new Set<string>()
  for (const { table, columns: named } of columns) {
    const [{ share }] = (await rows(
      `SELECT ${SAMPLE}::float / greatest(count(*), ${SAMPLE}) AS share FROM ${table}`,
    )) as [{ share: number }]
    const sample = await rows<Record<string, string | null>>(
      `SELECT ${named.join(', ')} FROM ${table} WHERE random() < $1`,
      [share],
    )
    for (const row of sample)
      for (const [column, value] of Object.entries(row))
        if (value && patterns.some((pattern) => pattern.test(value))) found.add(`${table}.${column}`)
  }
  return [...found].sort()
}
const IDENTITY = /(?<![\da-f*])[1-9]\d{5}(?:19|20)\d{2}[01]\d[0-3]\d{4}[\dXx](?![\da-f*])/
const PHONE = /(?<![\da-f*])1[2-9]\d{9}(?![\da-f*])/
const BANK = /(?<![\da-f*])(?:62|009999)\d{13,17}(?![\da-f*])/

describe('sealed values', () => {
  it('stand nowhere in the database in the clear', async () => {
    expect(await columnsHolding(IDENTITY, PHONE, BANK)).toEqual([])
  })
  it('would be found if they did', async () => {
    await rows("UPDATE person SET evidence = '证件 500199199001011237' WHERE area < 500110000000")
    await rows(`INSERT INTO setting VALUES ('planted', '{"phone": "13812345678"}')`)
    await rows("UPDATE person SET phone_cipher = '13812345678'::bytea WHERE area < 500110000000")
    expect(await columnsHolding(IDENTITY)).toEqual(['person.evidence'])
    expect(await columnsHolding(PHONE)).toEqual(['person.phone_cipher', 'setting.value'])
    await rows('UPDATE person SET phone_cipher = NULL WHERE area < 500110000000')
  })
  it('open under the keys of the installation, fit their mask and their index, and carry a number that cannot be anybody’s', async () => {
    const crypto = fieldCrypto(database.keys)
    const people = await rows<{
      county: number
      id: number
      id_cipher: Buffer
      id_mask: string
      id_index: Buffer | null
      phone_cipher: Buffer | null
      phone_mask: string | null
      household_id: number | null
      address_cipher: Buffer | null
    }>(`
      SELECT p.county, p.id, p.id_cipher, p.id_mask, p.id_index, p.phone_cipher, p.phone_mask, p.household_id, h.address_cipher
      FROM person p LEFT JOIN household h ON h.county = p.county AND h.id = p.household_id WHERE p.id_cipher IS NOT NULL ORDER BY p.id % 97, p.id LIMIT 500`)
    expect(people.length).toBe(500)
    for (const person of people) {
      const number = crypto.open('person.id', person.county, person.id, person.id_cipher)
      const reading = readIdentity(number)
      expect(number.startsWith('500199')).toBe(true)
      expect(maskIdentity(number)).toBe(person.id_mask)
      expect(person.id_index).toEqual(reading.ok ? crypto.index('person.id', reading.number) : null)
      if (person.phone_cipher)
        expect(crypto.open('person.phone', person.county, person.id, person.phone_cipher)).toMatch(/^\d{11}$/)
      if (person.address_cipher)
        crypto.open('household.address', person.county, person.household_id!, person.address_cipher)
    }
  })
})
