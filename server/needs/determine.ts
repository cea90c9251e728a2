import type { Day } from '#domain/base/date.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { dayInChina } from '../access/session.ts'
import type { Door, JobTx } from '../db.ts'
import { relationAt } from '../people/as-of.ts'
import { ruleSql } from '../people/why/compiled.ts'
import {
  askFiles,
  type Changed,
  countFiles,
  type Determined,
  determinedCounties,
  findSetting,
  holdLedgerHead,
  keepSetting,
  ledgerHeads,
  writeCounty,
} from './determination.sql.ts'
import { outcomesOf } from './outcomes.ts'
import { type PlanPredicates, planPredicates } from './plan-predicates.ts'
import { countyGroups } from './snapshot/county-groups.ts'
import { type LoadedSnapshot, loadSnapshot } from './snapshot/load-snapshot.ts'
import type { Counties } from './snapshot/snapshot.sql.ts'

export type DetermineProgress = { files: number; share: number; seconds: number }
export type DetermineOptions = {
  door: Pick<Door, 'asJob'>
  plan: Plan
  on: Day
  /** The instant that what is gained or changed is dated with. */
  now: Date
  onProgress?: (progress: DetermineProgress) => void
  /** How many files are taken at a time: what bounds the memory, at some 400 bytes a file. */
  filesAtOnce?: number
  /** Only these counties, because only their files changed; what is known of the others stands. */
  only?: ReadonlySet<number> | undefined
}
export type Determination = Changed & {
  files: number
  predicates: number
  /** How many of them SQL had to answer. */
  bySql: number
  seconds: { load: number; evaluate: number; write: number; whole: number }
}

/**
 * Evaluates every need and finding of a plan for every file and makes the table `determination` say so, county by county,
 * each in a transaction of its own: killed at any moment it is merely unfinished, and done again it changes nothing.
 * A county whose ledger changed between reading and writing is read again. What is known now is what is asked.
 */
export async function determineAll(options: DetermineOptions): Promise<Determination> {
  const run = new DeterminationRun(options)
  return run.whole()
}

type Read = { byCounty: Map<number, Determined>; heads: Map<number, string> }

class DeterminationRun {
  private readonly options: DetermineOptions
  private readonly rules: PlanPredicates
  private readonly begun = performance.now()
  private readonly seconds = { load: 0, evaluate: 0, write: 0 }
  private readonly changes: Changed = { gained: 0, lost: 0, changed: 0 }
  private bySql = 0
  private files = 0
  /** Whether the rules are others than last time: what differs is then nobody's doing. */
  private redrawn = false

  constructor(options: DetermineOptions) {
    this.options = options
    this.rules = planPredicates(options.plan, options.on)
  }

  async whole(): Promise<Determination> {
    const { door, plan, on, now, filesAtOnce = 250_000, only } = this.options
    const [all, known, before] = await door.asJob(
      async (tx) => [await countFiles(tx), await determinedCounties(tx), await findSetting(tx)] as const,
    )
    const counties = only ? all.filter(({ county }) => only.has(county)) : all
    const determined = only ? known.filter((county) => only.has(county)) : known
    this.redrawn = before?.definition !== this.rules.definition || before.plan !== plan.key
    const total = counties.reduce((sum, { files }) => sum + files, 0)
    for (const part of countyGroups(counties, filesAtOnce)) {
      await this.part(part)
      this.files += part.files
      const share = total === 0 ? 1 : this.files / total
      this.options.onProgress?.({ files: this.files, share, seconds: this.elapsed() })
    }
    const alive = new Set(counties.map(({ county }) => county))
    for (const county of determined) if (!alive.has(county)) await this.part({ from: county, to: county + 1 })
    const { definition, keys } = this.rules
    const setting = { plan: plan.key, on, knownAt: now.toISOString(), definition, files: total }
    if (!only) await door.asJob((tx) => keepSetting(tx, setting))
    const seconds = { ...this.seconds, whole: this.elapsed() }
    return { files: total, predicates: keys.length, bySql: this.bySql, ...this.changes, seconds }
  }

