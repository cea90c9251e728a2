import { recordWrite } from '../../access/audit.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Acting, Door, JobTx } from '../../db.ts'
import { bumpLedger } from '../../people/employment.sql.ts'
import type { ListShape } from '../shape/list-shape.ts'
import type { ImportKey } from '../staging/staging.sql.ts'
import { changeRecords } from './change.sql.ts'
import { compareRows } from './compare.sql.ts'
import { giveIds, keepSealed, openRecords, registerNumbers, rowsToSeal, type Telling } from './open.sql.ts'
import {
  doneUpTo,
  keepChunk,
  keepClaims,
  keepOutcomes,
  keepWarnings,
  newlyFound,
  touchedPeople,
  type Warned,
} from './outcome.sql.ts'
import { resolveRows } from './resolve.sql.ts'
import {
  countiesOf,
  countRows,
  countScratch,
  fillRows,
  lockCounty,
  lockImport,
  openScratch,
  type Part,
  refuseRows,
} from './scratch.sql.ts'
import { sealRows } from './seal-rows.ts'

export type Person = { county: number; id: number; area: number }
/** What a part of an import is taken with. */
export type Taking = {
  door: Pick<Door, 'asPost'>
  acting: Acting
  import: ImportKey
  shape: ListShape
  crypto: FieldCrypto
  /** Findings that refuse a row: key, and the rule as SQL over `p`. */
  checks: readonly { key: string; sql: string }[]
  /** Findings that are only told of a row before it is taken; none where there are too many rows to ask them of each. */
  warnings: readonly { key: string; sql: string }[]
  /** Determines a file that was touched again; undefined where a whole county is determined after the last part. */
  redetermine?: ((tx: JobTx, person: Person, now: Date) => Promise<unknown>) | undefined
  clock(): Date
}
/** `waits`: some of its rows come behind an earlier row about the same. */
export type Bounds = { round: number; from: number; to: number; waits?: boolean }

/**
 * What its rows would do, without doing it: one transaction, done once however often it is asked for. What blocks a row is found by
 * taking the part and leaving it: a row that is shown as one to be taken is taken.
 */
export async function matchPart(taking: Taking, bounds: Bounds): Promise<number> {
  const { door, acting, import: key, shape, clock } = taking
  const { refused, warned } = await rehearse(taking, bounds)
  return door.asPost(acting, async (tx) => {
    const part = await begin(tx, key, 'match', bounds)
    if (!part) return 0
    if (refused.size > 0) await refuseRows(tx, refused)
    await resolveRows(tx, shape, acting.scope)
    await countScratch(tx, 'chunk_row')
    await compareRows(tx, shape)
    await countScratch(tx, 'chunk_said')
    const rows = await countRows(tx)
    await keepOutcomes(tx, shape, key, part, false)
    if (warned.length > 0) await keepWarnings(tx, key, warned)
    await keepChunk(tx, key, 'match', part, rows, clock().toISOString())
    return rows
  })
}

/**
 * Takes the rows of a part into the ledger, all in one transaction: killed at any moment, either all of it is there or nothing, and
 * the chunk ledger says which. A row that cannot be taken is refused with the reason, and the others are taken.
 */
export async function applyPart(taking: Taking, bounds: Bounds): Promise<number> {
  const refused = new Map<number, string>()
  for (let attempt = 0; ; attempt++) {
    try {
      return await applyOnce(taking, bounds, refused)
    } catch (error) {
      if (error instanceof RowsRefused) for (const [row, code] of error.rows) refused.set(row, code)
      else if (isContradiction(error)) return await applyHalves(taking, bounds, refused)
      else if (!isPassing(error) || attempt > 9) throw error
    }
  }
}

type Rehearsed = { refused: ReadonlyMap<number, string>; warned: readonly Warned[] }

/** Rows of a part that could not be taken, and what is told of the others. Further rows about a subject wait for the first, which is not there to be held against yet. */
async function rehearse(taking: Taking, bounds: Bounds): Promise<Rehearsed> {
  const refused = new Map<number, string>()
  if (bounds.waits || taking.checks.length + taking.warnings.length === 0) return { refused, warned: [] }
  for (;;) {
    const { rows, warned } = await rehearseOnce(taking, bounds, refused)
    if (rows.size === 0) return { refused, warned }
    for (const [row, code] of rows) refused.set(row, code)
  }
}

async function rehearseOnce(taking: Taking, bounds: Bounds, refused: ReadonlyMap<number, string>) {
  const nothing = new RowsRefused(new Map())
  try {
    return await taking.door.asPost(taking.acting, async (tx) => {
      if (!(await begin(tx, taking.import, 'match', bounds))) return nothing
      if (refused.size > 0) await refuseRows(tx, refused)
      for (const county of await countiesOf(tx)) await lockCounty(tx, county)
      await writePart(tx, taking, taking.clock())
      await requireUnblocked(tx, taking)
      // Nothing stands in its way: what was written is not kept.
      throw new RowsRefused(new Map(), await warningsOf(tx, taking))
    })
  } catch (error) {
    if (error instanceof RowsRefused) return error
    // Who was quicker, or which row contradicts the ledger, is found out when rows are taken.
    if (isContradiction(error) || isPassing(error)) return nothing
    throw error
  }
}

