import { existsSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { isDay } from '#domain/base/date.ts'
import { fail, Refusal } from '#domain/base/fail.ts'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import type { Acting, Door } from '#server/db.ts'
import { installationDefaults } from '#server/http/defaults.ts'
import { takers } from '#server/jobs/import/takers.ts'
import { findingsOfRows } from '#server/lists/wizard/findings-of-rows.ts'
import { askedImports } from '#server/lists/wizard/rows.sql.ts'
import { bringFile } from '#server/lists/work/bring.ts'
import { changeImport, countOutcomes, rowsWithFaults } from '#server/lists/work/import.sql.ts'
import { errorsOf } from '#server/lists/work/import-errors.ts'
import { doWork, getImport, listOf, type Worker } from '#server/lists/work/import-work.ts'
import { readFrom } from '#server/lists/work/keep-file.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import type { Database } from '#server/postgres.ts'
import { actAs } from './terminal/as-post.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'
import { progressBar } from './terminal/progress-bar.ts'
import { withDoor } from './terminal/with-door.ts'

export const usage: Usage = {
  summary: { zh: '导入一份清单', en: 'bring a list into the ledger' },
  forms: ['import FILE --list KEY --as POST [--on YYYY-MM-DD] [--dry-run]'],
}
const OPTIONS = {
  list: { type: 'string' },
  as: { type: 'string' },
  on: { type: 'string' },
  'dry-run': { type: 'boolean' },
} as const
/** Errors that are printed; the whole of them is in the workbook of the console. */
const MOST_ERRORS = 1000

type Ask = { path: string; list: string; as: string; on: string | undefined; dryRun: boolean }

/**
 * Prints `{ importId, read, new, changed, same, refused, errors, findings }`. Rows that an officer must decide on are among the refused, and told.
 * A dry run says what would be done; the import stays, and can be taken in the console.
 */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, usage)
  const [path] = positionals
  if (positionals.length !== 1 || !path || !values.list || !values.as) return refuseUsage(usage)
  if (values.on !== undefined && !isDay(values.on)) return refuseUsage(usage)
  if (!existsSync(path) || !statSync(path).isFile()) refuseFile(path)
  const ask = { path, list: values.list, as: values.as, on: values.on, dryRun: values['dry-run'] ?? false }
  const report = await withDoor(io, 'import', (door, database) => importAs(io, { door, database }, ask))
  io.answer(report, reportText(report, ask.dryRun))
  return 0
}

type Opened = { door: Door; database: Database }
type Report = {
  importId: number
  read: number
  new: number
  changed: number
  same: number
  refused: number
  /** Of the refused, those that wait for an officer's word. */
  review: number
  errors: { row: number; column: string | null; code: string; text: string }[]
  /** Findings that rows bring and are taken all the same, and of how many rows; none of many rows before they are taken. */
  findings: { key: string; rows: number; text: string }[]
}

async function importAs(io: Io, { door, database }: Opened, ask: Ask): Promise<Report> {
  const defaults = await installationDefaults(door)
  const plan = getPlans().get(defaults.plan)!
  const list = listOf(plan, ask.list)
  const { officer, post } = await actAs(database, door, ask.as, 'lists.import')
  const acting: Acting = { officer: officer.id, post: post.id, scope: post.scope }
  const bar = progressBar(io)
  const begun = performance.now()
  const { dataDir } = io.environment
  const worker: Worker = {
    ...{ door, dataDir, plan, on: defaults.on, crypto: fieldCrypto(database.keys) },
    takers,
    onProgress: ({ work, rows, share }) =>
      bar.show({ rows, share, seconds: (performance.now() - begun) / 1000, phase: work }),
  }
  await takeUp(io, worker)
  const bringer = { acting, officerName: officer.name, postTitle: post.title, requestId: 'command' }
  const file = { name: basename(ask.path), source: readFrom(ask.path), asOf: ask.on }
  const { same, ...key } = await bringFile({ door, dataDir }, bringer, file, new Date())
  const before = same.find(({ applied_at, undone_at }) => applied_at !== null && undone_at === null)
  if (before)
    io.log({
      zh: `这份文件已由 ${before.post_title} ${before.officer_name} 导入过（编号 ${before.id}）。`,
      en: `${before.post_title} ${before.officer_name} brought this very file before (import ${before.id}).`,
    })
  try {
    await door.asPost(acting, (tx) => changeImport(tx, key, { list: list.key, rank: list.rank }))
    await doWork(worker, acting, key.id, 'read')
    if (ask.dryRun) await doWork(worker, acting, key.id, 'match')
    else await takeAsked(worker, acting, key)
  } finally {
    bar.end()
  }
  return reportOf(door, acting, key.id, { list, plan, on: defaults.on })
}

