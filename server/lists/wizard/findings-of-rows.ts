import type { Reply } from '#domain/base/route.ts'
import type { listsApi } from '#domain/lists/lists.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { findingRules } from '../../needs/finding-rules.ts'
import type { Import } from '../work/import.sql.ts'
import { WARNED_ROWS } from '../work/import-work.ts'
import { raisedCounts, warningCounts } from './rows.sql.ts'

type Found = Reply<typeof listsApi.listImportFindings>['findings']

/** Since when findings of an import's files are its own: taken, they are those determined of the files now; before, those the preview found. */
export const takenSince = ({ applied_at, begun_at }: Import): string | null => (applied_at === null ? null : begun_at)

/** Findings that rows bring, gravest first, and how many rows; undefined where they were not asked: nothing is compared, or too many rows are. */
export async function findingsOfRows(tx: Tx, row: Import, plan: Plan, on: string): Promise<Found | undefined> {
  const since = takenSince(row)
  const asked = since !== null || (row.matched_at !== null && row.read_rows <= WARNED_ROWS)
  if (row.undone_at !== null || !asked) return undefined
  const rules = findingRules(plan, on)
  const keys = rules.map(({ key }) => key)
  const counts = since === null ? await warningCounts(tx, row) : await raisedCounts(tx, row, since, keys)
  const rowsOf = new Map(counts.map(({ key, rows }) => [key, rows]))
  return rules.flatMap(({ key, name, clause, severity, mend }) => {
    const rows = rowsOf.get(key)
    return rows ? [{ key, name, clause, severity, mend, rows }] : []
  })
}
