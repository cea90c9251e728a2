import { openPool } from '../postgres/connection.ts'
import type { Database } from '../postgres.ts'

/** A transaction under way. Values travel apart from the text, always. */
export type Tx = { query<Row extends object>(text: string, values?: unknown[]): Promise<Row[]> }

/** The two logins of access: neither reads a file. */
export type AccessDoor = {
  /** Accounts, posts, sessions. */
  asAccess<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** The audit log and its seals. */
  asAudit<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function openAccessDoor(database: Pick<Database, 'roleUrl'>): AccessDoor {
  const access = openPool(database.roleUrl('ricebowl_access'), { max: 6, idleTimeoutMillis: 30_000 })
  const audit = openPool(database.roleUrl('ricebowl_audit'), { max: 3, idleTimeoutMillis: 30_000 })
  return {
    asAccess: (work) => inTransaction(access, work),
    asAudit: (work) => inTransaction(audit, work),
    close: async () => {
      await Promise.all([access.end(), audit.end()])
    },
  }
}

type Pool = ReturnType<typeof openPool>

async function inTransaction<T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('BEGIN')
    const answer = await work({ query: async (text, values) => (await client.query(text, values)).rows })
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
