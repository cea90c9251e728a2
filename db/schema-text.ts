import type { ClientBase } from 'pg'
import { readAccess } from './access.ts'
import { type Column, notOfExtension, readTables, type Table } from './catalog.ts'

/**
 * The schema as SQL that makes it again, the same text for the same schema: what a migration really did is seen in its diff,
 * grants and policies included, and an auditor reads one file.
 */
export async function schemaText(client: ClientBase): Promise<string> {
  // Names are then written without their schema only where that is unambiguous.
  await client.query("SET search_path = 'public'")
  const tables = await readTables(client)
  const list = async (query: string) =>
    (await client.query<{ statement: string }>(query)).rows.map((row) => row.statement)
  const sections: [string, string[]][] = [
    ['Extensions', await list(EXTENSIONS)],
    ['Sequences', await list(SEQUENCES)],
    ['Types', await list(TYPES)],
    ['Tables', tables.map(tableText)],
    ['References', tables.flatMap(referencesOf)],
    ['Views', await list(VIEWS)],
    ['Functions', await list(FUNCTIONS)],
    ['Triggers', await list(TRIGGERS)],
    ['Access', await readAccess(client)],
  ]
  const written = sections.filter(([, statements]) => statements.length > 0)
  return `${HEAD}${written.map(([title, statements]) => `\n-- ${title}\n\n${statements.join('\n')}\n`).join('')}`
}

const HEAD = `-- The schema that db/migrations make. Written by \`node db/generate.ts\`; edited by nobody.
SET check_function_bodies = off;
`

function tableText(table: Table): string {
  const inside = [
    ...table.columns.map(columnText),
    ...table.constraints
      .filter(({ kind }) => kind !== 'f')
      .map(({ name, definition }) => `CONSTRAINT ${name} ${definition}`),
  ]
  const end = table.partition && !table.parent ? ` PARTITION BY ${table.partition}` : ''
  const create = table.parent
    ? `CREATE TABLE ${table.name} PARTITION OF ${table.parent} ${table.partition};`
    : `CREATE TABLE ${table.name} (\n${inside.map((line) => `  ${line}`).join(',\n')}\n)${end};`
  const comments = [
    commentText(`TABLE ${table.name}`, table.comment),
    ...table.columns.map((column) => commentText(`COLUMN ${table.name}.${column.name}`, column.comment)),
  ]
  // A partition's indexes come with its parent's.
  const indexes = table.parent ? [] : table.indexes.map(({ definition }) => `${definition};`)
  return `${[create, ...comments.filter(Boolean), ...indexes].join('\n')}\n`
}

function columnText({ name, type, notNull, default: value, generated, identity }: Column): string {
  const made = generated
    ? ` GENERATED ALWAYS AS (${value}) ${generated.toUpperCase()}`
    : identity
      ? ` GENERATED ${identity} AS IDENTITY`
      : value
        ? ` DEFAULT ${value}`
        : ''
  return `${name} ${type}${made}${notNull ? ' NOT NULL' : ''}`
}

const commentText = (what: string, comment: string | null) =>
  comment === null ? '' : `COMMENT ON ${what} IS '${comment.replaceAll("'", "''")}';`

const referencesOf = (table: Table) =>
  table.constraints
    .filter(({ kind }) => kind === 'f' && !table.parent)
    .map(({ name, definition }) => `ALTER TABLE ${table.name} ADD CONSTRAINT ${name} ${definition};`)

const EXTENSIONS = `
  SELECT format('CREATE EXTENSION IF NOT EXISTS %I;', extname) AS statement
  FROM pg_extension WHERE extname <> 'plpgsql' ORDER BY extname COLLATE "C"`

const SEQUENCES = `
  SELECT format('CREATE SEQUENCE %I AS %s INCREMENT %s MINVALUE %s MAXVALUE %s START %s CACHE %s%s;', c.relname,
    format_type(s.seqtypid, NULL), s.seqincrement, s.seqmin, s.seqmax, s.seqstart, s.seqcache,
    CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END)
    || coalesce(E'\\n' || format('COMMENT ON SEQUENCE %I IS %L;', c.relname, obj_description(c.oid, 'pg_class')), '') AS statement
  FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
  WHERE c.relnamespace = 'public'::regnamespace AND ${notOfExtension('pg_class', 'c.oid')}
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'i')
  ORDER BY c.relname COLLATE "C"`

const TYPES = `
  SELECT CASE t.typtype
    WHEN 'e' THEN format('CREATE TYPE %I AS ENUM (%s);', t.typname,
      (SELECT string_agg(quote_literal(enumlabel), ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid))
    ELSE format('CREATE DOMAIN %I AS %s%s%s;', t.typname, format_type(t.typbasetype, t.typtypmod), CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END,
      (SELECT string_agg(format(' CONSTRAINT %I %s', conname, pg_get_constraintdef(oid)), '' ORDER BY conname COLLATE "C")
         FROM pg_constraint WHERE contypid = t.oid AND contype = 'c')) END AS statement
  FROM pg_type t
  WHERE t.typnamespace = 'public'::regnamespace AND t.typtype IN ('e', 'd') AND ${notOfExtension('pg_type', 't.oid')}
  ORDER BY t.typname COLLATE "C"`

const VIEWS = `
  SELECT format(E'CREATE %sVIEW %I%s AS\\n%s', CASE c.relkind WHEN 'm' THEN 'MATERIALIZED ' ELSE '' END, c.relname,
    coalesce(' WITH (' || array_to_string(c.reloptions, ', ') || ')', ''), pg_get_viewdef(c.oid)) AS statement
  FROM pg_class c
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('v', 'm') AND ${notOfExtension('pg_class', 'c.oid')}
  ORDER BY c.relname COLLATE "C"`

const FUNCTIONS = `
  SELECT rtrim(pg_get_functiondef(p.oid), E'\\n') || ';'
    || coalesce(E'\\n' || format('COMMENT ON FUNCTION %s IS %L;', p.oid::regprocedure, obj_description(p.oid, 'pg_proc')), '') || E'\\n' AS statement
  FROM pg_proc p
  WHERE p.pronamespace = 'public'::regnamespace AND p.prokind IN ('f', 'p') AND ${notOfExtension('pg_proc', 'p.oid')}
  ORDER BY p.oid::regprocedure::text COLLATE "C"`

const TRIGGERS = `
  SELECT pg_get_triggerdef(t.oid) || ';' AS statement
  FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
  WHERE NOT t.tgisinternal AND c.relnamespace = 'public'::regnamespace
  ORDER BY c.relname COLLATE "C", t.tgname COLLATE "C"`
