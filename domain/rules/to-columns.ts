import type { Catalogue } from '../people/fact.ts'
import { type Bits, bitAt, countBits, type Range } from './columns/bits.ts'
import { Plan } from './columns/plan.ts'
import type { Snapshot } from './columns/snapshot.ts'
import type { Mode } from './evaluate.ts'
import { type Node, ROOT } from './ir.ts'
import type { Predicate } from './predicate.ts'
import { simplify } from './rewrite/simplify.ts'
import { fused, strictForm } from './rewrite/strict.ts'

export type ColumnsOptions = { mode?: Mode }
type ColumnsRange = {
  /** A part of the records, for one of several workers. */
  from?: number
  to?: number
  /** One array a predicate, one byte a record: 1 yes, 0 no, 2 unknown. Asking for them, or for `all`, costs a second test. */
  outcomes?: readonly Uint8Array[]
  all?: boolean
}
/** Without `all` or `outcomes` only `yes` is counted. `rows`: who satisfies each rule, one bit a record, until the next run. */
type ColumnsCounts = { yes: Float64Array; no: Float64Array; unknown: Float64Array; rows: readonly Bits[] }
type ColumnsRun = (range?: ColumnsRange) => ColumnsCounts
/** Binds to a snapshot; throws `rules.columns.unsupported` for what its columns cannot answer exactly. */
export type Columns = { bind: (snapshot: Snapshot) => ColumnsRun }

/**
 * Several rules over one record type as generated JavaScript over typed arrays. What several rules ask is asked once.
 * Rules that need more than whole numbers are refused, and the caller falls back on SQL. A bound run keeps one bit a row
 * for every condition; the columns may change between runs, their lengths may not.
 */
export function toColumns(
  predicates: readonly Predicate[],
  catalogue: Catalogue,
  { mode = 'strict' }: ColumnsOptions = {},
): Columns {
  const strict = mode === 'strict'
  const root = predicates[0]?.root ?? ''
  if (predicates.some((each) => each.root !== root || each.catalogue !== catalogue)) {
    throw new Error('Columns take predicates over one record type of one catalogue')
  }
  const irs = predicates.map(({ ir }) => simplify(strict ? strictForm(ir) : fused(ir)))
  return {
    bind: (snapshot) => {
      const plan = (detailed: boolean) => planned(irs, { strict, snapshot, root }, detailed)
      const brief = plan(false)
      let full: Planned | undefined
      return ({ from = 0, to = snapshot[root]?.rows ?? 0, outcomes, all = false } = {}) => {
        if (!outcomes && !all) return counted(brief, { from, to })
        full ??= plan(true)
        return counted(full, { from, to }, outcomes)
      }
    },
  }
}

type Planned = { run: (range: Range) => void; yes: Bits[]; no: Bits[] }

function planned(
  irs: readonly Node[],
  setting: { strict: boolean; snapshot: Snapshot; root: string },
  detailed: boolean,
): Planned {
  const plan = new Plan(irs, setting)
  const yes = irs.map((ir) => plan.bits(ir, 'yes', ROOT, setting.root))
  const no = detailed ? irs.map((ir) => plan.bits(ir, 'no', ROOT, setting.root)) : []
  return { run: plan.compile(), yes, no }
}

function counted({ run, yes, no }: Planned, range: Range, outcomes?: readonly Uint8Array[]): ColumnsCounts {
  run(range)
  const counts = {
    yes: new Float64Array(yes.length),
    no: new Float64Array(yes.length),
    unknown: new Float64Array(yes.length),
    rows: yes,
  }
  for (const [i, bits] of yes.entries()) {
    counts.yes[i] = countBits(bits, range)
    const denied = no[i]
    if (!denied) continue
    counts.no[i] = countBits(denied, range)
    counts.unknown[i] = range.to - range.from - counts.yes[i]! - counts.no[i]!
    const out = outcomes?.[i]
    if (!out) continue
    for (let row = range.from; row < range.to; row++) out[row] = bitAt(bits, row) ? 1 : bitAt(denied, row) ? 0 : 2
  }
  return counts
}
