import type { ClientBase } from 'pg'

/** Indexes, constraints and row-level security of some tables, as their definitions in the catalog. */
export type Shape = {
  indexes: { name: string; definition: string }[]
  constraints: { table: string; name: string; kind: 'u' | 'x' | 'f'; definition: string }[]
  forced: string[]
}

export async function readShape(admin: ClientBase, tables: readonly string[]): Promise<Shape> {
  const { rows: indexes } = await admin.query<Shape['indexes'][number]>(
    `SELECT c.relname AS name, pg_get_indexdef(i.indexrelid) AS definition
       FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
      WHERE i.indrelid = ANY ($1::regclass[]) AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x'))
      ORDER BY c.relname`,
    [tables],
  )
  const { rows: constraints } = await admin.query<Shape['constraints'][number]>(
    `SELECT conrelid::regclass::text AS table, conname AS name, contype AS kind, pg_get_constraintdef(oid) AS definition
       FROM pg_constraint
      WHERE contype IN ('u', 'x', 'f') AND (conrelid = ANY ($1::regclass[]) OR confrelid = ANY ($1::regclass[])) AND conparentid = 0
      ORDER BY array_position(ARRAY['u', 'x', 'f'], contype::text), conrelid::regclass::text, conname`,
    [tables],
  )
  const { rows: forced } = await admin.query<{ name: string }>(
    'SELECT oid::regclass::text AS name FROM pg_class WHERE oid = ANY ($1::regclass[]) AND relforcerowsecurity ORDER BY 1',
    [tables],
  )
  return { indexes, constraints, forced: forced.map(({ name }) => name) }
}

/** Row-level security binds the owner too, and COPY refuses it: it is lifted for the owner until `restore`. */
export async function strip(admin: ClientBase, shape: Shape): Promise<void> {
  for (const table of shape.forced) await admin.query(`ALTER TABLE ${table} NO FORCE ROW LEVEL SECURITY`)
  for (const { table, name } of [...shape.constraints].reverse())
    await admin.query(`ALTER TABLE ${table} DROP CONSTRAINT "${name}"`)
  for (const { name } of shape.indexes) await admin.query(`DROP INDEX "${name}"`)
}

/** Builds everything again from its own definition; a row that breaks a constraint fails here. Foreign keys come last. */
export async function restore(admin: ClientBase, shape: Shape, onStep: (what: string) => void): Promise<void> {
  for (const { name, definition } of shape.indexes) {
    onStep(name)
    await admin.query(definition)
  }
  for (const { table, name, definition } of shape.constraints) {
    onStep(name)
    await admin.query(`ALTER TABLE ${table} ADD CONSTRAINT "${name}" ${definition}`)
  }
  for (const table of shape.forced) await admin.query(`ALTER TABLE ${table} FORCE ROW LEVEL SECURITY`)
}

export const stepsOf = (shape: Shape): number => shape.indexes.length + shape.constraints.length
