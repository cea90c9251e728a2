import { fail } from '#domain/base/fail.ts'
import { mendedBy } from '#domain/lists/file/refused-workbook.ts'
import type { ReadChoice } from '#domain/lists/inspection.ts'
import type { ReadBatch } from '#domain/lists/reading.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { List } from '#domain/plan/list.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Acting, Door, JobTx } from '../../db.ts'
import { findSetting } from '../../needs/determination.sql.ts'
import { determineAll } from '../../needs/determine.ts'
import { redetermine } from '../../needs/redetermine.ts'
import { searchDuplicates } from '../../people/identity/duplicates/search-duplicates.ts'
import type { Others, OtherTaker } from '../chunk/take-others.ts'
import type { Person } from '../chunk/take-part.ts'
import { readList } from '../reading/read-list.ts'
import { listChecks } from '../shape/list-checks.ts'
import { listShape } from '../shape/list-shape.ts'
import { undoImport } from '../undo/undo-import.ts'
import { undoOthers } from '../undo/undo-others.ts'
import { changeImport, findImport, type Import, touchedCounties } from './import.sql.ts'
import { importPath } from './keep-file.ts'
import { placesOf } from './places.sql.ts'
import { applyAll, growingClock, matchAll, type Running, readAll } from './run-import.ts'

/** Whoever does the work of imports: a command, or a process beside the server. */
export type Worker = {
  door: Door
  crypto: FieldCrypto
  dataDir: string
  plan: Plan
  /** The day that determinations are made for. */
  on: string
  onProgress?: Running['onProgress']
  stopped?: Running['stopped']
  partRows?: Running['partRows']
  /** Take the rows of lists that speak of no file; those of later slices. */
  takers?: Takers
  /** For tests: how a file is read. */
  read?: (path: string, list: List, choice: ReadChoice) => AsyncIterable<ReadBatch>
}
export type Takers = Partial<Record<List['subject'], OtherTaker>>
export type Work = 'read' | 'match' | 'apply' | 'undo'

/** Up to this many rows every touched file is determined in the transaction that touched it; above, whole counties are, after the last part. */
const FEW_ROWS = 200
/** Up to this many rows the preview tells the findings that each would bring; above, they are told once the rows are taken. */
export const WARNED_ROWS = 20_000

/** Does what is asked of an import, from wherever an earlier attempt was killed. */
export async function doWork(worker: Worker, acting: Acting, id: number, work: Work): Promise<void> {
  const found = await getImport(worker.door, acting, id)
  if (work === 'undo') return undo(worker, acting, found)
  const running = runningOf(worker, acting, found)
  if (work === 'read' && !found.read_at) await readAll(running, await batchesOf(worker, acting, found))
  if (work === 'match') await matchAll(running)
  if (work === 'apply') await take(worker, running, found)
}

/** Takes the rows of a list that was read to its end; half a list would pass for a whole one. */
async function take(worker: Worker, running: Running, found: Import): Promise<void> {
  const { acting, clock } = running
  if (!found.read_at) refuseUnread()
  if (!found.begun_at)
    await worker.door.asPost(acting, (tx) => changeImport(tx, found, { begun_at: clock().toISOString() }))
  if (await applyAll(running)) await determineTouched(worker, acting, found)
}

async function batchesOf(
  { door, dataDir, read, plan }: Worker,
  acting: Acting,
  found: Import,
): Promise<AsyncIterable<ReadBatch>> {
  const list = listOf(plan, found.list)
  const path = importPath(dataDir, found.id)
  const choice = found.choice as ReadChoice
  if (read) return read(path, list, choice)
  const places = await door.asPost(acting, placesOf)
  return notingMended(
    door,
    acting,
    found,
    readList(path, { list, places, near: { lo: found.lo, hi: found.hi }, choice }),
  )
}

/** The name of the sheet may say that these are refused rows of an earlier import, mended; of one the post may see, that is noted. */
async function* notingMended(
  door: Door,
  acting: Acting,
  found: Import,
  batches: AsyncIterable<ReadBatch>,
): AsyncGenerator<ReadBatch> {
  let first = true
  for await (const batch of batches) {
    const id = first ? mendedBy(batch.head.sheet) : undefined
    first = false
    if (id !== undefined && id !== found.id)
      await door.asPost(acting, async (tx) => {
        if (await findImport(tx, id)) await changeImport(tx, found, { mends: id })
      })
    yield batch
  }
}

