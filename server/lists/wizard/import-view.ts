import type { Reply } from '#domain/base/route.ts'
import type { ReadChange } from '#domain/lists/file/read-changes.ts'
import { type ImportDates, importState, mayAskNow, workLeft } from '#domain/lists/import-state.ts'
import type { listsApi } from '#domain/lists/lists.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { type Import, workDone } from '../work/import.sql.ts'

type View = Reply<typeof listsApi.getImport>['import']
type Brought = Reply<typeof listsApi.getImport>['sameFile'][number]

export const broughtView = (row: Import): Brought => ({
  ...{
    id: row.id,
    at: row.received_at,
    by: row.officer_name,
    post: row.post_title,
    state: importState(row as ImportDates),
  },
})

/** With the name of its file, where another import speaks of it. */
export const namedView = (row: Import): Brought & { fileName: string } => ({
  ...broughtView(row),
  fileName: row.file_name,
})

/** An import as the screens show it. */
export async function importView(tx: Tx, row: Import, plan: Plan, now: Date): Promise<View> {
  return {
    ...broughtView(row),
    ...{ fileName: row.file_name, bytes: row.file_bytes, list: row.list, on: row.as_of, rows: row.read_rows },
    listName: plan.lists.find(({ key }) => key === row.list)?.name ?? null,
    tallies: row.tallies as Record<string, number>,
    problem: row.problem as View['problem'],
    ...{ may: mayAskNow(row as ImportDates), left: workLeft(row as ImportDates) },
    reading: (row.reading as { changes?: ReadChange[] }).changes ?? [],
    ...{ begunAt: row.begun_at, appliedAt: row.applied_at, undoneAt: row.undone_at },
    progress: row.asked === null ? null : await progressOf(tx, row, now),
  }
}

/** Speed as it was since the work was asked for; what is left, from the rows or, while reading, from the share of the file. */
async function progressOf(tx: Tx, row: Import, now: Date): Promise<View['progress']> {
  const work = row.asked!
  const { rows, since, first } = await workDone(tx, row, work)
  const begun = Math.max(Date.parse(row.asked_at ?? row.received_at), first === null ? 0 : Date.parse(first) - 60_000)
  const seconds = Math.max(0.001, (now.getTime() - begun) / 1000)
  const of = work === 'read' || work === 'undo' ? null : row.read_rows
  const share = work === 'read' ? row.share : of ? rows / of : 0
  const speed = since > 0 ? since / seconds : null
  return {
    ...{ work, done: rows, of, share },
    rowsPerSecond: speed === null ? null : Math.round(speed),
    secondsLeft:
      speed === null || share <= 0.01
        ? null
        : Math.ceil(of === null ? (seconds * (1 - share)) / share : (of - rows) / speed),
  }
}
