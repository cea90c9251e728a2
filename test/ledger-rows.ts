import { randomUUID } from 'node:crypto'
import type { ClientBase } from 'pg'

/** A row for any table of the ledger, made from the catalog alone: a table added tomorrow is filled like the rest. */
export type Row = Record<string, unknown>
export type Variant = 'main' | 'spare'

type Column = { name: string; type: string; required: boolean; allowed: string | null }
type Reference = { columns: string[]; parent: string; parentColumns: string[] }
export type Table = { name: string; columns: Column[]; key: string[]; references: Reference[]; scoped: boolean }

const TABLES = `
  SELECT c.relname AS name,
    (SELECT json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, NULL),
        'required', a.attnotnull AND NOT a.atthasdef AND a.attgenerated = '', 'allowed', (
          SELECT substring(pg_get_constraintdef(k.oid) FROM '= ANY \\(ARRAY\\[''([^'']+)''')
          FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]
            AND pg_get_constraintdef(k.oid) LIKE '%= ANY (ARRAY[%' LIMIT 1)) ORDER BY a.attnum)
      FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS columns,
    (SELECT array_agg(a.attname::text) FROM pg_index i JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = ANY (i.indkey)
      WHERE i.indrelid = c.oid AND i.indisprimary) AS key,
    (SELECT coalesce(json_agg(json_build_object('parent', k.confrelid::regclass::text,
        'columns', (SELECT json_agg(a.attname ORDER BY p.at) FROM unnest(k.conkey) WITH ORDINALITY p(num, at) JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = p.num),
        'parentColumns', (SELECT json_agg(a.attname ORDER BY p.at) FROM unnest(k.confkey) WITH ORDINALITY p(num, at) JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = p.num))), '[]')
      FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype = 'f') AS references
  FROM pg_class c WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname`

/** Dictionaries of division codes: the same for everybody. */
const DICTIONARIES = new Set(['division_place'])

export async function readTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Omit<Table, 'scoped'>>(TABLES)
  return rows.map((table) => {
    const has = (name: string) => table.columns.some((column) => column.name === name)
    return { ...table, scoped: has('county') && has('area') && !DICTIONARIES.has(table.name) }
  })
}

/** Parents before children. */
export function inOrder(tables: Table[]): Table[] {
  const done: Table[] = []
  const waiting = new Set(tables)
  while (waiting.size > 0)
    for (const table of waiting) {
      const parents = table.references.map(({ parent }) => parent).filter((parent) => parent !== table.name)
      if ([...waiting].some(({ name }) => parents.includes(name))) continue
      done.push(table)
      waiting.delete(table)
    }
  return done
}

const BY_TYPE: Record<string, unknown> = {
  boolean: false,
  date: '2021-01-01',
  'timestamp with time zone': '2021-01-01T00:00:00Z',
  'text[]': [],
  'bigint[]': [],
  'smallint[]': [],
  bytea: Buffer.from('00', 'hex'),
  jsonb: {},
}
const BY_NAME: Record<string, unknown> = {
  ...{ months: 2, known_to: '2022-01-01T00:00:00Z', valid_to: '2022-01-01' },
  occupations: ['6-05-01-03'],
  month_to: '2022-01-01',
}

/** What a table's own checks ask for beyond the types of its columns. */
const BY_TABLE: Record<string, Row> = {
  attendance: { days: 20, valid_to: '2021-02-01' },
  vacancy_submission: { credit_code: '91500229MA5DEM001B' },
  occupation_word: { occupation: '6-05-01-03' },
}

/** Rows of one area; `main` has what hangs on it, `spare` has nothing yet. */
export class RowMaker {
  private nextId = 1
  private readonly made = new Map<string, Row>()

  make(table: Table, area: number, variant: Variant): Row {
    const row: Row = {}
    for (const column of table.columns)
      if (column.required || column.name === 'id') row[column.name] = this.value(table, column, area, variant)
    Object.assign(row, BY_TABLE[table.name])
    for (const reference of table.references) this.follow(row, reference, area, variant)
    return row
  }

  /** Remembered, for children to refer to. */
  keep(table: Table, area: number, variant: Variant, row: Row): void {
    this.made.set(`${table.name} ${area} ${variant}`, row)
  }

  private value({ key }: Table, { name, type, allowed }: Column, area: number, variant: Variant): unknown {
    if (name === 'area') return area
    if (name === 'county') return Math.floor(area / 1_000_000)
    if (type === 'uuid') return randomUUID()
    if (name === 'id' || /_id$/.test(name)) return this.nextId++
    if (type === 'text' && !allowed && key.includes(name)) return `x${this.nextId++}`
    if (type === 'text' && !allowed) return variant === 'main' ? 'x' : 'y'
    return allowed ?? BY_NAME[name] ?? BY_TYPE[type] ?? 1
  }

  private follow(row: Row, reference: Reference, area: number, variant: Variant): void {
    const { columns, parent, parentColumns } = reference
    if (!columns.every((column) => column in row)) return
    const target = this.made.get(`${parent} ${area} ${variant}`) ?? this.made.get(`${parent} 0 ${variant}`)
    columns.forEach((column, at) => {
      row[column] = target?.[parentColumns[at]!] ?? row[column]
    })
  }
}

export async function insertRow(client: ClientBase, table: string, row: Row, tail = ''): Promise<number> {
  const columns = Object.keys(row)
  const places = columns.map((_, at) => `$${at + 1}`)
  const { rowCount } = await client.query(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places.join(', ')}) ${tail}`,
    Object.values(row),
  )
  return rowCount ?? 0
}
