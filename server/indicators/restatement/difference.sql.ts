import type { Interval } from '#domain/places/area.ts'
import type { Indicator, Plan } from '#domain/plan/indicator.ts'
import { indicatorRule } from '#domain/plan/indicator-rule.ts'
import type { Predicate } from '#domain/rules/predicate.ts'
import { toSql } from '#domain/rules/to-sql.ts'
import type { Tx } from '../../db.ts'
import { relationAt, relationAtMoment } from '../../people/as-of.ts'
import { instantSql } from '../../people/instant.ts'
import { areaCondition } from '../../people/list/scope-intervals.ts'
import { compiledRule, ruleSql } from '../../people/why/compiled.ts'
import { changedRows, changesSince, FEW, saidSince, tablesOf } from './touched.sql.ts'

/** The rule by which a figure was reported, or by which it is counted now. */
export type Rule = { plan: Plan; indicator: Indicator }
/**
 * One figure as reported and as known now. `since`: the moment the snapshot knew; `until`: the moment known now, and `hot` where
 * that is what the tables of today say; `same`: the definition did not change.
 */
export type Pair = {
  was: Rule
  is: Rule
  same: boolean
  on: string
  part: 'value' | 'of'
  since: string
  until: string
  hot: boolean
  /** Rows that began or ceased to be said since, by table, as far as they were counted: shared by the pairs of one question. */
  changed: Map<string, number>
  /** Whether only what changed is looked at where that is little; left out: in a large ledger, where reading both lists whole takes longer. */
  narrow?: boolean
}
/** A record in one of two lists, or in both in different places: where it counted then, where it counts now. */
export type Moved = { county: number; id: number; was: number | null; now: number | null }

export const predicateOf = ({ plan, indicator }: Rule, { on, part }: Pick<Pair, 'on' | 'part'>): Predicate =>
  compiledRule(plan, indicator.counts, indicatorRule(indicator, part), on)

const tableOf = (predicate: Predicate) => predicate.catalogue[predicate.root]!.table

/** Records the rule gives at a moment, `r`, of an area. */
function listed(
  predicate: Predicate,
  knownAt: string | null,
  intervals: readonly Interval[],
  narrowed: boolean,
): string {
  const from = `${relationAt(knownAt)(tableOf(predicate))} r`
  const touched = narrowed ? '(r.county, r.id) IN (SELECT county, id FROM touched) AND ' : ''
  const rule = ruleSql(predicate, { knownAt }, { alias: 'r', truthy: true })
  return `SELECT r.county, r.id, r.area FROM ${from} WHERE ${touched}${areaCondition(intervals, 'r')} AND ${rule}`
}

/**
 * The records by which the list of now differs from the list reported, in the intervals of an area. Where the definition is the
 * same only records of which something was said or unsaid since can differ: where they are few, only they are looked at.
 */
export async function differingRecords(tx: Tx, pair: Pair, intervals: readonly Interval[]): Promise<Moved[]> {
  const { same, since, until, hot } = pair
  const was = predicateOf(pair.was, pair)
  const tables = tablesOf(was)
  if (same) await countChanged(tx, pair, tables)
  const rows = tables.reduce((sum, table) => sum + (pair.changed.get(table) ?? 0), 0)
  if (same && rows === 0) return []
  const narrowed = same && rows < FEW && (pair.narrow ?? (await isLarge(tx, tableOf(was))))
  const changes = changesSince(was, since, areaCondition(intervals, 'r'), (table) => pair.changed.get(table) !== 0)
  const touched = narrowed
    ? `touched AS MATERIALIZED (SELECT DISTINCT root_county AS county, id FROM (${changes}) c),`
    : ''
  return tx.query<Moved>(
    `WITH ${touched} then_in AS MATERIALIZED (${listed(was, since, intervals, narrowed)}),
          now_in AS MATERIALIZED (${listed(predicateOf(pair.is, pair), hot ? null : until, intervals, narrowed)})
     SELECT coalesce(n.county, t.county) AS county, id, t.area AS was, n.area AS now
       FROM then_in t FULL JOIN now_in n USING (id) WHERE t.area IS DISTINCT FROM n.area
      ORDER BY coalesce(n.area, t.area), id`,
  )
}

/** By the planner's own estimate: at thirty thousand files reading both lists whole is some six times quicker than narrowing. */
async function isLarge(tx: Tx, table: string): Promise<boolean> {
  const [row] = await tx.query<{ rows: number }>('SELECT reltuples AS rows FROM pg_class WHERE oid = $1::regclass', [
    table,
  ])
  return (row?.rows ?? 0) >= LARGE
}
const LARGE = 200_000

/** Each table is counted once for all indicators that read it. */
async function countChanged(tx: Tx, { changed, since }: Pair, tables: readonly string[]): Promise<void> {
  const left = tables.filter((table) => !changed.has(table))
  if (left.length === 0) return
  for (const { name, rows } of await tx.query<{ name: string; rows: number }>(changedRows(left, since)))
    changed.set(name, rows)
}

export type Change = {
  id: number
  told_by: string
  row_id: number
  known_from: string
  known_to: string | null
  superseded_by: string | null
  source: string | null
}

/** A record in one of the counties that said it since the snapshot: one that moved across a border was said in two. */
export type Said = { county: number; id: number }

export const countiesOf = (tx: Tx, predicate: Predicate, since: string, ids: readonly number[]): Promise<Said[]> =>
  tx.query<Said>(
    `SELECT DISTINCT r.county, r.id FROM unnest($1::bigint[]) AS m (id) CROSS JOIN ledger_head l
       JOIN ${saidSince(tableOf(predicate), instantSql(since), ['county', 'id'])} r ON r.county = l.county AND r.id = m.id`,
    [ids],
  )

/** Every row that began or ceased to be said of some records since the snapshot, and that the rule reads. */
export const changesOf = (tx: Tx, predicate: Predicate, since: string, records: readonly Said[]) =>
  tx.query<Change>(changesSince(predicate, since, 'r.county = ANY ($1::int[]) AND r.id = ANY ($2::bigint[])'), [
    [...new Set(records.map(({ county }) => county))],
    [...new Set(records.map(({ id }) => id))],
  ])

/** Whether records fitted the rule, in an area, as known at moments: one answer for each county that may say it. */
export function heldAt(
  tx: Tx,
  predicate: Predicate,
  intervals: readonly Interval[],
  pairs: readonly { county: number; id: number; at: string }[],
): Promise<{ id: number; at: string; holds: boolean }[]> {
  const relation = relationAtMoment('m.at')
  const rule = toSql(predicate, { alias: 'r', relation, mode: 'strict', truthy: true })
  return tx.query(
    `SELECT m.id, m.at, EXISTS (SELECT FROM ${relation(tableOf(predicate))} r WHERE r.county = m.county AND r.id = m.id
        AND ${areaCondition(intervals, 'r')} AND ${rule}) AS holds
       FROM unnest($1::int[], $2::bigint[], $3::timestamptz[]) AS m (county, id, at) ORDER BY m.id, m.at`,
    [pairs.map(({ county }) => county), pairs.map(({ id }) => id), pairs.map(({ at }) => at)],
  )
}
