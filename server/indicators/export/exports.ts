import { join } from 'node:path'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Handlers, Input, Reply } from '#domain/base/route.ts'
import type { indicatorsApi } from '#domain/indicators/indicators.api.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import type { Tx } from '../../access/access-door.ts'
import { type ExportCtx, type ExportDeps, exportHandlers } from './export.handlers.ts'
import { exportStore } from './export.sql.ts'
import { serveExportFile } from './export-file.ts'
import type { ExportJob } from './export-store.ts'
import type { ExportSource } from './export-workbook.ts'
import { createExporter } from './exporter.ts'

/** Under whose scope a list is read. */
type ExportReader = Pick<ExportJob, 'officer' | 'post' | 'lo' | 'hi'>
/** The lists as the screens ask for them, read under the scope of the one who asked for the export. */
export type ExportLists = {
  people(reader: ExportReader, input: Input<typeof peopleApi.listPeople>): Promise<Reply<typeof peopleApi.listPeople>>
  counted(
    reader: ExportReader,
    input: Input<typeof indicatorsApi.listCounted>,
  ): Promise<Reply<typeof indicatorsApi.listCounted>>
}
type Wiring = Pick<ExportDeps, 'once' | 'today'> & {
  lists: ExportLists
  asJob<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  dataDir: string
  report(id: number, error: unknown): void
}

/** Exports as the server wires them: routes, file, queue. */
export type Exports = {
  handlers: Handlers<Pick<typeof indicatorsApi, 'requestExport' | 'getExport'>, ExportCtx>
  serveFile(app: FastifyInstance, ctxOf: (request: FastifyRequest) => Promise<ExportCtx>): void
  /** Takes up what a stop left waiting or under way. */
  start(): Promise<void>
  stop(): Promise<void>
}

export function openExports(wiring: Wiring): Exports {
  const folder = join(wiring.dataDir, 'exports')
  const exporter = createExporter({
    store: exportStore(wiring.asJob),
    source: sourceOf(wiring.lists),
    folder,
    now: () => new Date(),
    report: wiring.report,
  })
  const { once, today } = wiring
  return {
    handlers: exportHandlers({ once, today, nudge: exporter.nudge, folder }),
    serveFile: (app, ctxOf) => serveExportFile(app, { folder }, ctxOf),
    start: exporter.start,
    stop: exporter.stop,
  }
}

const PAGE = 200

/** A page of whatever list was asked for, in one shape. */
export function sourceOf(lists: ExportLists): ExportSource {
  return async (job, after) => {
    const { indicator, predicate, filter, plan, area, on, knownAt, division } = job.list
    const where = { on, knownAt, ...(area !== undefined && { area }), ...(division && { division }) }
    const page = { limit: PAGE, ...(after !== null && { after }) }
    if (indicator) {
      const query = { ...where, ...page, ...(plan && { plan }), ...(filter && { filter }) }
      return lists.counted(job, { params: { indicator }, query })
    }
    const query = { ...where, ...page, ...(filter && { where: filter }), ...(predicate && { predicate }) }
    const { people, next } = await lists.people(job, { query })
    return { record: 'person', people, sites: [], areas: [], records: [], next }
  }
}
