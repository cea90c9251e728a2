import type { Tx } from '../../db.ts'
import { type CutOffs, cutOffsOf, type LastRun } from '../matching/last-run.sql.ts'

const NONE: CutOffs = new Map()
/** The city's newest run, and those that counties made for themselves. */
const MOST = 4

/** Cut-offs of the runs that offers are weighed by: what a run has found never changes, so it is read once. */
export class KeptCutOffs {
  readonly #kept = new Map<number, CutOffs>()

  async of(tx: Tx, run: LastRun | undefined): Promise<CutOffs> {
    if (run === undefined) return NONE
    const kept = this.#kept.get(run.id)
    if (kept) return kept
    const read = await cutOffsOf(tx, run.id)
    const oldest = this.#kept.size >= MOST ? this.#kept.keys().next().value : undefined
    if (oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(run.id, read)
    return read
  }
}
