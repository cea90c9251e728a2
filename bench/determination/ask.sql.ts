import type { Predicate } from '#domain/rules/predicate.ts'
import type { Tx } from '#server/db.ts'
import type { TableLayout } from '#server/needs/snapshot/layout.ts'
import { ruleSql } from '#server/people/why/compiled.ts'
import type { PlainFile } from './witnesses.ts'

/** How many files satisfy each rule: all rules in one statement over the table of people. */
export async function countBySql(tx: Tx, predicates: readonly Predicate[]): Promise<number[]> {
  const counts = predicates.map(
    (predicate, at) => `count(*) FILTER (WHERE ${ruleSql(predicate, { knownAt: null }, { alias: 'p' })}) AS n${at}`,
  )
  const [row] = await tx.query<Record<string, number>>(`SELECT ${counts.join(', ')} FROM person AS p`)
  return predicates.map((_, at) => row![`n${at}`]!)
}

/** The least that anybody must do who reads the same columns: count what is not null, once for each table. */
export async function countColumns(tx: Tx, layouts: ReadonlyMap<string, TableLayout>): Promise<void> {
  for (const { table, scalars } of layouts.values()) {
    const columns = scalars.map(([, { column }]) => `count(t.${column})`)
    await tx.query(`SELECT count(*), ${columns.join(', ') || '1'} FROM ${table} AS t`)
  }
}

/** Files as other engines take them, some from each county. */
export const plainFiles = (tx: Tx, on: string, files: number): Promise<{ file: PlainFile }[]> =>
  tx.query(
    `SELECT json_build_object('on', $1::date - DATE '1970-01-01', 'in_school', p.in_school,
       'employments', (SELECT coalesce(json_agg(json_build_object('from', e.valid_from - DATE '1970-01-01',
          'to', e.valid_to - DATE '1970-01-01', 'wage', e.monthly_wage_fen, 'channel', e.channel)), '[]')
          FROM employment e WHERE e.county = p.county AND e.person_id = p.id),
       'wishes', (SELECT coalesce(json_agg(json_build_object('from', w.valid_from - DATE '1970-01-01',
          'to', w.valid_to - DATE '1970-01-01', 'kind', w.kind)), '[]')
          FROM wish w WHERE w.county = p.county AND w.person_id = p.id),
       'posts', (SELECT coalesce(json_agg(json_build_object('from', o.valid_from - DATE '1970-01-01',
          'to', o.valid_to - DATE '1970-01-01')), '[]')
          FROM public_post o WHERE o.county = p.county AND o.person_id = p.id)) AS file
     FROM (SELECT county, id, in_school FROM person ORDER BY id % 1009, county, id LIMIT $2) AS p`,
    [on, files],
  )

export const changeableFiles = (tx: Tx, files: number): Promise<{ county: number; id: number }[]> =>
  tx.query('SELECT county, id FROM person WHERE in_school = false ORDER BY id % 997, county, id LIMIT $1', [files])

export const enrol = (tx: Tx, county: number, id: number): Promise<object[]> =>
  tx.query('UPDATE person SET in_school = NOT in_school WHERE county = $1 AND id = $2', [county, id])
