import type { Words } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import type { indicatorsApi } from '#domain/indicators/indicators.api.ts'

type ExportList = Input<(typeof indicatorsApi)['requestExport']>['body']['list']
type ExportState = 'waiting' | 'running' | 'done' | 'failed' | 'expired'

/** One asked-for workbook: whose, of which list, why, and how far it is. */
export type ExportJob = {
  id: number
  officer: number
  post: number
  /** The scope of the post when it was asked for: the list is read within it. */
  lo: number
  hi: number
  officerName: string
  postTitle: string
  reason: string
  /** With `on` and `knownAt` fixed when it was asked for, so that every page speaks of the same moment. */
  list: ExportList & { on: string; knownAt: string }
  state: ExportState
  rows: number
  requestedAt: string
  expiresAt: string | null
  problem: Words | null
}

/** What the queue of exports remembers; rows of one table, read and written in small steps so that a restart finds them. */
export type ExportStore = {
  /** The oldest waiting export, now running; undefined where none waits. */
  take(): Promise<ExportJob | undefined>
  /** Those that were running when the server stopped wait again. */
  requeue(): Promise<void>
  progress(id: number, rows: number): Promise<void>
  finish(id: number, rows: number, expiresAt: Date): Promise<void>
  fail(id: number, problem: Words): Promise<void>
  /** Ids whose time is over at `now`; they are expired from here on. */
  expire(now: Date): Promise<number[]>
}
