import type { ClientBase } from 'pg'
import { typescriptTypes } from '#server/postgres/wire/values.ts'
import { type Column, readTables, type Table } from './catalog.ts'

/** `db/types.ts`: what a row of each table is once the driver has read it. */
export async function rowTypesText(client: ClientBase): Promise<string> {
  const tables = (await readTables(client)).filter(({ parent }) => !parent)
  return `${HEAD}\n${tables.map(rowType).join('\n')}`
}

const HEAD = `// What a row of each table is. Written by \`node db/generate.ts\` from the database; edited by nobody.
`

function rowType(table: Table): string {
  const fields = table.columns.map(
    (column) => `${doc(column.comment, '  ')}  ${column.name}: ${fieldType(table, column)}\n`,
  )
  return `${doc(table.comment, '')}export type ${typeName(table.name)} = {\n${fields.join('')}}\n`
}

const typeName = (table: string) => `${table.replace(/(^|_)(\w)/g, (_, __, letter: string) => letter.toUpperCase())}Row`
const doc = (comment: string | null, indent: string) =>
  comment ? `${indent}/** ${comment.replaceAll('*/', '*\\/').replaceAll('\n', ' ')} */\n` : ''

function fieldType(table: Table, column: Column): string {
  const one = (!column.array && allowedWords(table, column)) || (typescriptTypes[column.base] ?? 'string')
  const whole = column.array ? `${one.includes('|') ? `(${one})` : one}[]` : one
  return column.notNull || whole === 'unknown' ? whole : `${whole} | null`
}

/** A check that a column is one of some words is the union of those words. */
function allowedWords(table: Table, column: Column): string | undefined {
  const start = `CHECK ((${column.name} = ANY (ARRAY[`
  const check = table.constraints.find(({ kind, definition }) => kind === 'c' && definition.startsWith(start))
  const words = check?.definition.slice(start.length).match(/^((?:'[^']*'::text(?:, )?)+)\]\)\)\)$/)?.[1]
  return words?.match(/'[^']*'/g)?.join(' | ')
}
