import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import { openAccessDoor } from '#server/access/access-door.ts'
import { recordWrite } from '#server/access/audit.ts'
import { sealKey, sealOnce } from '#server/access/audit-seal.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { type TestDatabase, testDatabase } from '../test/database.ts'
import { run } from './audit.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
  const door = openAccessDoor(database)
  for (let batch = 0; batch < 4; batch++) {
    await door.asAccess((tx) =>
      recordWrite(tx, { officerId: null, postId: null, requestId: null }, { action: 'access.sign_in' }),
    )
    await door.asAudit((tx) => sealOnce(tx, sealKey(database.keys), new Date()))
  }
  await door.close()
})
afterAll(() => database.drop())

async function verify(args = ['verify']) {
  const { dataDir } = inject('testServer')
  let answer: unknown
  let text = ''
  const environment = { dataDir, port: 8080, databaseUrl: database.url }
  const answered = (value: unknown, words: string) => {
    answer = value
    text = words
  }
  const code = await run(args, { json: true, environment, log: () => {}, answer: answered })
  return { code, answer, text }
}

it('answers 0 where the log is as it was written', async () => {
  expect(await verify()).toMatchObject({
    code: 0,
    answer: { intact: true, batches: 4, lines: 4, firstBroken: null },
    text: expect.stringContaining('审计记录完好'),
  })
})
it('answers 1, the batch and what is wrong with it where it is not', async () => {
  await withConnection(database.adminUrl, async (client) => {
    await client.query("SET session_replication_role = 'replica'")
    await client.query("UPDATE audit_line SET action = 'x' WHERE id = 3")
  })
  expect(await verify()).toMatchObject({
    code: 1,
    answer: { intact: false, batches: 2, firstBroken: 3, broken: 'lines' },
    text: expect.stringContaining('第 3 批'),
  })
})
it('knows one form', async () => {
  for (const args of [[], ['repair'], ['verify', 'twice'], ['toString']])
    await expect(verify(args)).rejects.toMatchObject({ code: 'command.usage.wrong' })
})
