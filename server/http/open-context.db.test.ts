import type { FastifyRequest } from 'fastify'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../test/database.ts'
import { type AccessDoor, openAccessDoor } from '../access/access-door.ts'
import { insertOfficer, setPassword } from '../access/account/officer.sql.ts'
import { postsHeld, startSession } from '../access/session.ts'
import { type Door, openDoor } from '../db.ts'
import { contextOpener } from './open-context.ts'

let database: TestDatabase
let access: AccessDoor
let door: Door
let officer: number
beforeAll(async () => {
  database = await testDatabase()
  access = openAccessDoor(database)
  door = openDoor(database)
  const account = { signIn: 'new', name: '新人', passwordHash: 'x', demo: false, passwordDue: true }
  const post = { role: 'county' as const, title: '县岗', lo: 500235000000, hi: 500236000000 }
  officer = (await access.asAccess((tx) => insertOfficer(tx, account, [post], new Date('2020-01-01'))))!
})
afterAll(async () => {
  await Promise.all([access.close(), door.close()])
  await database.drop()
})

/** Asks as the officer's browser would, for a route that needs this. */
async function open(needs: string) {
  const token = await access.asAccess(async (tx) => {
    const [post] = await postsHeld(tx, officer, new Date())
    return startSession(tx, officer, post!.id, new Date())
  })
  const headers = { cookie: `ricebowl=${token}`, 'sec-fetch-site': 'same-origin' }
  const request = { method: 'POST', headers, protocol: 'http', id: 'r' } as unknown as FastifyRequest
  return contextOpener({ access, door })(request, undefined, needs)
}

it('does nothing in the name of an officer whose password another handed over', async () => {
  await expect(open('people.read')).rejects.toMatchObject({ code: 'access.password.due', status: 403 })
  expect((await open('signedIn')).officer).toMatchObject({ id: officer, passwordDue: true })
  const chosen = { hash: 'y', due: false, now: new Date(), kept: null }
  await access.asAccess((tx) => setPassword(tx, officer, chosen))
  expect((await open('people.read')).post.role).toBe('county')
})
