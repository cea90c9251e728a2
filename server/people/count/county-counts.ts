import { hash } from 'node:crypto'
import type { Scope } from '#domain/access/scope.ts'
import { type AreaCode, countyOf, type Interval, levelOf } from '#domain/places/area.ts'
import { TODAY } from '#domain/places/division.ts'
import type { Tx } from '../../db.ts'
import { divisionMap } from '../../places/resolve-area.ts'
import * as sql from './county-count.sql.ts'

type In = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
/** The post that asks. */
export type Asker = { asPost: In; post: { scope: Scope } }
/** Where is asked, and whether of counties as wholes or of the codes in them. */
export type WhereCounted = { intervals: readonly Interval[]; whole?: boolean }

const COUNTY = 1_000_000

/**
 * What takes longer to count than a screen may wait, counted once for a county and kept until its ledger changes: another county's
 * change costs nothing, and an answer is always of now. Counted by a job for the whole county, read under the post that asks.
 */
export class CountyCounts {
  readonly #asJob: In
  readonly #underWay = new Map<string, Promise<void>>()

  constructor(asJob: In) {
    this.#asJob = asJob
  }

  /** The numbers by area, as far as the post sees them. */
  async read(asker: Asker, count: sql.CountyCount, where: WhereCounted): Promise<sql.CountedArea[]> {
    const { intervals, whole = false } = where
    const counties = await this.#asJob((tx) => countiesIn(tx, intervals, asker.post.scope))
    if (count.reach === 'county' && !seesCounties(asker.post.scope))
      return asker.asPost((tx) => sql.countSeen(tx, count, { counties, intervals }))
    const known = { ...count, definition: hash('sm3', count.rows, 'hex') }
    await this.#ready(known, counties)
    return asker.asPost((tx) => sql.readCountyCount(tx, known, { counties, intervals, whole }))
  }

  async #ready(count: sql.KnownCount, counties: readonly number[]): Promise<void> {
    const stale = await this.#asJob((tx) => sql.staleCounties(tx, count, counties))
    if (stale.length === 0) return
    const other = this.#underWay.get(count.definition)
    if (other) {
      await other.catch(() => {})
      return this.#ready(count, counties)
    }
    const own = this.#asJob(async (tx) => {
      await sql.holdCountyCount(tx, count)
      const left = await sql.staleCounties(tx, count, stale)
      if (left.length > 0) await sql.countCounties(tx, count, left, new Date())
    }).finally(() => this.#underWay.delete(count.definition))
    this.#underWay.set(count.definition, own)
    return own
  }
}

const seesCounties = ({ lo, hi }: Scope): boolean => lo % COUNTY === 0 && hi % COUNTY === 0

/** Counties of today that an area touches within the post's scope, six digits: rows carry today's codes. */
async function countiesIn(tx: Tx, intervals: readonly Interval[], scope: Scope): Promise<number[]> {
  const touches = (code: AreaCode) => (at: Interval) => at.lo < code + COUNTY && at.hi > code
  const codes = [...(await divisionMap(tx, TODAY)).keys()].filter((code) => levelOf(code) === 2)
  return codes.filter((code) => intervals.some(touches(code)) && touches(code)(scope)).map(countyOf)
}
