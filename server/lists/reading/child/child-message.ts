import type { Scope } from '#domain/access/scope.ts'
import type { Words } from '#domain/base/fail.ts'
import type { Inspection, ReadChoice } from '#domain/lists/inspection.ts'
import type { Place, ReadBatch } from '#domain/lists/reading.ts'
import type { List } from '#domain/plan/list.ts'
import type { FileLimits } from '../file-limits.ts'

/** What the reading process is told, and what it answers. */
export type ChildTask =
  | { kind: 'inspect'; path: string; limits: FileLimits; lists: List[] }
  | {
      kind: 'read'
      path: string
      limits: FileLimits
      list: List
      places: Place[]
      near: Scope | undefined
      choice: ReadChoice
      raw: boolean
    }
export type ChildAnswer =
  | { inspection: Inspection }
  | { batch: ReadBatch }
  | { done: true }
  | { refused: { code: string | null; words: Words | null; status: number } }
