import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { fail } from '#domain/base/fail.ts'
import { downloadExport, type ExportCtx } from './export.handlers.ts'

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/**
 * `GET /api/exports/:id/file`, the one route that answers no JSON: the finished workbook of the one who asked for it.
 * `ctxOf` says who asks and refuses whoever may not export.
 */
export function serveExportFile(
  app: FastifyInstance,
  deps: { folder: string },
  ctxOf: (request: FastifyRequest) => Promise<ExportCtx>,
): void {
  app.get('/api/exports/:id/file', async (request, reply) => {
    const id = Number((request.params as { id: string }).id)
    if (!Number.isSafeInteger(id) || id < 1) refuseId()
    const path = await downloadExport(deps, id, await ctxOf(request))
    return sendWorkbook(reply, path, id)
  })
}

async function sendWorkbook(reply: FastifyReply, path: string, id: number): Promise<FastifyReply> {
  const found = await stat(path).catch(() => undefined)
  if (!found) refuseGone()
  return reply
    .header('content-type', WORKBOOK)
    .header('content-length', found.size)
    .header(
      'content-disposition',
      `attachment; filename="export-${id}.xlsx"; filename*=UTF-8''${encodeURIComponent(`导出${id}.xlsx`)}`,
    )
    .header('cache-control', 'no-store')
    .header('x-content-type-options', 'nosniff')
    .send(createReadStream(path))
}

function refuseId(): never {
  fail('indicators.export.absent', { zh: '没有这份导出', en: 'There is no such export' }, { status: 404 })
}

function refuseGone(): never {
  fail(
    'indicators.export.gone',
    { zh: '文件已不在服务器上，请重新导出', en: 'The file is no longer on the server; export again' },
    { status: 410 },
  )
}
