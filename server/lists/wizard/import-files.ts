import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Fault, ReadRow } from '#domain/lists/reading.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Door } from '../../db.ts'
import { errorWorkbook } from '../reading/error-workbook.ts'
import { readList } from '../reading/read-list.ts'
import { bringFile } from '../work/bring.ts'
import { findImport, type Import, rowsWithFaults } from '../work/import.sql.ts'
import { errorsOf } from '../work/import-errors.ts'
import { listOf, refuseDiscarded, refuseImport } from '../work/import-work.ts'
import { importPath, MOST_BYTES } from '../work/keep-file.ts'
import { placesOf } from '../work/places.sql.ts'
import { broughtView } from './import-view.ts'

type Given = { door: Door; dataDir: string; plan: Plan }
type Open = (request: FastifyRequest, needs: 'lists.import' | 'lists.read') => Promise<Ctx>

/**
 * The two routes that carry files: `PUT /api/imports/file?on=` takes the bytes of one as they are, straight to the data folder, and answers
 * `{ id, sameFile }`; its name may say whose list it is, so that it travels in a header, percent-encoded, and in no address; `GET /api/imports/:id/errors` gives a workbook of the rows that were not taken, with the reasons.
 */
export function serveImportFiles(app: FastifyInstance, given: Given, open: Open): void {
  app.register(async (scope) => {
    scope.removeAllContentTypeParsers()
    // Not read into memory: the handler is given the stream.
    scope.addContentTypeParser('*', { bodyLimit: MOST_BYTES }, (_request, payload, done) => done(null, payload))
    scope.put('/api/imports/file', { bodyLimit: MOST_BYTES }, async (request) => {
      const ctx = await open(request, 'lists.import')
      const { on } = request.query as { on?: string }
      const name = nameOf(request.headers['x-file-name'])
      if (!name || (on !== undefined && !isDay(on)) || !(request.body instanceof Readable)) refuseUpload()
      const acting = { officer: ctx.officer.id, post: ctx.post.id, scope: ctx.post.scope }
      const bringer = { acting, officerName: ctx.officer.name, postTitle: ctx.post.title, requestId: ctx.requestId }
      const { id, same } = await bringFile(given, bringer, { name, source: request.body, asOf: on }, ctx.now)
      return { id, sameFile: same.map(broughtView) }
    })
    scope.get('/api/imports/:id/errors', async (request, reply) => {
      const ctx = await open(request, 'lists.read')
      const { id: text } = request.params as { id: string }
      const id = Number(text)
      const row = await ctx.asPost(async (tx) => {
        const found = (Number.isSafeInteger(id) ? await findImport(tx, id) : undefined) ?? refuseImport()
        if (found.discarded_at !== null) refuseDiscarded()
        await recordRead(tx, ctx.actor, {
          action: 'lists.read',
          object: { kind: 'import', county: found.county, area: found.area, id },
          detail: 'errors',
          rows: found.read_rows,
        })
        return found
      })
      return reply
        .header('content-type', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
        .header(
          'content-disposition',
          `attachment; filename="errors-${id}.xlsx"; filename*=UTF-8''${encodeURIComponent(`错误行${id}.xlsx`)}`,
        )
        .header('cache-control', 'no-store')
        .header('x-content-type-options', 'nosniff')
        .send(Readable.fromWeb((await workbookOf(given, ctx, row)) as never))
    })
  })
}

/** Rows as the file had them: it is read again, and those that were not taken go into the workbook. */
async function workbookOf({ dataDir, plan }: Given, ctx: Ctx, row: Import) {
  const list = listOf(plan, row.list)
  const reasons = new Map<number, Fault[]>()
  for (let after = 0; ; ) {
    const rows = await ctx.asPost((tx) => rowsWithFaults(tx, row, { after, limit: 5000 }))
    for (const each of rows)
      reasons.set(
        each.row,
        errorsOf(each, list, plan).map(({ code, column, words }) => ({
          code,
          column,
          words,
          heading: column,
          refuses: true,
          value: null,
        })),
      )
    if (rows.length < 5000) break
    after = rows.at(-1)!.row
  }
  const places = await ctx.asPost(placesOf)
  const batches = readList(importPath(dataDir, row.id), { list, places, choice: row.choice as object, raw: true })[
    Symbol.asyncIterator
  ]()
  const first = await batches.next()
  async function* refused(): AsyncGenerator<Pick<ReadRow, 'row' | 'raw' | 'faults'>> {
    for (let batch = first; !batch.done; batch = await batches.next())
      for (const read of batch.value.rows) {
        const faults = reasons.get(read.row)
        if (faults) yield { row: read.row, raw: read.raw, faults }
      }
  }
  return errorWorkbook(row.id, { headings: first.done ? [] : first.value.head.headings }, refused())
}

/** Undefined where there is none, or none that can be read. */
function nameOf(header: string | string[] | undefined): string | undefined {
  try {
    return typeof header === 'string' ? decodeURIComponent(header) : undefined
  } catch {
    return undefined
  }
}

function refuseUpload(): never {
  return fail(
    'lists.file.malformed',
    {
      zh: '上传要带上文件名（头 x-file-name，百分号编码），日期（on）写作 YYYY-MM-DD，正文为文件内容。',
      en: 'An upload names the file (header x-file-name, percent-encoded), writes the day (on) as YYYY-MM-DD, and carries the file as its body.',
    },
    { status: 400 },
  )
}
