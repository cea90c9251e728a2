import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { openDoor } from '../../db.ts'
import { openPool } from './connection.ts'
import { inTransaction } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database?.drop())

/** Connections held as long as the count of a small city holds its three; what a fourth is answered meanwhile. */
async function fourthWhileThree(asJob: <T>(work: () => Promise<T>) => Promise<T>): Promise<string> {
  let end = () => {}
  const counted = new Promise<void>((resolve) => {
    end = resolve
  })
  let held = 0
  const three = [1, 2, 3].map(() =>
    asJob(async () => {
      held++
      await counted
    }),
  )
  while (held < 3) await new Promise((resolve) => setTimeout(resolve, 5))
  const answer = await asJob(async () => 'answered').catch((error) => `${error.status} ${error.code}`)
  end()
  await Promise.all(three)
  return answer
}

test('a figure is answered while another is counted, which holds three connections', async () => {
  const door = openDoor(database)
  expect(await fourthWhileThree((work) => door.asJob(work))).toBe('answered')
  await door.close()
})

test('negative control: with three connections in all, the same is refused, in words and as passing', async () => {
  const pool = openPool(database.roleUrl('ricebowl_job'), { max: 3, connectionTimeoutMillis: 300 })
  expect(await fourthWhileThree((work) => inTransaction(pool, 'BEGIN', work))).toBe('503 base.database.busy')
  expect(await inTransaction(pool, 'BEGIN', async () => 'answered')).toBe('answered')
  await pool.end()
})

test('another failure of the connection is not taken for a busy one', async () => {
  const pool = openPool(database.roleUrl('ricebowl_job').replace(/\/[^/?]+(\?|$)/, '/nowhere_at_all$1'), { max: 1 })
  await expect(inTransaction(pool, 'BEGIN', async () => 'answered')).rejects.toMatchObject({ code: '3D000' })
  await pool.end()
})
