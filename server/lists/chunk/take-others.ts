import type { Reply } from '#domain/base/route.ts'
import type { listsApi } from '#domain/lists/lists.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { List } from '#domain/plan/list.ts'
import { recordWrite } from '../../access/audit.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Acting, JobTx } from '../../db.ts'
import type { ImportKey } from '../staging/staging.sql.ts'
import type { FoundFault } from '../work/import.sql.ts'
import { keepOtherOutcomes, type OtherRow, readOthers } from './others.sql.ts'
import { keepChunk, nextUndone } from './outcome.sql.ts'
import { untilThrough } from './passing-errors.ts'
import type { Bounds } from './scratch.sql.ts'
import type { Taking } from './take-part.ts'
import { lockImport } from './together.sql.ts'

/** What became of a row whose subject is no file. */
export type OtherOutcome = {
  row: number
  outcome: 'new' | 'changed' | 'same' | 'refused'
  to: { county: number; id: number } | null
  /** Why it was refused; of a row that is taken, what is told of it. */
  faults: FoundFault[]
  /** Field by field what stood and what the row says, where they differ. */
  differences?: ToldDifference[]
}
/** As the row's view tells it: there is no catalogue of what is no file. */
export type ToldDifference = Reply<typeof listsApi.listImportRows>['rows'][number]['differences'][number]
export type OtherTelling = {
  import: ImportKey
  list: List
  /** Keys of the list's columns, in the order of a row's values; of the sealed ones, in the order of what `openRowSeal` gives. */
  columns: readonly string[]
  sealed: readonly string[]
  asOf: string
  plan: Plan
  source: string
  acting: Acting
  crypto: FieldCrypto
  now: Date
}
/** How rows are taken that speak of no file: a later slice does it, each row as if it were entered by hand. */
export type OtherTaker = {
  take(tx: JobTx, rows: readonly OtherRow[], telling: OtherTelling): Promise<OtherOutcome[]>
  /** Takes back what an import told; answers how many records. Refused where later work builds on it. */
  undo(tx: JobTx, importId: number, now: Date): Promise<number>
}

/** Matches or takes the rows of a part: what would be done is found by doing it and taking it back. */
/** With the plan by whose parameters they are checked. */
export type Others = { taker: OtherTaker; plan: Plan }

export const takeOthers = (taking: Taking, others: Others, work: 'match' | 'apply', bounds: Bounds): Promise<void> =>
  untilThrough(async () => {
    while (await takeOnce(taking, others, work, bounds));
  })

function takeOnce(taking: Taking, { taker, plan }: Others, work: 'match' | 'apply', bounds: Bounds): Promise<boolean> {
  const { door, acting, import: key, clock } = taking
  return door.asPost(acting, async (tx) => {
    await lockImport(tx, key.id)
    const part = await nextUndone(tx, key, work, bounds)
    if (!part) return false
    const now = clock()
    const { open, refused } = await readOthers(tx, key, part)
    await tx.query('SAVEPOINT untaken')
    const outcomes = await taker.take(tx, open, { ...tellingOf(taking, now), plan })
    if (work === 'match') await tx.query('ROLLBACK TO SAVEPOINT untaken')
    // A further row about the same comes behind one that is not there yet.
    const waits = new Set(
      work === 'match' ? open.flatMap(({ row, first_row }) => (first_row === null ? [] : [row])) : [],
    )
    await keepOtherOutcomes(tx, key, part, [...refused, ...outcomes], waits)
    const chunk = { ...part, county: key.county, importId: key.id }
    await keepChunk(tx, key, work, chunk, open.length + refused.length, now.toISOString())
    if (work === 'apply')
      await recordWrite(
        tx,
        { officerId: acting.officer, postId: acting.post, requestId: `import ${key.id}` },
        {
          action: 'lists.import',
          object: { kind: 'import', county: key.county, area: key.area, id: key.id },
          detail: `rows ${part.from}-${part.to}`,
          rows: outcomes.filter(({ outcome }) => outcome === 'new' || outcome === 'changed').length,
        },
      )
    return true
  })
}

const tellingOf = ({ acting, crypto, shape, import: key }: Taking, now: Date): Omit<OtherTelling, 'plan'> => ({
  ...{ import: key, list: shape.list, asOf: shape.asOf, source: `list:${shape.list.key}`, acting, crypto, now },
  columns: shape.list.columns.map((column) => column.key),
  sealed: shape.sealed.map((column) => column.key),
})
