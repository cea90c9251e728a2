import { Type } from 'typebox'

/** Shapes every slice's contract shares. Areas and ledger ids are safe integers. */
export const Words = Type.Object({ zh: Type.String(), en: Type.String() })
export const DayText = Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' })
export const Instant = Type.String({ format: 'date-time' })
export const AreaCode = Type.Integer({ minimum: 100000000000, maximum: 999999999999 })
export const LedgerId = Type.Integer({ minimum: 1 })

/** The two clocks of a question: the day it speaks of, and what was known when. Left out: today's default, and now. */
export const asOf = {
  on: Type.Optional(DayText),
  knownAt: Type.Optional(Instant),
  /** First day of the division to read on; left out: the division of `on`. */
  division: Type.Optional(DayText),
}
/** Keyset paging: `after` is the `next` of the page before; there is no total, a figure is the total. */
export const page = {
  after: Type.Optional(Type.String({ maxLength: 200 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
}
export const AsOf = Type.Object({ on: DayText, knownAt: Instant, division: DayText })
