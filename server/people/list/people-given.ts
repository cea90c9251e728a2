import type { Reply } from '#domain/base/route.ts'
import type { peopleApi } from '#domain/people/people.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Tx } from '../../db.ts'

/** Keys of needs and findings that a change of the file brought or took away. */
export type Difference = { gained: string[]; lost: string[] }

/** What a row to be saved would say, by its columns; with `id`, of a row that is there. */
export type RowToSave = { record: string; id?: number; row: Readonly<Record<string, unknown>> }
type Person = { county: number; id: number }

/** Asked before a record is saved, in its transaction. */
export type BeforeSaving = {
  /** Findings that the rows would raise, and the rules that this post cannot ask. */
  ask(tx: Tx, person: Person, rows: readonly RowToSave[]): Promise<Reply<typeof peopleApi.checkEmployment>>
  /** Refuses rows that would raise a blocking finding, or one that was not confirmed. */
  check(tx: Tx, person: Person, rows: readonly RowToSave[], confirmed: readonly string[]): Promise<void>
}

/** A merge by its moment: the closed file, the one it went into. */
export type Merged = { county: number; closed: number; survivor: number; mergedAt: string }
/** A file moved, was merged into another, or was taken out of it again. */
export type Passage =
  | { why: 'moved' | 'merged'; from: Person; to: Person & { area: number } }
  | ({ why: 'unmerged' } & Merged)

/** What the wiring gives to what answers for people. */
export type PeopleGiven = {
  /** The plan whose rules are asked where none is named. */
  plan(): Plan
  /** The day that is asked about where none is given. */
  defaults(): Promise<{ on: string }>
  crypto: FieldCrypto
  saving?: BeforeSaving
  /** Determines one file again in the transaction that changed it. */
  redetermine?(tx: Tx, person: { county: number; id: number }, now: Date): Promise<Difference>
  /** Takes along what later slices hang on a file, in the transaction that moves or merges it. */
  carry?(tx: Tx, passage: Passage, at: string): Promise<void>
  /** A transaction that sees the whole city: a file that moves leaves one scope for another. */
  asJob?<T>(work: (tx: Tx) => Promise<T>): Promise<T>
}
