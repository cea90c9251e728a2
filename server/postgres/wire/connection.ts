import pg from 'pg'
import { valueParsers } from './values.ts'

/** One connection; the caller ends it. */
export async function connect(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, types: valueParsers, application_name: 'ricebowl' })
  // A connection that breaks while idle reports here; the next query on it fails in its caller's hands.
  client.on('error', () => {})
  await client.connect()
  return client
}

/** A connection for the length of `work`. */
export async function withConnection<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = await connect(url)
  try {
    return await work(client)
  } finally {
    await client.end().catch(() => {})
  }
}

/**
 * A pool that outlives restarts of its server. Without the listener an idle connection's end would end the process;
 * the pool has already dropped it and opens another when asked.
 */
export function openPool(
  url: string,
  options: Pick<pg.PoolConfig, 'max' | 'idleTimeoutMillis' | 'connectionTimeoutMillis' | 'stream'> = {},
): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    types: valueParsers,
    application_name: 'ricebowl',
    max: 10,
    connectionTimeoutMillis: 10_000,
    ...options,
  })
  pool.on('error', () => {})
  return pool
}

/** The same server and credentials, another database. */
export function inDatabase(url: string, database: string): string {
  const parsed = new URL(url)
  parsed.pathname = `/${encodeURIComponent(database)}`
  return parsed.href
}

/** The same server and database, another login. */
export function asLogin(url: string, role: string, secret: string): string {
  const parsed = new URL(url)
  parsed.username = role
  parsed.password = secret
  return parsed.href
}

export const databaseOf = (url: string) => decodeURIComponent(new URL(url).pathname.slice(1))
export const quoteName = (name: string) => pg.escapeIdentifier(name)
export const quoteText = (text: string) => pg.escapeLiteral(text)