function runningOf(worker: Worker, acting: Acting, found: Import): Running {
  const { door, crypto, plan, on, onProgress, partRows, stopped = () => false } = worker
  const { county, area, id } = found
  const list = listOf(plan, found.list)
  const shape = listShape(list, found.as_of)
  // A list is taken under the post that brought it, whoever's process does the work.
  return {
    ...{ door, crypto, acting, stopped, clock: growingClock() },
    import: { county, area, id },
    shape,
    others: othersOf(worker, list),
    checks: listChecks(plan, shape, on, (severity) => severity === 'block'),
    warnings: found.read_rows <= WARNED_ROWS ? listChecks(plan, shape, on, (severity) => severity !== 'block') : [],
    redetermine: found.read_rows <= FEW_ROWS ? one(plan, on) : undefined,
    ...(onProgress && { onProgress }),
    ...(partRows && { partRows }),
  }
}

/** Undefined for lists about files, which are taken here. */
function othersOf({ takers, plan }: Worker, { key, subject, says }: List): Others | undefined {
  if (says.length > 0) return undefined
  const taker = takers?.[subject]
  if (!taker) throw new Error(`nothing here takes the rows of the list ${key}`)
  return { taker, plan }
}

const one = (plan: Plan, on: string) => (tx: JobTx, person: Person, now: Date) => redetermine(tx, plan, person, on, now)

async function undo(worker: Worker, acting: Acting, found: Import): Promise<void> {
  const { door, plan, on } = worker
  const { county, area, id } = found
  // A list may have left the plan since: what it brought is undone all the same.
  const list = plan.lists.find(({ key }) => key === found.list)
  const others = list && othersOf(worker, list)
  if (others) return undoOthers(door, acting, others.taker, { county, area, id })
  const few = found.read_rows <= FEW_ROWS
  const { counties } = await undoImport({
    ...{ door, acting, clock: growingClock(), import: { county, area, id } },
    redetermine: few ? one(plan, on) : undefined,
  })
  if (!few) await determineCounties(door, plan, on, counties)
}

async function determineTouched({ door, plan, on }: Worker, acting: Acting, found: Import): Promise<void> {
  if (found.read_rows <= FEW_ROWS) return
  await determineCounties(door, plan, on, await door.asPost(acting, (tx) => touchedCounties(tx, found.id)))
}

async function determineCounties(door: Door, plan: Plan, on: string, counties: readonly number[]): Promise<void> {
  if (counties.length === 0 || !(await door.asJob(findSetting))) return
  const begun = new Date()
  await determineAll({ door, plan, on, now: begun, only: new Set(counties) })
  await searchDuplicates(door, begun, counties)
}

export const listOf = ({ lists }: Plan, key: string | null): List =>
  lists.find((list) => list.key === key) ??
  fail(
    'lists.list.unknown',
    {
      zh: `没有这种清单；现有：${lists.map((list) => `${list.key}（${list.name.zh}）`).join('、')}。`,
      en: `There is no such kind of list; there are: ${lists.map((list) => `${list.key} (${list.name.en})`).join(', ')}.`,
    },
    { status: 404 },
  )

export const getImport = async (door: Pick<Door, 'asPost'>, acting: Acting, id: number): Promise<Import> =>
  (await door.asPost(acting, (tx) => findImport(tx, id))) ?? refuseImport()

export function refuseDiscarded(): never {
  return fail(
    'lists.import.discarded',
    {
      zh: '这次导入已作废，文件已经删去。需要时请重新放入文件。',
      en: 'This import was discarded and its file is gone. Bring the file again where it is wanted.',
    },
    { status: 410 },
  )
}

export function refuseImport(): never {
  return fail(
    'lists.import.absent',
    { zh: '没有这次导入，或它不在当前岗位的范围内。', en: 'There is no such import, or it lies outside this post.' },
    { status: 404 },
  )
}

export function refuseUnread(): never {
  return fail(
    'lists.import.unread',
    {
      zh: '这份清单还没有读完，现在取入只会取到一部分。请先接着读完并核对，再取入。',
      en: 'This list is not read to its end; taking it now would take a part of it. Let it be read and compared first.',
    },
    { status: 409 },
  )
}
