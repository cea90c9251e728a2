import type { Day } from '#domain/base/date.ts'
import { type OpenMarket, openMarket } from '#domain/jobs/explained/open-market.ts'
import { CITY_WIDE, placeOf } from '#domain/jobs/lines/place-codes.ts'
import { provinces } from '#domain/places/provinces.ts'
import type { Tx } from '../../db.ts'
import { jobData } from '../job-data.ts'
import { shippedWeights } from '../matching-weights.ts'
import { onVacancyChanged } from '../vacancy/vacancy-changes.ts'
import { vacancyLine } from './market-lines.ts'
import * as sql from './open-vacancies.sql.ts'

/** After this it is read again before anybody is answered; after half of it beside the answer, so that whoever asks often never waits. */
const FRESH_MS = 60_000
/** Days that are kept at once: the day of the installation, and those somebody looked back to. */
const MOST_DAYS = 3

/** Open vacancies of a day as they stood at `takenAt`, packed for matching. */
export type Snapshot = {
  takenAt: Date
  rows: ReadonlyMap<number, sql.OpenVacancy>
  packed: OpenMarket
}
type Kept = {
  on: Day
  snapshot: Snapshot | undefined
  mark: string
  /** Vacancies that this server changed since they were read. */
  changed: Set<number>
  reading: Promise<void> | undefined
}

/**
 * The vacancies that are open, kept in memory for all posts: every post with an area may read them all. Read again every minute if any
 * was changed, and at once those that this server changed. No person is kept here.
 */
export class OpenVacancies {
  readonly #read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>
  readonly #now: () => number
  readonly #days = new Map<Day, Kept>()

  constructor(read: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>, now: () => number = Date.now) {
    this.#read = read
    this.#now = now
    onVacancyChanged((id) => {
      for (const kept of this.#days.values()) kept.changed.add(id)
    })
  }

  async on(day: Day): Promise<Snapshot> {
    const kept = this.#keptOf(day)
    const age = () => this.#now() - (kept.snapshot?.takenAt.getTime() ?? 0)
    if (kept.snapshot === undefined || kept.changed.size > 0 || age() > FRESH_MS) await this.#again(kept)
    // A reading under way may have begun before the change.
    if (kept.changed.size > 0) await this.#again(kept)
    // What fails beside an answer is told to whoever has to wait for it.
    if (age() > FRESH_MS / 2) this.#again(kept).catch(() => {})
    return kept.snapshot!
  }

  #keptOf(on: Day): Kept {
    const kept = this.#days.get(on) ?? { on, snapshot: undefined, mark: '', changed: new Set(), reading: undefined }
    // The day asked for last goes to the end: the first is the one nobody asks for.
    this.#days.delete(on)
    this.#days.set(on, kept)
    const [oldest] = this.#days.keys()
    if (this.#days.size > MOST_DAYS) this.#days.delete(oldest!)
    return kept
  }

  #again(kept: Kept): Promise<void> {
    kept.reading ??= this.#take(kept).finally(() => {
      kept.reading = undefined
    })
    return kept.reading
  }

  async #take(kept: Kept): Promise<void> {
    const { changed, snapshot: before, on } = kept
    kept.changed = new Set()
    const takenAt = new Date(this.#now())
    try {
      await this.#read(async (tx) => {
        const mark = await sql.markOf(tx)
        const stale = !before || takenAt.getTime() - before.takenAt.getTime() > FRESH_MS / 2
        if (before && mark === kept.mark && changed.size === 0) kept.snapshot = { ...before, takenAt }
        else if (stale) kept.snapshot = { takenAt, ...packed(byId(await sql.openVacancies(tx, on)), await places(tx)) }
        else {
          const rows = new Map([...before.rows].filter(([id]) => !changed.has(id)))
          for (const row of await sql.stillOpen(tx, on, [...changed])) rows.set(row.id, row)
          // Others may have changed more: the age stays what it was, and the mark tells it at the next reading.
          kept.snapshot = { takenAt: before.takenAt, ...packed(rows, await places(tx)) }
          return
        }
        kept.mark = mark
      })
    } catch (error) {
      for (const id of changed) kept.changed.add(id)
      throw error
    }
  }
}

const byId = (rows: readonly sql.OpenVacancy[]) => new Map(rows.map((row) => [row.id, row]))

/** Wherever anybody may live, work or wish to: the counties of the city and the other provinces. */
const places = async (tx: Tx): Promise<number[]> => [
  ...(await sql.countyCodes(tx)),
  ...[...provinces.keys()].map(placeOf).filter((place) => place !== CITY_WIDE),
]

function packed(rows: ReadonlyMap<number, sql.OpenVacancy>, where: readonly number[]): Omit<Snapshot, 'takenAt'> {
  const { smallClasses } = jobData()
  const lines = [...rows.values()].flatMap((row) => vacancyLine(row, smallClasses) ?? [])
  return { rows, packed: openMarket(lines, where, smallClasses.middleClass, shippedWeights()) }
}
