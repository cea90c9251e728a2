import { liftedThousands } from '../calibration.ts'
import { RowWriter } from '../copy/row-writer.ts'
import { type AnyRows, type AnyTable, allTables } from '../copy/tables.ts'
import type { Randomness } from '../randomness.ts'
import type { Part } from '../schedule.ts'
import type { DrawnSite } from '../sites/sites.ts'
import type { NumberGiver } from './numbers.ts'
import type { Sealer } from './seal.ts'

export type RowSinks = { [T in AnyTable]: (row: AnyRows[T]) => void }
export type Writers = { [T in AnyTable]: RowWriter }

export function newWriters(): Writers {
  return Object.fromEntries(
    Object.entries(allTables).map(([name, columns]) => [name, new RowWriter(columns)]),
  ) as Writers
}
export function sinksOf(writers: Writers): RowSinks {
  return Object.fromEntries(
    Object.entries(writers).map(([name, writer]) => [name, (row: Record<string, unknown>) => writer.add(row)]),
  ) as unknown as RowSinks
}

const counties = Object.keys(liftedThousands).map(Number)

/** What a part's generators work with: chance, ids, numbers and the tables they write to. */
export class Desk {
  readonly chance: Randomness
  readonly county: number
  readonly part: Part
  readonly sites: readonly DrawnSite[]
  readonly rows: RowSinks
  readonly numbers: NumberGiver
  readonly sealer: Sealer
  /** Labour brands of the county, by site id. */
  readonly brands: readonly number[]
  /** What is left to send to Shandong, by year. */
  readonly toSend: Record<string, number>
  readonly nextId: () => number
  /** What was paid to whom for which period: nothing is paid twice. */
  readonly paid = new Set<string>()
  /** The number given last, for the few files that carry somebody else's. */
  lastIdentity: string | undefined
  /** How many more people give one phone, an officer's, or one account: in one part in four. */
  readonly crowds: { phone: number; bank: number; serial: number }

  constructor(given: Pick<Desk, 'chance' | 'part' | 'sites' | 'rows' | 'numbers' | 'sealer' | 'nextId'>) {
    this.chance = given.chance
    this.part = given.part
    this.county = given.part.sites.county
    this.sites = given.sites
    this.rows = given.rows
    this.numbers = given.numbers
    this.sealer = given.sealer
    this.nextId = given.nextId
    this.brands = given.sites.flatMap((site) => (site.kind === 'labour_brand' ? [site.id] : []))
    const crowded = given.part.sites.portion % 4 === 3
    this.crowds = { phone: crowded ? 9 : 0, bank: crowded ? 4 : 0, serial: given.numbers.serial() }
    this.toSend = { ...given.part.quotas.dispatched }
  }

  place(area: number): { county: number; area: number; id: number } {
    return { county: this.county, area, id: this.nextId() }
  }

  /** A county of the city, most often another one. */
  otherCounty(): number {
    const there = this.chance.chance(0.45) ? this.chance.pick(URBAN) : this.chance.pick(counties)
    return (there === this.county ? 500103 : there) * 1e6
  }
}

const URBAN = [500103, 500104, 500106, 500107, 500108, 500113, 500120, 500116]
