import type { ClientBase } from 'pg'

export type Column = {
  name: string
  /** As SQL writes it: `character varying(20)`, `text[]`. */
  type: string
  /** The bare name of the type, or of an array's element. */
  base: string
  array: boolean
  notNull: boolean
  default: string | null
  generated: 'stored' | 'virtual' | null
  identity: 'ALWAYS' | 'BY DEFAULT' | null
  comment: string | null
}
export type Constraint = { name: string; kind: 'p' | 'u' | 'x' | 'c' | 'f'; definition: string }
export type Table = {
  name: string
  comment: string | null
  partition: string | null
  parent: string | null
  columns: Column[]
  constraints: Constraint[]
  indexes: { name: string; definition: string }[]
}

/** Tables of the public schema, without what extensions brought, in the order of their names. */
export async function readTables(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<{ table: Table }>(`
    SELECT json_build_object(
      'name', c.relname,
      'comment', obj_description(c.oid, 'pg_class'),
      'partition', CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) ELSE pg_get_expr(c.relpartbound, c.oid) END,
      'parent', (SELECT inhparent::regclass::text FROM pg_inherits WHERE inhrelid = c.oid),
      'columns', (${COLUMNS}),
      'constraints', (${CONSTRAINTS}),
      'indexes', (${INDEXES})) AS table
    FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND ${notOfExtension('pg_class', 'c.oid')}
    ORDER BY c.relname COLLATE "C"`)
  return rows.map((row) => row.table)
}

export const notOfExtension = (catalog: string, oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`

const COLUMNS = `
  SELECT coalesce(json_agg(json_build_object(
    'name', a.attname,
    'type', format_type(a.atttypid, a.atttypmod),
    'base', coalesce(element.typname, t.typname),
    'array', element.oid IS NOT NULL,
    'notNull', a.attnotnull,
    'default', pg_get_expr(ad.adbin, ad.adrelid),
    'generated', CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END,
    'identity', CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END,
    'comment', col_description(a.attrelid, a.attnum)) ORDER BY a.attnum), '[]')
  FROM pg_attribute a
  JOIN pg_type t ON t.oid = a.atttypid
  LEFT JOIN pg_type element ON element.oid = t.typelem AND t.typcategory = 'A'
  LEFT JOIN pg_attrdef ad ON ad.adrelid = a.attrelid AND ad.adnum = a.attnum
  WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped`

// NOT NULL is said with its column; PostgreSQL 18 lists it here as well.
const CONSTRAINTS = `
  SELECT coalesce(json_agg(json_build_object('name', k.conname, 'kind', k.contype, 'definition', pg_get_constraintdef(k.oid))
    ORDER BY strpos('puxcf', k.contype::text), k.conname COLLATE "C"), '[]')
  FROM pg_constraint k WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'x', 'c', 'f')`

const INDEXES = `
  SELECT coalesce(json_agg(json_build_object('name', ic.relname, 'definition', pg_get_indexdef(i.indexrelid))
    ORDER BY ic.relname COLLATE "C"), '[]')
  FROM pg_index i JOIN pg_class ic ON ic.oid = i.indexrelid
  WHERE i.indrelid = c.oid AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))`
