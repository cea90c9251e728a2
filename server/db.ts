import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Scope } from '#domain/access/scope.ts'
import type { Tx } from './access/access-door.ts'
import { openPool } from './postgres/wire/connection.ts'
import { copyOut, type TakeRow } from './postgres/wire/copy-out.ts'
import { oneBufferSocket } from './postgres/wire/one-buffer-socket.ts'
import { inTransaction, queryOf } from './postgres/wire/transaction.ts'
import type { Database } from './postgres.ts'

export type { Tx }

/** What mass work has beside: whole columns out of the database and rows into a table of its own, in PostgreSQL's own binary form. */
export type JobTx = Tx & {
  /** Row-level security is in force. */
  copyOut(statement: string, take: TakeRow): Promise<void>
  /** Only into temporary tables: PostgreSQL copies into no table under row-level security. */
  copyIn(statement: string, chunks: Iterable<Uint8Array>): Promise<void>
}

/** Under which post, and by whom, a transaction reads and writes. */
export type Acting = { officer: number; post: number; scope: Scope }

/** An employer, by the credit code of its account; `unit` is the county that opened it. */
export type ActingEmployer = { officer: number; post: number; employer: string; unit: number }

/** The only door to files: every transaction carries its scope as literal settings, and forgets it at its end. */
export type Door = {
  asPost<T>(acting: Acting, work: (tx: JobTx) => Promise<T>): Promise<T>
  /** What is an employer's own, under the login of organisations, to which no area opens anything. */
  asEmployer<T>(acting: ActingEmployer, work: (tx: Tx) => Promise<T>): Promise<T>
  /** Work for the whole city: determinations, figures, exports waiting. */
  asJob<T>(work: (tx: JobTx) => Promise<T>): Promise<T>
  close(): Promise<void>
}

/** The whole city, spelled out: a job without a scope would see nothing. */
const WHOLE_CITY: Scope = { lo: 500_000_000_000, hi: 510_000_000_000 }

/** One count of a small city holds three while it lasts; whoever asks for another figure must not wait for it to end. */
const JOB_CONNECTIONS = 8

export function openDoor(database: Pick<Database, 'roleUrl'>): Door {
  const officers = openPool(database.roleUrl('ricebowl_officer'), { max: 8, idleTimeoutMillis: 30_000 })
  const jobs = openPool(database.roleUrl('ricebowl_job'), {
    max: JOB_CONNECTIONS,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 60_000,
    stream: oneBufferSocket,
  })
  const organisations = openPool(database.roleUrl('ricebowl_organisation'), { max: 4, idleTimeoutMillis: 30_000 })
  return {
    asPost: (acting, work) => inScope(officers, acting, work),
    asEmployer: (acting, work) =>
      inTransaction(organisations, employerPrelude(acting), (client) => work(through(client))),
    asJob: (work) => inScope(jobs, { officer: 0, post: 0, scope: WHOLE_CITY }, work),
    close: async () => {
      await Promise.all([officers.end(), jobs.end(), organisations.end()])
    },
  }
}

type Pool = ReturnType<typeof openPool>

/** One message opens the transaction and sets the scope: integers only, so nothing can be injected where no parameter may stand. */
const prelude = ({ officer, post, scope }: Acting): string =>
  [
    'BEGIN',
    ...Object.entries({ lo: scope.lo, hi: scope.hi, officer, post }).map(
      ([key, value]) => `SET LOCAL ricebowl.${key} = '${integer(value)}'`,
    ),
  ].join('; ')

/** A credit code is eighteen letters and digits: what is not could be anything. */
function employerPrelude({ officer, post, employer, unit }: ActingEmployer): string {
  if (!/^[0-9A-Z]{18}$/.test(employer)) throw new RangeError('An employer is known by a credit code')
  const numbers = Object.entries({ officer, post, unit }).map(
    ([key, value]) => `SET LOCAL ricebowl.${key} = '${integer(value)}'`,
  )
  return ['BEGIN', `SET LOCAL ricebowl.employer = '${employer}'`, ...numbers].join('; ')
}

function integer(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new RangeError('A scope is made of whole numbers')
  return String(value)
}

const inScope = <T>(pool: Pool, acting: Acting, work: (tx: JobTx) => Promise<T>): Promise<T> =>
  inTransaction(pool, prelude(acting), (client) => work(through(client)))

const through = (client: ClientBase): JobTx => ({
  query: queryOf(client),
  copyOut: (statement, take) => copyOut(client, statement, take),
  copyIn: (statement, chunks) =>
    pipeline(Readable.from(chunks, { objectMode: true }), client.query(copyFrom(statement))),
})
