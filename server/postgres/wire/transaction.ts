import type { ClientBase, Pool } from 'pg'
import { fail } from '#domain/base/fail.ts'

/** A transaction on a pool's connection: committed with the answer, rolled back on any error; a connection that cannot is dropped. */
export async function inTransaction<T>(
  pool: Pool,
  begin: string,
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  const client = await pool.connect().catch(refuseBusy)
  let broken: Error | undefined
  try {
    await client.query(begin)
    const answer = await work(client)
    await client.query('COMMIT')
    return answer
  } catch (error) {
    await client.query('ROLLBACK').catch((failed: Error) => {
      broken = failed
    })
    throw error
  } finally {
    client.release(broken)
  }
}

/** What the driver says where none of its connections came free, or none could be made, in the time it waits: it has no code. */
const WAITED = /^(timeout exceeded when trying to connect|Connection terminated due to connection timeout)$/

function refuseBusy(error: Error): never {
  if (!WAITED.test(error.message)) throw error
  return fail(
    'base.database.busy',
    {
      zh: '系统正忙，数据库一时没有空闲的连接，本次什么都没有改动。请稍等片刻后重试。',
      en: 'The system is busy: no connection to the database came free in time, and nothing was changed. Wait a moment and try again.',
    },
    { status: 503 },
  )
}
