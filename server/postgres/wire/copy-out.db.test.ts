import { type AddressInfo, createServer, Socket } from 'node:net'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/database.ts'
import { copyOut, type TakeRow } from './copy-out.ts'
import { oneBufferSocket, takeInPlace } from './one-buffer-socket.ts'
import { valueParsers } from './values.ts'

let database: TestDatabase
const clients: pg.Client[] = []
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(async () => {
  await Promise.all(clients.map((client) => client.end().catch(() => {})))
  await database?.drop()
})

async function connected(stream: () => Socket = oneBufferSocket): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: database.adminUrl, types: valueParsers, stream })
  client.on('error', () => {})
  await client.connect()
  clients.push(client)
  return client
}

/** A socket that tells what comes in pieces of one to seven bytes, as a network or TLS may. */
function choppingSocket(): Socket {
  const socket = new Socket()
  const emit = socket.emit.bind(socket)
  let pieces = 0
  socket.emit = ((event: string, ...given: unknown[]) => {
    if (event !== 'data') return emit(event, ...given)
    const bytes = given[0] as Buffer
    for (let at = 0; at < bytes.length; ) {
      const end = at + 1 + (pieces++ % 7)
      emit('data', bytes.subarray(at, end))
      at = end
    }
    return true
  }) as typeof socket.emit
  return socket
}

type Row = { number: number; text: string | null }
/** A row of an int and a text, read where it lies and kept as a copy. */
const rowOf = (view: DataView, at: number, end: number): Row => {
  const length = view.getInt32(at + 10)
  const text =
    length < 0 ? null : Buffer.from(new Uint8Array(view.buffer, view.byteOffset + at + 14, length)).toString()
  if (view.getInt16(at) !== 2 || at + 14 + Math.max(0, length) !== end)
    throw new Error('another row than was asked for')
  return { number: view.getInt32(at + 6), text }
}
async function copied(client: pg.Client, statement: string): Promise<Row[]> {
  const rows: Row[] = []
  await copyOut(client, `COPY (${statement}) TO STDOUT (FORMAT binary)`, (...row) => rows.push(rowOf(...row)))
  return rows
}
const asked = async (client: pg.Client, statement: string) => (await client.query<Row>(statement)).rows
const alive = async (client: pg.Client) => (await client.query<{ one: number }>('SELECT 1 AS one')).rows[0]!.one
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { code?: string; message: string }) => error.code ?? error.message,
  )

/** Every width up to three thousand, so that readings end in every place of a row; nulls, and rows of more than the room. */
const WIDTHS = `SELECT n AS number, CASE WHEN n % 11 = 0 THEN NULL ELSE repeat(chr(97 + n % 26), n % 3000) END AS text FROM generate_series(1, 6000) n`
const WIDE = `SELECT n AS number, repeat(chr(97 + n), n * 150000) AS text FROM generate_series(1, 8) n`

describe('a copy is what a query of the same says', () => {
  test.each([
    ['rows of every width', WIDTHS],
    ['rows wider than any room', WIDE],
    ['no rows', 'SELECT 1 AS number, NULL::text AS text WHERE false'],
  ])('%s', async (_, statement) => {
    const client = await connected()
    const rows = await copied(client, statement)
    expect(rows).toEqual(await asked(client, statement))
    expect(await copied(client, statement)).toEqual(rows)
  })

  test('in pieces of a few bytes, from a socket that has no buffer of its own', async () => {
    const client = await connected(choppingSocket)
    const statement = `${WIDTHS.replace('6000', '400')} UNION ALL (${WIDE} LIMIT 2)`
    expect(await copied(client, statement)).toEqual(await asked(client, statement))
  })

  test('with notices and changed settings in between', async () => {
    const client = await connected()
    await client.query(`CREATE FUNCTION pg_temp.told(n int) RETURNS int LANGUAGE plpgsql AS
      $$ BEGIN IF n % 100 = 0 THEN RAISE NOTICE 'at %', n; PERFORM set_config('application_name', 'at ' || n, false); END IF; RETURN n; END $$`)
    const statement = `SELECT pg_temp.told(n) AS number, repeat('x', n % 400) AS text FROM generate_series(1, 3000) n`
    expect(await copied(client, statement)).toEqual(await asked(client, statement))
  })

  test('however slow its rows are taken', async () => {
    const client = await connected()
    const slowly: TakeRow = (view, at, end) => {
      const row = rowOf(view, at, end)
      if (row.number % 200 === 0) for (const until = performance.now() + 20; performance.now() < until; );
      rows.push(row)
    }
    const rows: Row[] = []
    await copyOut(client, `COPY (${WIDTHS}) TO STDOUT (FORMAT binary)`, slowly)
    expect(rows).toEqual(await asked(client, WIDTHS))
  })

  test('negative control: rows that are kept where they lie are written over, and the comparison shows it', async () => {
    const client = await connected()
    const kept: Parameters<TakeRow>[] = []
    await copyOut(client, `COPY (${WIDTHS}) TO STDOUT (FORMAT binary)`, (...row) => kept.push(row))
    const rows = kept.map((row) => {
      try {
        return rowOf(...row)
      } catch {
        return undefined
      }
    })
    expect(rows).not.toEqual(await asked(client, WIDTHS))
  })
})

