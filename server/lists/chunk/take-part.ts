import { recordWrite } from '../../access/audit.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Acting, Door, JobTx } from '../../db.ts'
import { bumpLedger } from '../../people/employment/employment.sql.ts'
import type { Check } from '../shape/list-checks.ts'
import type { ListShape } from '../shape/list-shape.ts'
import type { ImportKey } from '../staging/staging.sql.ts'
import { changeRecords } from './change.sql.ts'
import { compareRows } from './compare.sql.ts'
import { giveIds, keepSealed, openRecords, registerNumbers, rowsToSeal, type Telling } from './open.sql.ts'
import {
  countTouched,
  type Found,
  keepChunk,
  keepClaims,
  keepOutcomes,
  keepWarnings,
  newlyFound,
  nextUndone,
  saysAnything,
  touchedPeople,
} from './outcome.sql.ts'
import { isContradiction, isPassing, Overtaken, untilThrough } from './passing-errors.ts'
import { resolveRows, tellsByNumber } from './resolve.sql.ts'
import {
  type Bounds,
  countiesOf,
  countScratch,
  type Filled,
  fillRows,
  openScratch,
  type Part,
  refuseRows,
} from './scratch.sql.ts'
import { sealRows } from './seal-rows.ts'
import { type Others, takeOthers } from './take-others.ts'
import { lockCountiesOf, lockImport } from './together.sql.ts'

export type Person = { county: number; id: number; area: number }
/** What a part of an import is taken with. */
export type Taking = {
  door: Pick<Door, 'asPost'>
  acting: Acting
  import: ImportKey
  shape: ListShape
  crypto: FieldCrypto
  /** Findings that refuse a row. */
  checks: readonly Check[]
  /** Findings that are only told of a row before it is taken; none where there are too many rows to ask them of each. */
  warnings: readonly Check[]
  /** Determines a file that was touched again; undefined where a whole county is determined after the last part. */
  redetermine?: ((tx: JobTx, person: Person, now: Date) => Promise<unknown>) | undefined
  clock(): Date
  /** Whoever takes the part holds the locks on the import and its counties already. */
  locked?: boolean
  /** Takes the rows where they speak of no file. */
  others?: Others | undefined
  /** Another part, taken at the same time, that must be there before findings are asked that look at other people's files. */
  beside?: Promise<unknown>
}

/**
 * What its rows would do, without doing it: one transaction, done once however often it is asked for. What blocks a row is found by
 * writing the part and taking that back: a row that is shown as one to be taken is taken.
 */
export const matchPart = (taking: Taking, bounds: Bounds): Promise<void> =>
  taking.others
    ? takeOthers(taking, taking.others, 'match', bounds)
    : untilThrough(async () => {
        while (await matchOnce(taking, bounds));
      })

/** False when all rows of the part were matched before. */
function matchOnce(taking: Taking, bounds: Bounds): Promise<boolean> {
  const { door, acting, import: key, shape, checks, warnings } = taking
  return door.asPost(acting, async (tx) => {
    const part = await begin(tx, taking, 'match', bounds)
    if (!part) return false
    // Further rows about a subject wait for the first, which is not there to be held against yet.
    const rehearses = !bounds.waits && checks.length + warnings.length > 0
    if (rehearses) await lockCounties(tx, taking, part)
    const filled = await fillRows(tx, part, tellsByNumber(shape))
    const telling = tellingOf(taking)
    await compare(tx, taking, filled)
    const warned = rehearses && (await saysAnything(tx)) ? await rehearse(tx, taking, telling) : []
    await keepOutcomes(tx, shape, key, part, false)
    if (warned.length > 0) await keepWarnings(tx, key, warned)
    await keepChunk(tx, key, 'match', part, filled.rows, telling.now)
    return true
  })
}

/**
 * Takes the rows of a part into the ledger, all in one transaction: killed at any moment, either all of it is there or nothing, and
 * the chunk ledger says which. A row that cannot be taken is refused with the reason, and the others are taken.
 */
export async function applyPart(taking: Taking, bounds: Bounds): Promise<void> {
  if (taking.others) return takeOthers(taking, taking.others, 'apply', bounds)
  try {
    await untilThrough(async () => {
      while (await applyOnce(taking, bounds));
    })
  } catch (error) {
    if (!isContradiction(error)) throw error
    await applyHalves(taking, bounds)
  }
}

/** Refuses the rows that could not be taken and answers what is told of the others; of what was written to find that out nothing is left. */
async function rehearse(tx: JobTx, taking: Taking, telling: Telling): Promise<readonly Found[]> {
  for (;;) {
    await tx.query('SAVEPOINT rehearsal')
    const { refused, warned } = await rehearseOnce(tx, taking, telling)
    await tx.query('ROLLBACK TO SAVEPOINT rehearsal')
    if (refused.size === 0) return warned
    await refuseRows(tx, refused)
  }
}

async function rehearseOnce(tx: JobTx, taking: Taking, telling: Telling) {
  try {
    const refused = await write(tx, taking, telling)
    return { refused, warned: refused.size > 0 ? [] : await newlyFound(tx, taking.warnings) }
  } catch (error) {
    // Who was quicker, or which row contradicts the ledger, is found out when rows are taken.
    if (isContradiction(error) || isPassing(error)) return { refused: NONE, warned: [] }
    throw error
  }
}
const NONE: ReadonlyMap<number, string> = new Map()

