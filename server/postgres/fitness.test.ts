import type { ClientBase } from 'pg'
import { expect, test } from 'vitest'
import { requireFitDatabase } from './fitness.ts'

const FIT = { version: 18, encoding: 'UTF8', byCodePoint: true, mayCreate: true, passesRls: true, name: 'admin' }

/** A database as it describes itself; real ones of every release are not at hand. */
const describing = (facts: object) =>
  ({
    query: async (sql: string) => ({ rows: [sql.includes('pg_roles') ? { ...FIT, ...facts } : { works: true }] }),
  }) as unknown as ClientBase

const ask = async (facts: object) => {
  const notes: string[] = []
  await requireFitDatabase(describing(facts), ({ en }) => notes.push(en))
  return notes
}

test.each([16, 17, 18])('PostgreSQL %i is taken', async (version) => expect(await ask({ version })).toEqual([]))
test('an older one is refused', () =>
  expect(ask({ version: 15 })).rejects.toMatchObject({ code: 'database.server.tooOld', where: { version: 15 } }))
test('a newer one is taken with a note', async () => expect(await ask({ version: 19 })).toHaveLength(1))