/** Noted as asked for while it lasts: killed, the rest and what follows from it are taken up by the next import or by the server at its start. */
async function takeAsked(worker: Worker, acting: Acting, key: { county: number; id: number }): Promise<void> {
  const note = (change: Parameters<typeof changeImport>[2]) =>
    worker.door.asPost(acting, (tx) => changeImport(tx, key, change))
  await note({ asked: 'apply', asked_at: new Date().toISOString() })
  try {
    await doWork(worker, acting, key.id, 'apply')
  } finally {
    // What fails is told, and not tried again by whoever comes next.
    await note({ asked: null })
  }
}

/** What an earlier process was killed in the midst of. */
async function takeUp(io: Io, worker: Worker): Promise<void> {
  for (const { id, officer, post, lo, hi, asked } of await worker.door.asJob(askedImports)) {
    if (asked !== 'apply') continue
    io.log({
      zh: `导入 ${id} 上次没有办完，现在接着办，并判定涉及的区县。`,
      en: `Import ${id} was not finished; it is taken up, and the counties it touched are determined.`,
    })
    const key = { county: Math.floor(lo / 1_000_000), id }
    try {
      await takeAsked(worker, { officer, post, scope: { lo, hi } }, key)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      io.log(error.words)
    }
  }
}

async function reportOf(
  door: Door,
  acting: Acting,
  id: number,
  { list, plan, on }: Pick<Worker, 'plan' | 'on'> & { list: ReturnType<typeof listOf> },
): Promise<Report> {
  const found = await getImport(door, acting, id)
  const [tallies, rows, findings] = await door.asPost(acting, async (tx) => [
    await countOutcomes(tx, found),
    await rowsWithFaults(tx, found, { after: 0, limit: MOST_ERRORS }),
    await findingsOfRows(tx, found, plan, on),
  ])
  const of = (outcome: string) => tallies[outcome] ?? 0
  const review = of('review') + of('waiting')
  return {
    importId: id,
    read: found.read_rows,
    ...{ new: of('new'), changed: of('changed'), same: of('same'), refused: of('refused') + review, review },
    errors: rows
      .flatMap((row) => errorsOf(row, list, plan))
      .map(({ words, ...error }) => ({ ...error, text: words.zh })),
    findings: (findings ?? []).map(({ key, rows: n, name }) => ({ key, rows: n, text: name.zh })),
  }
}

function refuseFile(path: string): never {
  return fail('command.file.absent', {
    zh: `没有文件 ${path}。请核对路径。`,
    en: `There is no file ${path}. Check the path.`,
  })
}

const reportText = (report: Report, dryRun: boolean): string =>
  [
    `导入 import ${report.importId}${dryRun ? '（试算 dry run）' : ''}: 读取 read ${report.read}`,
    `新增 new ${report.new}, 变更 changed ${report.changed}, 相同 same ${report.same}, 未取 refused ${report.refused}`,
    ...report.errors.slice(0, 20).map(({ row, column, text }) => `  ${row}${column ? ` ${column}` : ''}: ${text}`),
    ...report.findings.map(({ rows, text }) => `疑点 finding ${text}: ${rows}`),
  ].join('\n')
