import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fail } from '#domain/base/fail.ts'
import { exportSheet, type ListPage, watermark } from '#domain/indicators/export.ts'
import { type Cell, SHEET_ROWS, streamWorkbook } from '../../adapters/workbook.ts'
import type { ExportJob } from './export-store.ts'

/** A page of the job's list, read under the post that asked: what that post cannot see does not come. */
export type ExportSource = (job: ExportJob, after: string | null) => Promise<ListPage>

type Writing = {
  job: ExportJob
  source: ExportSource
  folder: string
  signal: AbortSignal
  progress: (rows: number) => Promise<void>
}

export const exportPath = (folder: string, id: number): string => join(folder, `${id}.xlsx`)

/**
 * Streams the whole list into `<folder>/<id>.xlsx` and answers how many rows it holds. The file appears under its name
 * only when it is complete; memory holds one page.
 */
export async function writeExport(writing: Writing): Promise<number> {
  const { job, folder, signal } = writing
  const first = await writing.source(job, null)
  const sheet = exportSheet(first)
  const counter = { rows: 0 }
  const stream = streamWorkbook(
    {
      name: sheet.name,
      watermark: watermark({
        number: job.id,
        officer: job.officerName,
        post: job.postTitle,
        reason: job.reason,
        at: chinaTime(job.requestedAt),
        on: job.list.on,
      }),
      columns: [
        { label: '序号', kind: 'number', width: 7 },
        ...sheet.columns,
        { label: '标记', kind: 'text', width: 4, hidden: true },
      ],
    },
    numbered(writing, first, sheet.rows, counter),
  )
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const part = `${exportPath(folder, job.id)}.part`
  try {
    await pipeline(Readable.fromWeb(stream as never), createWriteStream(part, { mode: 0o600 }), { signal })
    await rename(part, exportPath(folder, job.id))
  } finally {
    await rm(part, { force: true })
  }
  return counter.rows
}

/** Every row carries its number and, in a hidden column, the export it came from: a copied row still tells its source. */
async function* numbered(
  { job, source, signal, progress }: Writing,
  first: ListPage,
  rowsOf: (page: ListPage) => Cell[][],
  counter: { rows: number },
): AsyncGenerator<Cell[]> {
  for (let page = first; ; page = await source(job, page.next)) {
    signal.throwIfAborted()
    for (const row of rowsOf(page)) {
      counter.rows += 1
      if (counter.rows > SHEET_ROWS) refuseTooLong()
      yield [counter.rows, ...row, `R${job.id}.${job.post}.${counter.rows}`]
    }
    await progress(counter.rows)
    if (page.next === null) return
  }
}

function refuseTooLong(): never {
  fail('indicators.export.tooLong', {
    zh: `名单超过 ${SHEET_ROWS} 行，一个工作表放不下；请缩小区划或增加筛选条件后再导出`,
    en: `The list has more than ${SHEET_ROWS} rows, more than one sheet holds; choose a smaller area or add a filter, then export again`,
  })
}

const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short', timeStyle: 'short' })
const chinaTime = (instant: string): string => clock.format(new Date(instant))
