import { quoteName } from '#domain/rules/sql/text.ts'
import { instantSql } from './instant.ts'
import { readableColumns } from './why/readable-columns.ts'

/**
 * What stands for a table in a statement: its own name for what is known now (`knownAt` null), or its rows as they were known
 * at that moment, superseded since or not. The caller gives it an alias. Both halves stand under the scope policy.
 * Tables without a history stand for themselves. Refuses (`people.instant.unknown`) what is no moment.
 */
export function relationAt(knownAt: string | null): (table: string) => string {
  return knownAt === null ? quoteName : relationAtMoment(instantSql(knownAt))
}

/** The same for a moment that is an expression of the statement around it, such as a column of a list of moments. */
export function relationAtMoment(at: string): (table: string) => string {
  return (table) => {
    const columns = readableColumns.get(table)?.map(quoteName).join(', ')
    if (!columns) return quoteName(table)
    return `(SELECT ${columns} FROM ${quoteName(table)} WHERE known_from <= ${at} UNION ALL SELECT ${columns} FROM ${quoteName(
      `${table}_history`,
    )} WHERE known_from <= ${at} AND known_to > ${at})`
  }
}
