import { type Static, Type } from 'typebox'

const Month = Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$' })

/** Wages that somebody is owed, as it is told on the phone: first and last month unpaid, and the sum. */
export const OwedWages = Type.Object({
  monthFrom: Month,
  monthTo: Month,
  amountFen: Type.Integer({ minimum: 1, maximum: 10_000_000_000 }),
})
export type OwedWages = Static<typeof OwedWages>
