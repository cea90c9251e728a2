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

/** Rows a connection answers with. A statement with a name is planned once a connection. */
export const queryOf =
  (client: ClientBase) =>
  async <Row extends object>(text: string, values?: unknown[], name?: string): Promise<Row[]> =>
    (await (name ? client.query<Row>({ name, text, values: values ?? [] }) : client.query<Row>(text, values))).rows

/** A connection of a pool for one statement that needs no transaction; one that broke is dropped. */
export async function onConnection<T>(pool: Pool, work: (query: ReturnType<typeof queryOf>) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch(refuseBusy)
  let broken = true
  try {
    const answer = await work(queryOf(client))
    broken = false
    return answer
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