/** What the ledger's own constraints refuse is narrowed down to the row. */
async function applyHalves(taking: Taking, { round, from, to }: Bounds, refused: Map<number, string>): Promise<number> {
  if (from === to) {
    refused.set(from, 'lists.row.contradicts')
    return applyOnce(taking, { round, from, to }, refused)
  }
  const middle = Math.floor((from + to) / 2)
  const first = await applyPart(taking, { round, from, to: middle })
  return first + (await applyPart(taking, { round, from: middle + 1, to }))
}

class RowsRefused extends Error {
  readonly rows: ReadonlyMap<number, string>
  /** Of a rehearsal that refused none: the findings its rows would bring. */
  readonly warned: readonly Warned[]
  constructor(rows: ReadonlyMap<number, string>, warned: readonly Warned[] = []) {
    super('rows refused')
    this.rows = rows
    this.warned = warned
  }
}
class Overtaken extends Error {}

const codeOf = (error: unknown): string => String((error as { code?: unknown }).code ?? '')
const isContradiction = (error: unknown) => codeOf(error).startsWith('23')
/** Somebody else was quicker, or two waited for each other: done again, it goes through. */
const isPassing = (error: unknown) => error instanceof Overtaken || ['40P01', '40001', '55P03'].includes(codeOf(error))

async function begin(tx: JobTx, key: ImportKey, work: 'match' | 'apply', bounds: Bounds): Promise<Part | undefined> {
  await lockImport(tx, key.id)
  const last = await doneUpTo(tx, key, work, bounds.round)
  if (last >= bounds.to) return undefined
  const { round, to } = bounds
  const part = { round, to, from: Math.max(bounds.from, last + 1), county: key.county, importId: key.id }
  await openScratch(tx)
  await fillRows(tx, part)
  await countScratch(tx, 'chunk_row')
  return part
}

function applyOnce(taking: Taking, bounds: Bounds, refused: ReadonlyMap<number, string>): Promise<number> {
  const { door, acting, import: key, shape } = taking
  return door.asPost(acting, async (tx) => {
    const part = await begin(tx, key, 'apply', bounds)
    if (!part) return 0
    if (refused.size > 0) await refuseRows(tx, refused)
    for (const county of await countiesOf(tx)) await lockCounty(tx, county)
    // After the locks: what others told meanwhile is seen, and what is told now is told at a later instant.
    const now = taking.clock()
    const telling = await writePart(tx, taking, now)
    const rows = await countRows(tx)
    const touched = await touchedPeople(tx, shape)
    await requireUnblocked(tx, taking)
    if (taking.redetermine) for (const person of touched) await taking.redetermine(tx, person, now)
    await keepClaims(tx, shape, telling)
    await keepOutcomes(tx, shape, key, part, true)
    await keepChunk(tx, key, 'apply', part, rows, telling.now)
    await tell(tx, taking, part, touched.length, now)
    return rows
  })
}

/** Whose the rows are, what they say, and that said in the ledger. */
async function writePart(tx: JobTx, taking: Taking, now: Date): Promise<Telling> {
  const { acting, import: key, shape } = taking
  const telling = { importId: key.id, post: acting.post, now: now.toISOString(), source: `list:${shape.list.key}` }
  await resolveRows(tx, shape, acting.scope)
  await countScratch(tx, 'chunk_row')
  await compareRows(tx, shape)
  await countScratch(tx, 'chunk_said')
  await write(tx, taking, telling)
  return telling
}

async function write(tx: JobTx, taking: Taking, telling: Telling): Promise<void> {
  const { shape, crypto, import: key } = taking
  await giveIds(tx, shape)
  const rows = await rowsToSeal(tx, shape, key.id, key.county)
  if (rows.length > 0) await keepSealed(tx, sealRows(rows, shape, key.id, crypto))
  if (rows.length > 0) await countScratch(tx, 'chunk_sealed')
  await openRecords(tx, shape, telling)
  if (!(await changeRecords(tx, shape, telling))) throw new Overtaken()
  const taken = await registerNumbers(tx, shape, `import ${key.id}`)
  if (taken.length > 0) throw new RowsRefused(new Map(taken.map((row) => [row, 'lists.identity.taken'])))
}

/** Findings that block are asked of the files as they would be; a row that would bring one is not taken. */
async function requireUnblocked(tx: JobTx, { checks }: Taking): Promise<void> {
  const blocked = new Map<number, string>()
  for (const { key, sql } of checks)
    for (const { row } of await newlyFound(tx, sql, key)) blocked.set(row, `check:${key}`)
  if (blocked.size > 0) throw new RowsRefused(blocked)
}

/** Asked of the files as they would be, each finding of all rows at once. */
async function warningsOf(tx: JobTx, { warnings }: Taking): Promise<Warned[]> {
  const warned: Warned[] = []
  for (const { key, sql } of warnings)
    for (const { row } of await newlyFound(tx, sql, key)) warned.push({ row, predicate: key })
  return warned
}

async function tell(tx: JobTx, { acting, import: key }: Taking, part: Part, people: number, now: Date): Promise<void> {
  for (const county of await countiesOf(tx)) await bumpLedger(tx, county, now)
  await recordWrite(
    tx,
    { officerId: acting.officer, postId: acting.post, requestId: `import ${key.id}` },
    {
      action: 'lists.import',
      object: { kind: 'import', county: key.county, area: key.area, id: key.id },
      detail: `rows ${part.from}-${part.to}`,
      rows: people,
    },
  )
}