describe('what goes wrong half-way is told, and the connection serves the next query', () => {
  test('an error of the server after many rows', async () => {
    const client = await connected()
    const rows: number[] = []
    const statement = `COPY (SELECT 1 / (90000 - n), repeat('x', 50) FROM generate_series(1, 100000) n) TO STDOUT (FORMAT binary)`
    expect(await codeOf(copyOut(client, statement, (view, at) => rows.push(view.getInt32(at + 6))))).toBe('22012')
    expect(rows.length).toBeGreaterThan(50_000)
    expect(await alive(client)).toBe(1)
  })

  test('a statement that is refused at once', async () => {
    const client = await connected()
    expect(await codeOf(copyOut(client, 'COPY (SELECT nothing) TO STDOUT (FORMAT binary)', () => {}))).toBe('42703')
    expect(await alive(client)).toBe(1)
  })

  test('a row that nobody can take: no further row is given, and all is read', async () => {
    const client = await connected()
    let taken = 0
    const take = () => {
      if (++taken === 1000) throw new Error('no room')
    }
    expect(await codeOf(copyOut(client, `COPY (${WIDTHS}) TO STDOUT (FORMAT binary)`, take))).toBe('no room')
    expect(taken).toBe(1000)
    expect(await copied(client, WIDTHS)).toHaveLength(6000)
  })

  test('a copy that is cancelled, or whose statement takes too long', async () => {
    const client = await connected()
    const other = await connected()
    const { pid } = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!
    const endless = `COPY (SELECT generate_series(1, 100000000), repeat('x', 100)) TO STDOUT (FORMAT binary)`
    let rows = 0
    const running = codeOf(
      copyOut(client, endless, () => {
        if (++rows === 5000) void other.query('SELECT pg_cancel_backend($1)', [pid])
      }),
    )
    expect(await running).toBe('57014')
    expect(rows).toBeGreaterThanOrEqual(5000)
    await client.query('SET statement_timeout = 200')
    expect(await codeOf(copyOut(client, endless, () => {}))).toBe('57014')
    expect(await alive(client)).toBe(1)
  })

  test('a connection that breaks: the copy fails and does not wait for ever', async () => {
    const client = await connected()
    const other = await connected()
    const { pid } = (await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')).rows[0]!
    let rows = 0
    const running = codeOf(
      copyOut(client, `COPY (SELECT generate_series(1, 100000000), 'x') TO STDOUT (FORMAT binary)`, () => {
        if (++rows === 5000) void other.query('SELECT pg_terminate_backend($1)', [pid])
      }),
    )
    expect(await running).not.toBe('done')
    expect(await codeOf(client.query('SELECT 1'))).not.toBe('done')
  })
})

describe('a socket with one buffer', () => {
  /** A server that says what it is told to, one reading after another: the next once the one before was read. */
  async function told(parts: string[], listen: (socket: Socket, chunks: Buffer[]) => void): Promise<Buffer[]> {
    const chunks: Buffer[] = []
    const socket = oneBufferSocket()
    const server = createServer(async (peer) => {
      let said = 0
      for (const part of parts) {
        peer.write(part)
        said += part.length
        while (socket.bytesRead < said) await new Promise((resolve) => setTimeout(resolve, 1))
      }
      peer.end()
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    listen(socket, chunks)
    socket.connect((server.address() as AddressInfo).port, '127.0.0.1')
    await new Promise((resolve) => socket.on('close', resolve))
    server.close()
    return chunks
  }
  const parts = ['aaaa', 'bbbb', 'cccc']

  test('gives listeners what they may keep', async () => {
    const chunks = await told(parts, (socket, kept) => socket.on('data', (bytes: Buffer) => kept.push(bytes)))
    expect(Buffer.concat(chunks).toString()).toBe(parts.join(''))
  })

  test('negative control: what is taken in place is written over', async () => {
    const chunks = await told(parts, (socket, kept) => takeInPlace(socket, (bytes) => kept.push(bytes)))
    expect(Buffer.concat(chunks).toString()).not.toBe(parts.join(''))
    expect(Buffer.concat(chunks)).toHaveLength(12)
  })

  test('gives back to the listeners that were there, in their order, and to no other meanwhile', async () => {
    const heard: string[] = []
    await told(parts, (socket) => {
      socket.on('data', (bytes: Buffer) => heard.push(`listener ${bytes}`))
      const end = takeInPlace(socket, (bytes) => {
        heard.push(`taker ${bytes}`)
        end()
      })
    })
    expect(heard).toEqual(['taker aaaa', 'listener bbbb', 'listener cccc'])
  })
})
