import type { Words } from '../base/fail.ts'
import type { AreaCode } from '../places/area.ts'

/** 劳务协作 as the plan states it: an agreement between a sending and a receiving area, what was published of it, and what is not known. */
export type PlanCorridor = {
  key: string
  name: Words
  sending: AreaCode
  receiving: { place: AreaCode; name: Words }
  /** Its yearly tasks and published figures stand with this indicator. */
  indicator?: string
  /** Which county works with which city of the other side, as far as a source says so. */
  pairs: { sending: AreaCode; receiving: Words; source: string }[]
  published: { text: Words; source: string }[]
  notKnown: Words[]
  source: string
}
