import type { Plan } from '#domain/plan/indicator.ts'
import type { FieldCrypto } from '../access/field-crypto.ts'
import type { Tx } from '../db.ts'

/** Keys of needs and findings that a change of the file brought or took away. */
export type Difference = { gained: string[]; lost: string[] }

/** What the wiring gives to what answers for people. */
export type PeopleGiven = {
  /** The plan whose rules are asked where none is named. */
  plan(): Plan
  /** The day that is asked about where none is given. */
  defaults(): Promise<{ on: string }>
  crypto: FieldCrypto
  /** Determines one file again in the transaction that changed it. */
  redetermine?(tx: Tx, person: { county: number; id: number }, now: Date): Promise<Difference>
}