  private elapsed = (): number => (performance.now() - this.begun) / 1000

  private async part(counties: Counties): Promise<void> {
    const read = await this.read(counties)
    for (let county = counties.from; county < counties.to; county++) {
      const determined = read.byCounty.get(county) ?? { predicates: [], ids: [], areas: [], unknown: [] }
      if (await this.write(county, determined, read.heads.get(county))) continue
      // Somebody changed a file meanwhile.
      await this.part({ from: county, to: county + 1 })
    }
  }

  /** One moment of the database, for columns and SQL alike. */
  private read(counties: Counties): Promise<Read> {
    return this.options.door.asJob(async (tx) => {
      await tx.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY')
      const heads = await ledgerHeads(tx)
      const { predicates } = this.rules
      let at = performance.now()
      const lap = (key: 'load' | 'evaluate') => {
        this.seconds[key] += (performance.now() - at) / 1000
        at = performance.now()
      }
      const loaded = await loadSnapshot(tx, predicates, { counties, relation: relationAt(null) })
      lap('load')
      const outcomes = outcomesOf(predicates, loaded.snapshot)
      const byCounty = collect(outcomes, loaded)
      await this.askSql(tx, outcomes, counties, byCounty)
      lap('evaluate')
      return { byCounty, heads }
    })
  }

  private async askSql(
    tx: JobTx,
    outcomes: readonly (Uint8Array | undefined)[],
    counties: Counties,
    byCounty: Map<number, Determined>,
  ): Promise<void> {
    const left = outcomes.flatMap((outcome, place) => (outcome ? [] : [place]))
    this.bySql = left.length
    for (const place of left) {
      const sql = ruleSql(this.rules.predicates[place]!, { knownAt: null }, { alias: 'p', truthy: false })
      for (const { county, id, area, outcome } of await askFiles(tx, sql, counties))
        add(byCounty, county, { place, id, area, unknown: outcome === null })
    }
  }

  /** False when the county's ledger is no longer the one that was read. */
  private async write(county: number, determined: Determined, head: string | undefined): Promise<boolean> {
    const at = performance.now()
    const { door, now } = this.options
    const changed = await door.asJob(async (tx) => {
      if ((await holdLedgerHead(tx, county)) !== head) return undefined
      const findings = { keys: this.rules.findings, day: dayInChina(now), redrawn: this.redrawn }
      return writeCounty(tx, county, determined, { keys: this.rules.keys, now: now.toISOString(), findings })
    })
    this.seconds.write += (performance.now() - at) / 1000
    for (const key of ['gained', 'lost', 'changed'] as const) this.changes[key] += changed?.[key] ?? 0
    return changed !== undefined
  }
}

type Found = { place: number; id: number; area: number; unknown: boolean }
function add(byCounty: Map<number, Determined>, county: number, { place, id, area, unknown }: Found): void {
  let of = byCounty.get(county)
  if (!of) {
    of = { predicates: [], ids: [], areas: [], unknown: [] }
    byCounty.set(county, of)
  }
  of.predicates.push(place)
  of.ids.push(id)
  of.areas.push(area)
  of.unknown.push(unknown)
}

function collect(outcomes: readonly (Uint8Array | undefined)[], { keysOf }: LoadedSnapshot): Map<number, Determined> {
  const [counties, ids, areas] = ['county', 'id', 'area'].map((key) => keysOf('person', key)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ]
  const byCounty = new Map<number, Determined>()
  for (const [place, outcome] of outcomes.entries())
    for (let row = 0; outcome && row < outcome.length; row++)
      if (outcome[row] !== 0)
        add(byCounty, counties[row]!, { place, id: ids[row]!, area: areas[row]!, unknown: outcome[row] === 2 })
  return byCounty
}
