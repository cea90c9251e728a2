import type { Day } from '#domain/base/date.ts'

/** The reader's own calendar day. */
export const thisDay = (): Day => new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)

/** The day a form proposes: the one the screens open with, unless the spell only began after it. */
export const firstDay = (shown: Day | undefined, began: Day): Day =>
  shown !== undefined && shown >= began ? shown : thisDay()