/** What the ledger's own constraints refuse is narrowed down to the row. */
async function applyHalves(taking: Taking, { round, from, to }: Bounds): Promise<void> {
  if (from === to) {
    await applyOnce(taking, { round, from, to }, new Map([[from, 'lists.row.contradicts']]))
    return
  }
  const middle = Math.floor((from + to) / 2)
  await applyPart(taking, { round, from, to: middle })
  await applyPart(taking, { round, from: middle + 1, to })
}

async function lockCounties(tx: JobTx, { locked, import: key }: Taking, part: Part): Promise<void> {
  if (!locked) await lockCountiesOf(tx, key, [part])
}

async function begin(
  tx: JobTx,
  { import: key, locked }: Taking,
  work: 'match' | 'apply',
  bounds: Bounds,
): Promise<Part | undefined> {
  if (!locked) await lockImport(tx, key.id)
  const undone = await nextUndone(tx, key, work, bounds)
  if (!undone) return undefined
  const part = { ...undone, county: key.county, importId: key.id }
  await openScratch(tx)
  return part
}

/** False when all rows of the part were taken before. */
function applyOnce(taking: Taking, bounds: Bounds, refused = NONE): Promise<boolean> {
  const { door, acting, import: key, shape, redetermine, clock } = taking
  return door.asPost(acting, async (tx) => {
    const part = await begin(tx, taking, 'apply', bounds)
    if (!part) return false
    await lockCounties(tx, taking, part)
    // After the locks: what others told meanwhile is seen, and what is told now is told at a later instant.
    const filled = await fillRows(tx, part, tellsByNumber(shape))
    if (refused.size > 0) await refuseRows(tx, refused)
    const telling = tellingOf(taking)
    await compare(tx, taking, filled)
    const changes = await saysAnything(tx)
    if (changes) await writeWhole(tx, taking, telling)
    const now = new Date(telling.now)
    if (redetermine) for (const person of await touchedPeople(tx, shape)) await redetermine(tx, person, now)
    await keepClaims(tx, shape, telling)
    await keepOutcomes(tx, shape, key, part, true)
    await keepChunk(tx, key, 'apply', part, filled.rows, telling.now)
    await tell(tx, taking, part, changes ? await countTouched(tx) : 0)
    // Dated at the end: what others counted while the part was taken, they counted without it.
    if (changes) for (const county of await countiesOf(tx)) await bumpLedger(tx, county, clock())
    return true
  })
}

const tellingOf = ({ acting, import: key, shape, clock }: Taking): Telling => ({
  ...{ importId: key.id, post: acting.post, now: clock().toISOString(), source: `list:${shape.list.key}` },
})

/** Whose the rows are, and what they say beside what stands. */
async function compare(tx: JobTx, { acting, shape }: Taking, { decided }: Filled): Promise<void> {
  await resolveRows(tx, shape, acting.scope, decided)
  await countScratch(tx, 'chunk_row')
  await compareRows(tx, shape)
  await countScratch(tx, 'chunk_said')
}

/** Writes what the rows say; where one turns out not to be taken, that is taken back and the others are written without it. */
async function writeWhole(tx: JobTx, taking: Taking, telling: Telling): Promise<void> {
  for (;;) {
    await tx.query('SAVEPOINT unwritten')
    const refused = await write(tx, taking, telling)
    if (refused.size === 0) return
    await tx.query('ROLLBACK TO SAVEPOINT unwritten')
    await refuseRows(tx, refused)
  }
}

/** Says in the ledger what the rows say; answers the rows that may not be taken, and why. */
async function write(tx: JobTx, taking: Taking, telling: Telling): Promise<ReadonlyMap<number, string>> {
  const { shape, crypto, import: key } = taking
  await giveIds(tx, shape)
  await countScratch(tx, 'chunk_row')
  await countScratch(tx, 'chunk_said')
  const rows = await rowsToSeal(tx, shape, key.id, key.county)
  if (rows.length > 0) await keepSealed(tx, sealRows(rows, shape, key.id, crypto))
  if (rows.length > 0) await countScratch(tx, 'chunk_sealed')
  await openRecords(tx, shape, telling)
  if (!(await changeRecords(tx, shape, telling))) throw new Overtaken()
  const taken = await registerNumbers(tx, shape, `import ${key.id}`)
  return taken.length > 0 ? new Map(taken.map((row) => [row, 'lists.identity.taken'])) : blockedRows(tx, taking)
}

/** Findings that block are asked of the files as they now are. */
async function blockedRows(tx: JobTx, { checks, beside }: Taking): Promise<ReadonlyMap<number, string>> {
  if (checks.some(({ across }) => across)) await beside
  const found = await newlyFound(tx, checks)
  return new Map(found.map(({ row, key }) => [row, `check:${key}`]))
}

async function tell(tx: JobTx, { acting, import: key }: Taking, part: Part, people: number): Promise<void> {
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
