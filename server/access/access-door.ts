import { openPool } from '../postgres/wire/connection.ts'
import { inTransaction, onConnection, queryOf } from '../postgres/wire/transaction.ts'
import type { Database } from '../postgres.ts'

/**
 * A transaction under way. Values travel apart from the text, always. A statement with a name is planned once a connection, where
 * planning would take longer than answering.
 */
export type Tx = { query<Row extends object>(text: string, values?: unknown[], name?: string): Promise<Row[]> }

/** The two logins of access: neither reads a file. */
export type AccessDoor = {
  /** Accounts, posts, sessions. */
  asAccess<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** One statement that reads of these, planned once a connection: every request asks for its session, and one question needs no transaction. */
  readAccess: Tx['query']
  /** The audit log and its seals. */
  asAudit<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

export function openAccessDoor(database: Pick<Database, 'roleUrl'>): AccessDoor {
  const access = openPool(database.roleUrl('ricebowl_access'), { max: 6, idleTimeoutMillis: 30_000 })
  const audit = openPool(database.roleUrl('ricebowl_audit'), { max: 3, idleTimeoutMillis: 30_000 })
  return {
    asAccess: (work) => opened(access, work),
    readAccess: (text, values, name) => onConnection(access, (query) => query(text, values, name)),
    asAudit: (work) => opened(audit, work),
    close: async () => {
      await Promise.all([access.end(), audit.end()])
    },
  }
}

type Pool = ReturnType<typeof openPool>

const opened = <T>(pool: Pool, work: (tx: Tx) => Promise<T>): Promise<T> =>
  inTransaction(pool, 'BEGIN', (client) => work({ query: queryOf(client) }))
