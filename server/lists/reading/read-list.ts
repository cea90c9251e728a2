import type { Scope } from '#domain/access/scope.ts'
import type { Inspection, ReadChoice } from '#domain/lists/inspection.ts'
import type { Place, ReadBatch } from '#domain/lists/reading.ts'
import type { List } from '#domain/plan/list.ts'
import { runChild } from './child/run-child.ts'
import { FILE_LIMITS, type FileLimits } from './file-limits.ts'

export type ListReading = {
  list: List
  places: Place[]
  /** The area of the post that brings it: which of several places of one name a row's home is. */
  near?: Scope
  choice?: ReadChoice
  limits?: Partial<FileLimits>
  /** With the cells of every row as they came; else `raw` is empty. */
  raw?: boolean
}

/**
 * The rows of a list in a file, typed, some at a time, read by a process of their own. `places`: areas of every division.
 * Refuses (`lists.file.*`) a file that is damaged, too large, or has no such headings; a row's own faults stand in the row.
 */
export async function* readList(
  path: string,
  { list, places, near, choice = {}, limits, raw = false }: ListReading,
): AsyncGenerator<ReadBatch> {
  const task = { kind: 'read', path, limits: { ...FILE_LIMITS, ...limits }, list, places, near, choice, raw } as const
  for await (const answer of runChild(task)) if ('batch' in answer) yield answer.batch
}

/** Seconds after which looking at a file is given up. */
const INSPECT_SECONDS = 30

/** What a file is found to be: its sheets, headings, the list it looks like, and a few masked cells of each column. */
export async function inspectFile(path: string, lists: List[], limits?: Partial<FileLimits>): Promise<Inspection> {
  const task = {
    kind: 'inspect',
    path,
    limits: { ...FILE_LIMITS, seconds: INSPECT_SECONDS, ...limits },
    lists,
  } as const
  for await (const answer of runChild(task)) if ('inspection' in answer) return answer.inspection
  throw new Error('The reading process ended without an answer')
}
