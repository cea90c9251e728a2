import type { Catalogue } from '#domain/people/fact.ts'
import type { Predicate } from '#domain/rules/predicate.ts'
import { quoteName } from '#domain/rules/sql/text.ts'
import { instantSql } from '../../people/instant.ts'

/** From a counted record to the records its rule reads: how they hang on each other, as the catalogue says. */
type Step = { table: string; on: readonly (readonly [string, string])[] }
type Path = readonly Step[]

/** A rule that goes further would be a rule about other people's people. */
const FARTHEST = 4

/** Every way the rule leads from its record to another, by the references and lists it reads. */
export function pathsOf({ catalogue, root, facts }: Pick<Predicate, 'catalogue' | 'root' | 'facts'>): Path[] {
  const read = new Set(facts)
  const found: Path[] = []
  const walk = (record: string, path: Path): void => {
    if (path.length === FARTHEST) return
    for (const [key, fact] of Object.entries((catalogue as Catalogue)[record]!.facts)) {
      if ((fact.kind !== 'ref' && fact.kind !== 'list') || !read.has(`${record}.${key}`)) continue
      const there = fact.kind === 'ref' ? fact.to : fact.of
      const longer = [...path, { table: catalogue[there]!.table, on: fact.on }]
      found.push(longer)
      walk(there, longer)
    }
  }
  walk(root, [])
  return found
}

/** Rows of a table that were said at any moment after one: those said now, and those that history took over since. */
export const saidSince = (table: string, since: string, columns: readonly string[]): string => {
  const list = (alias: string) => columns.map((column) => `${alias}.${quoteName(column)}`).join(', ')
  const name = quoteName(table)
  const past = quoteName(`${table}_history`)
  return `(SELECT ${list('h')}, h.known_from, NULL::timestamptz AS known_to, NULL::text AS superseded_by, h.source FROM ${name} h
     UNION ALL SELECT ${list('h')}, h.known_from, h.known_to, h.superseded_by, h.source FROM ${past} h WHERE h.known_to > ${since})`
}

/**
 * One row for each row of the ledger that began or ceased to be said since a moment and that the rule reads of a counted record:
 * `id` of the counted record, and of the changed row its table, key and clocks. `roots` narrows the counted records (`r`), `told` the
 * tables that are looked at.
 */
export function changesSince(
  predicate: Predicate,
  knownAt: string,
  roots: string,
  told: (table: string) => boolean = () => true,
): string {
  const since = instantSql(knownAt)
  const { table } = predicate.catalogue[predicate.root]!
  const changed = (alias: string) => `(${alias}.known_from > ${since} OR ${alias}.known_to > ${since})`
  const row = (alias: string, name: string) =>
    `'${name}' AS told_by, ${alias}.id AS row_id, ${alias}.known_from, ${alias}.known_to, ${alias}.superseded_by, ${alias}.source`
  const ways = [[] as Path, ...pathsOf(predicate)].filter((path) => told(path.at(-1)?.table ?? table))
  const arms = ways.map((path) => {
    const names = [table, ...path.map((step) => step.table)]
    const joins = path.map(
      (step, at) =>
        `JOIN ${relation(step.table, path, at + 1, since)} t${at + 1} ON ${step.on
          .map(([here, there]) => `t${at + 1}.${quoteName(there)} = ${at === 0 ? 'r' : `t${at}`}.${quoteName(here)}`)
          .join(' AND ')}`,
    )
    const last = path.length === 0 ? 'r' : `t${path.length}`
    const first = saidSince(table, since, columnsAt(path, 0))
    return `SELECT r.county AS root_county, r.id, ${row(last, names.at(-1)!)} FROM ${first} r ${joins.join(' ')} WHERE ${changed(last)} AND ${roots}`
  })
  return arms.join(' UNION ALL ')
}

const relation = (table: string, path: Path, at: number, since: string): string =>
  saidSince(table, since, columnsAt(path, at))

/** The columns that the steps before and after a table join on. */
function columnsAt(path: Path, at: number): string[] {
  const into = path[at - 1]?.on.map(([, there]) => there) ?? []
  const out = path[at]?.on.map(([here]) => here) ?? []
  return [...new Set(['county', 'area', 'id', ...into, ...out])]
}

/** Beyond this many changed rows it is quicker to read both lists whole. */
export const FEW = 2000

/** Asks, table by table, how many rows began or ceased to be said since a moment; stops counting where they are many. */
export function changedRows(tables: readonly string[], knownAt: string): string {
  const since = instantSql(knownAt)
  const counts = tables.map((table) => {
    const rows = `SELECT FROM ${quoteName(table)} WHERE known_from > ${since}
      UNION ALL SELECT FROM ${quoteName(`${table}_history`)} WHERE known_to > ${since}`
    return `SELECT '${table}' AS name, (SELECT count(*) FROM (SELECT FROM (${rows}) c LIMIT ${FEW}) counted)::int AS rows`
  })
  return counts.join(' UNION ALL ')
}

/** The tables a rule reads of its record and beyond it. */
export function tablesOf(predicate: Predicate): string[] {
  const { table } = predicate.catalogue[predicate.root]!
  return [...new Set([table, ...pathsOf(predicate).flatMap((path) => path.map((step) => step.table))])]
}
