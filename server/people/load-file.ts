import type { FileRecord } from '#domain/rules/closure/frame.ts'
import type { Clocks } from '../context.ts'
import type { Tx } from '../db.ts'
import { fileGraph } from './file-graph.ts'
import { type LedgerRow, peopleAround, type RecordRow, recordsOf, sitesOf } from './file-rows.sql.ts'

/**
 * One person's file as rules read it: every spell; the household, its members and their spells; who has the same number,
 * phone or account; the sites that spells name. Four queries, whatever its size. Lists further away were not read and
 * refuse to be. Undefined where the post sees no such person as known at that moment. What lies outside the post's scope is missing.
 */
export async function loadFile(
  tx: Tx,
  county: number,
  id: number,
  { knownAt }: Pick<Clocks, 'knownAt'>,
): Promise<FileRecord | undefined> {
  const [first, ...others] = await peopleAround(tx, { county, id }, knownAt)
  if (!first) return undefined
  const all = [first, ...others]
  const home = first.household_id
  const near = all.filter((row) => row === first || (home !== null && row.household_id === home))
  const records = await recordsOf(
    tx,
    county,
    { people: near.map(idOf), households: idsIn(all, 'household_id') },
    knownAt,
  )
  const siteIds = idsIn(
    records.map(({ row }) => row),
    'site_id',
    'brand_id',
  )
  const sites = siteIds.length > 0 ? await sitesOf(tx, county, siteIds, knownAt) : []
  const rows: RecordRow[] = [...all.map((row) => ({ record: 'person', row })), ...records, ...sites]
  return fileGraph(rows, wholeAround(first, new Set(near.map(idOf))))[0]
}

const idOf = (row: LedgerRow) => row.id as number
const idsIn = (rows: readonly LedgerRow[], ...columns: string[]): number[] => {
  const ids = rows.flatMap((row) => columns.map((column) => row[column] ?? null))
  return [...new Set(ids.filter((id): id is number => id !== null))]
}

const wholeAround = (first: LedgerRow, near: ReadonlySet<number>) => (record: string, row: LedgerRow, list: string) => {
  if (record === 'household') return row.id === first.household_id
  if (record !== 'person') return false
  return list.startsWith('same_') ? row === first : near.has(idOf(row))
}
