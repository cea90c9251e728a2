import { Readable } from 'node:stream'
import type { CellValue, ReadBatch, ReadRow } from '#domain/lists/reading.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { List } from '#domain/plan/list.ts'
import { fieldCrypto } from '#server/access/field-crypto.ts'
import type { Acting } from '#server/db.ts'
import { bringFile } from '#server/lists/work/bring.ts'
import { changeImport, countOutcomes, rowsWithFaults } from '#server/lists/work/import.sql.ts'
import { doWork, type Worker } from '#server/lists/work/import-work.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import type { SmallCity } from './small-city.ts'

/** Read once: a plan is some hundreds of files. */
const plan = getPlans().get('chongqing-2021')!

/** Cells by column; what is left out is blank. */
export type Cells = Record<string, CellValue>
export type Given = {
  list: List
  rows: Cells[]
  asOf?: string
  name?: string
  checks?: Plan['predicates']
  partRows?: number
}
export type Imported = { id: number; outcomes: Record<string, number>; faults: Record<number, string[]> }

/** Imports into the small city, of rows that need no file to be read from. */
export class Imports {
  readonly city: SmallCity
  readonly dataDir: string
  constructor(city: SmallCity, dataDir: string) {
    this.city = city
    this.dataDir = dataDir
  }

  worker(given?: Given): Worker {
    const { door, database } = this.city
    return {
      ...{ door, dataDir: this.dataDir, on: '2024-12-31', crypto: fieldCrypto(database.keys) },
      plan: given ? planWith(plan, given) : plan,
      ...(given?.partRows && { partRows: given.partRows }),
      ...(given && { read: () => batchesOf(given) }),
    }
  }

  /** Brings, reads and stages; nothing of the ledger changes. */
  async stage(acting: Acting & { title: string }, given: Given): Promise<number> {
    const worker = this.worker(given)
    const bringer = { acting, officerName: '测试员', postTitle: acting.title, requestId: null }
    const file = {
      name: given.name ?? 'a.csv',
      source: Readable.from([JSON.stringify(given.rows)]),
      asOf: given.asOf ?? '2024-06-30',
    }
    const key = await bringFile(worker, bringer, file, new Date())
    await worker.door.asPost(acting, (tx) => changeImport(tx, key, { list: given.list.key, rank: given.list.rank }))
    await doWork(worker, acting, key.id, 'read')
    return key.id
  }

  async take(acting: Acting & { title: string }, given: Given): Promise<Imported> {
    const id = await this.stage(acting, given)
    await doWork(this.worker(given), acting, id, 'apply')
    return this.report(acting, id)
  }

  async report(acting: Acting, id: number): Promise<Imported> {
    const key = { county: Math.floor(acting.scope.lo / 1_000_000), id }
    return this.city.door.asPost(acting, async (tx) => {
      const rows = await rowsWithFaults(tx, key, { after: 0, limit: 1000 })
      const faults = rows.map(({ row, read, found }) => [
        row,
        [...(read ?? []), ...(found ?? [])].map(({ code }) => code),
      ])
      return { id, outcomes: await countOutcomes(tx, key), faults: Object.fromEntries(faults) }
    })
  }

  undo = (acting: Acting, id: number): Promise<void> => doWork(this.worker(), acting, id, 'undo')
}

/** Without findings but those asked for: what lists do to the ledger is looked at apart from what follows from it. */
const planWith = (plan: Plan, { list, checks = [] }: Given): Plan => ({ ...plan, lists: [list], predicates: checks })

export const shippedList = (key: string): List => plan.lists.find((list) => list.key === key)!
export const shippedCheck = (key: string): Plan['predicates'] => plan.predicates.filter((check) => check.key === key)

/** Rows from 2 on, as under one row of headings. */
async function* batchesOf({ list, rows }: Given): AsyncGenerator<ReadBatch> {
  const head = { sheet: '', headRows: [1, 1] as [number, number], headings: [], columns: [] }
  const read = rows.map(
    (cells, i): ReadRow => ({
      row: i + 2,
      values: list.columns.map(({ key }) => cells[key] ?? null),
      raw: [],
      faults: [],
    }),
  )
  yield {
    head,
    rows: read,
    skipped: [],
    progress: { rows: read.length, skipped: 0, share: 1 },
    tally: { merged: 0, plain: 0, void: 0, near: 0 },
  }
}
