import { fail } from '#domain/base/fail.ts'
import type { Handlers } from '#domain/base/route.ts'
import type { indicatorsApi } from '#domain/indicators/indicators.api.ts'
import type { Tx } from '../../access/access-door.ts'
import { type Actor, recordRead, recordWrite } from '../../access/audit.ts'
import { findExport, insertExport } from './export.sql.ts'
import type { ExportJob } from './export-store.ts'
import { exportPath } from './export-workbook.ts'

/** Who asks, under which post, and a transaction in which the database sees no more than that post does. */
export type ExportCtx = {
  actor: Actor
  officer: { id: number; name: string }
  post: { id: number; title: string; scope: { lo: number; hi: number } }
  now: Date
  asPost<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}
export type ExportDeps = {
  /** Runs a command once for its client id: the second time it answers what it answered then. */
  once<T>(
    tx: Tx,
    command: { clientId: string; post: number; name: string; body: unknown; now: Date },
    run: () => Promise<T>,
  ): Promise<T>
  /** The day that is asked about where none is given. */
  today(): Promise<string>
  /** Something waits in the queue. */
  nudge(): void
  folder: string
}
type Routes = Pick<typeof indicatorsApi, 'requestExport' | 'getExport'>

export function exportHandlers(deps: ExportDeps): Handlers<Routes, ExportCtx> {
  return {
    requestExport: async ({ body }, ctx) => {
      const { clientId, reason, list } = body
      const fixed = { ...list, on: list.on ?? (await deps.today()), knownAt: list.knownAt ?? ctx.now.toISOString() }
      const command = { clientId, post: ctx.post.id, name: 'requestExport', body, now: ctx.now }
      const made = await ctx.asPost((tx) =>
        deps.once(tx, command, async () => ({ id: await ask(tx, ctx, reason, fixed) })),
      )
      deps.nudge()
      return made
    },
    getExport: ({ params }, ctx) =>
      ctx.asPost(async (tx) => {
        const { id, state, rows, expiresAt, problem } = await getExport(tx, params.id)
        return { id, state, rows, expiresAt, problem }
      }),
  }
}

async function ask(tx: Tx, ctx: ExportCtx, reason: string, list: ExportJob['list']): Promise<number> {
  const { officer, post } = ctx
  const id = await insertExport(
    tx,
    {
      officer: officer.id,
      post: post.id,
      ...post.scope,
      officerName: officer.name,
      postTitle: post.title,
      reason,
      list,
    },
    ctx.now,
  )
  await recordWrite(tx, ctx.actor, {
    action: 'people.export',
    object: { kind: 'export', id, ...(list.area !== undefined && { area: list.area }) },
    reason,
    detail: shapeOf(list),
  })
  return id
}

/**
 * Where the finished workbook lies, after the download was written down. For the one route that answers no JSON:
 * `GET /api/exports/:id/file`.
 */
export function downloadExport(deps: Pick<ExportDeps, 'folder'>, id: number, ctx: ExportCtx): Promise<string> {
  return ctx.asPost(async (tx) => {
    const job = await getExport(tx, id)
    if (job.state !== 'done' || (job.expiresAt !== null && Date.parse(job.expiresAt) <= ctx.now.getTime()))
      refuseNotReady(job.state === 'done' ? 'expired' : job.state)
    await recordRead(tx, ctx.actor, {
      action: 'people.export',
      object: { kind: 'export', id },
      reason: job.reason,
      detail: 'download',
      rows: job.rows,
    })
    return exportPath(deps.folder, id)
  })
}

/** What was asked, without a word that could be a person's: a filter may hold one, so only that there was one is told. */
function shapeOf(list: ExportJob['list']): string {
  const said = [
    list.indicator && `indicator ${list.indicator}`,
    list.predicate && `predicate ${list.predicate}`,
    list.filter && 'filter',
    `on ${list.on}`,
  ]
  return said.filter(Boolean).join(', ')
}

const getExport = async (tx: Tx, id: number): Promise<ExportJob> =>
  (await findExport(tx, id)) ??
  fail(
    'indicators.export.absent',
    { zh: '没有这份导出，或不是您申请的', en: 'There is no such export, or it is not yours' },
    { status: 404 },
  )

function refuseNotReady(state: string): never {
  const over = state === 'expired'
  fail(
    over ? 'indicators.export.expired' : 'indicators.export.notReady',
    over
      ? { zh: '文件已过期删除，请重新导出', en: 'The file has expired and was deleted; export again' }
      : { zh: '文件还没有生成好，请稍后再下载', en: 'The file is not ready; download it later' },
    { status: over ? 410 : 409 },
  )
}
