import { rm } from 'node:fs/promises'
import { Refusal, type Words } from '#domain/base/fail.ts'
import { EXPORT_HOURS } from '#domain/indicators/export.ts'
import type { ExportJob, ExportStore } from './export-store.ts'
import { type ExportSource, exportPath, writeExport } from './export-workbook.ts'

type Wiring = {
  store: ExportStore
  source: ExportSource
  /** Folder of the finished workbooks; nobody else writes there. */
  folder: string
  now: () => Date
  /** For what is nobody's mistake; gets the export's id and the error, never a row. */
  report: (id: number, error: unknown) => void
}

/** The queue of exports: one at a time, in the order they were asked for, redone after a restart, gone after a day. */
export type Exporter = {
  start(): Promise<void>
  /** Something waits. */
  nudge(): void
  sweep(): Promise<void>
  /** Resolves when nothing runs; what was under way is done again at the next start. */
  stop(): Promise<void>
}

const HOUR = 3_600_000
const SWEEP_EVERY = HOUR / 6

export function createExporter(wiring: Wiring): Exporter {
  const stopping = new AbortController()
  let running: Promise<void> = Promise.resolve()
  let asked = false
  let timer: NodeJS.Timeout | undefined

  const drain = async () => {
    while (asked && !stopping.signal.aborted) {
      asked = false
      for (let job = await wiring.store.take(); job; job = await wiring.store.take()) {
        await run(wiring, job, stopping.signal)
        if (stopping.signal.aborted) return
      }
    }
  }
  const nudge = () => {
    asked = true
    running = running.then(drain).catch((error) => wiring.report(0, error))
  }
  const sweep = async () => {
    for (const id of await wiring.store.expire(wiring.now())) await rm(exportPath(wiring.folder, id), { force: true })
  }
  return {
    async start() {
      await wiring.store.requeue()
      await sweep()
      timer = setInterval(() => void sweep().catch((error) => wiring.report(0, error)), SWEEP_EVERY)
      timer.unref()
      nudge()
    },
    nudge,
    sweep,
    async stop() {
      clearInterval(timer)
      stopping.abort()
      await running
    },
  }
}

async function run(wiring: Wiring, job: ExportJob, signal: AbortSignal): Promise<void> {
  try {
    const rows = await writeExport({
      job,
      source: wiring.source,
      folder: wiring.folder,
      signal,
      progress: (done) => wiring.store.progress(job.id, done),
    })
    await wiring.store.finish(job.id, rows, new Date(wiring.now().getTime() + EXPORT_HOURS * HOUR))
  } catch (error) {
    if (signal.aborted) return
    if (!(error instanceof Refusal)) wiring.report(job.id, error)
    await wiring.store.fail(job.id, problemOf(error))
  }
}

function problemOf(error: unknown): Words {
  if (error instanceof Refusal) return error.words
  return {
    zh: '导出没有完成，系统已记录；请稍后再试，仍不成功请联系系统管理员',
    en: 'The export did not finish; it was noted. Try again later, then turn to the system administrator',
  }
}
