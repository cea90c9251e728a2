import type { Client } from 'pg'
import { withConnection } from '#server/postgres/wire/connection.ts'
import type { TestDatabase } from './database.ts'
import { inOrder, insertRow, type Row, RowMaker, readTables, type Table } from './ledger-rows.ts'

/** Places of rows, by what they are to the village post. */
export const AREAS = {
  own: 500235001001,
  sibling: 500235001002,
  cousin: 500235002001,
  parent: 500235001000,
  grandparent: 500235000000,
  city: 500000000000,
  otherCounty: 500101001001,
  otherCountyItself: 500101000000,
  anotherCity: 510104001001,
}

/** Settings a connection acts under, and the codes they mean, told by their digits: the oracle does no arithmetic. */
export const POSTS: Record<string, { settings: string[]; sees: RegExp }> = {
  village: { settings: ['500235001001', '500235001002'], sees: /^500235001001$/ },
  town: { settings: ['500235001000', '500235002000'], sees: /^500235001/ },
  county: { settings: ['500235000000', '500236000000'], sees: /^500235/ },
  city: { settings: ['500000000000', '510000000000'], sees: /^50/ },
  otherCounty: { settings: ['500101000000', '500102000000'], sees: /^500101/ },
  administrator: { settings: ['0', '0'], sees: /^$/ },
  noSettings: { settings: [], sees: /^$/ },
  emptySettings: { settings: ['', ''], sees: /^$/ },
  onlyLo: { settings: ['500000000000'], sees: /^$/ },
}
const LOGINS = ['ricebowl_officer', 'ricebowl_job'] as const
/** Offers to the public: read under every post that has an area, written within its scope like the rest. */
const OFFERED = new Set([
  ...['vacancy', 'vacancy_history', 'dispatch_batch', 'dispatch_batch_history'],
  ...['corridor', 'corridor_history', 'corridor_order', 'corridor_order_history'],
])

type Given = { area: number; main: Row; extra: Row }

/** Every table of the ledger × every post × every operation × every place, against what the digits of the codes say. */
export class AccessMatrix {
  tables: Table[] = []
  private readonly rows = new Map<string, Given[]>()

  /** One row of every table in every place, and one to insert that is not there yet. */
  async seed(admin: Client): Promise<void> {
    const all = inOrder(await readTables(admin))
    this.tables = all.filter(({ scoped }) => scoped)
    const parents = parentsOf(this.tables, all)
    const maker = new RowMaker()
    for (const table of all.filter(({ scoped, name }) => scoped || parents.has(name)))
      for (const area of table.scoped ? Object.values(AREAS) : [0]) {
        const main = maker.make(table, area, 'main')
        maker.keep(table, area, 'main', main)
        await insertRow(admin, table.name, main)
        if (parents.has(table.name)) {
          const spare = maker.make(table, area, 'spare')
          maker.keep(table, area, 'spare', spare)
          await insertRow(admin, table.name, spare)
        }
        const extra = maker.make(table, area, 'spare')
        this.rows.set(table.name, [...(this.rows.get(table.name) ?? []), { area, main, extra }])
      }
  }

  async differences(database: TestDatabase, only?: string): Promise<{ compared: number; wrong: string[] }> {
    const runs = await Promise.all(
      LOGINS.map((login) => withConnection(database.roleUrl(login), (client) => this.asLogin(client, login, only))),
    )
    return { compared: runs.reduce((sum, run) => sum + run.compared, 0), wrong: runs.flatMap((run) => run.wrong) }
  }

  private async asLogin(client: Client, login: string, only: string | undefined) {
    const wrong: string[] = []
    let compared = 0
    for (const table of this.tables.filter(({ name }) => !only || name === only)) {
      const operations = await allowedOperations(client, table)
      for (const [post, { settings, sees }] of Object.entries(POSTS)) {
        const inScope = (area: number) => sees.test(String(area))
        const isRead = OFFERED.has(table.name) ? () => sees.source !== '^$' : inScope
        const check = (what: string, area: number, done: boolean, expected: boolean) => {
          compared++
          if (done !== expected)
            wrong.push(`${login} ${post} ${what} ${table.name} ${area}: ${done ? 'done' : 'refused'}`)
        }
        for (const [read, areas] of await readAreas(client, table, settings))
          for (const area of Object.values(AREAS)) check(read, area, areas.has(area), isRead(area))
        for (const [name, { attempt, expects }] of operations)
          for (const given of this.rows.get(table.name)!) {
            await begin(client, settings)
            check(name, given.area, await attempt(client, table, given), expects(inScope, given.area))
            await client.query('ROLLBACK')
          }
      }
    }
    return { compared, wrong }
  }
}

export async function begin(client: Client, [lo, hi]: string[]): Promise<void> {
  const set = (name: string, value: string | undefined) =>
    value === undefined ? '' : `; SET LOCAL ricebowl.${name} = '${value}'`
  await client.query(`BEGIN${set('lo', lo)}${set('hi', hi)}`)
}

/** Which places a list, a count and a join find. */
async function readAreas(client: Client, table: Table, settings: string[]): Promise<[string, Set<number>][]> {
  await begin(client, settings)
  const areas = async (text: string, values: unknown[] = []) => {
    const { rows } = await client.query<{ area: number }>(text, values)
    return new Set(rows.map(({ area }) => area))
  }
  const found: [string, Set<number>][] = [
    ['list', await areas(`SELECT area FROM ${table.name}`)],
    ['count', await areas(`SELECT area FROM ${table.name} GROUP BY area HAVING count(*) > 0`)],
    [
      'join',
      await areas(`SELECT v.area FROM unnest($1::bigint[]) v(area) JOIN ${table.name} t ON t.area = v.area`, [
        Object.values(AREAS),
      ]),
    ],
    [
      'exists',
      await areas(
        `SELECT v.area FROM unnest($1::bigint[]) v(area) WHERE EXISTS (SELECT FROM ${table.name} t WHERE t.area = v.area)`,
        [Object.values(AREAS)],
      ),
    ],
  ]
  await client.query('ROLLBACK')
  return found
}

type Operation = {
  needs: string[]
  /** Whether it was done. No row and no permission are refusals; any other error is a fault of the test. */
  attempt(client: Client, table: Table, given: Given): Promise<boolean>
  expects(inScope: (area: number) => boolean, area: number): boolean
}
const ofRow = (inScope: (area: number) => boolean, area: number) => inScope(area)
const outside = (area: number) => (area === AREAS.otherCounty ? AREAS.own : AREAS.otherCounty)

const OPERATIONS: Record<string, Operation> = {
  insert: {
    needs: ['INSERT'],
    attempt: (client, table, { extra }) => unlessDenied(() => insertRow(client, table.name, extra)),
    expects: ofRow,
  },
  update: {
    needs: ['UPDATE'],
    attempt: (client, table, { main }) =>
      unlessDenied(() => change(client, table, main, (where) => `UPDATE ${table.name} SET area = area WHERE ${where}`)),
    expects: ofRow,
  },
  /** Into another county: a row is neither pushed out of sight nor pulled in. */
  move: {
    needs: ['UPDATE'],
    attempt: (client, table, { area, main }) => {
      const to = `area = ${outside(area)}, county = ${Math.floor(outside(area) / 1_000_000)}`
      return unlessDenied(() => change(client, table, main, (where) => `UPDATE ${table.name} SET ${to} WHERE ${where}`))
    },
    expects: (inScope, area) => inScope(area) && inScope(outside(area)),
  },
  delete: {
    needs: ['DELETE'],
    attempt: (client, table, { main }) =>
      unlessDenied(() => change(client, table, main, (where) => `DELETE FROM ${table.name} WHERE ${where}`)),
    expects: ofRow,
  },
  upsert: {
    needs: ['INSERT', 'UPDATE'],
    attempt: (client, table, { main }) =>
      unlessDenied(() =>
        insertRow(client, table.name, main, `ON CONFLICT (${table.key.join(', ')}) DO UPDATE SET area = excluded.area`),
      ),
    expects: ofRow,
  },
}

async function change(client: Client, { key }: Table, row: Row, text: (where: string) => string): Promise<number> {
  const where = key.map((column, at) => `${column} = $${at + 1}`).join(' AND ')
  const { rowCount } = await client.query(
    text(where),
    key.map((column) => row[column]),
  )
  return rowCount ?? 0
}

async function allowedOperations(client: Client, { name }: Table): Promise<[string, Operation][]> {
  const { rows } = await client.query<{ granted: string }>(
    "SELECT p AS granted FROM unnest('{INSERT,UPDATE,DELETE}'::text[]) p WHERE has_table_privilege($1, p)",
    [name],
  )
  const granted = rows.map((row) => row.granted)
  return Object.entries(OPERATIONS).filter(([, { needs }]) => needs.every((need) => granted.includes(need)))
}

const DENIED = '42501'
/** Only a row that was seen can be held back by what points at it. */
const POINTED_AT = '23503'

async function unlessDenied(work: () => Promise<number>): Promise<boolean> {
  try {
    return (await work()) > 0
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === DENIED) return false
    if (code === POINTED_AT) return true
    throw error
  }
}

/** Tables that the given ones refer to, and those these refer to. */
function parentsOf(tables: Table[], all: Table[]): Set<string> {
  const parents = new Set<string>()
  const follow = (some: Table[]) => {
    for (const { parent } of some.flatMap(({ references }) => references)) {
      if (parents.has(parent)) continue
      parents.add(parent)
      follow(all.filter(({ name }) => name === parent))
    }
  }
  follow(tables)
  return parents
}
