import { PUBLIC_POST, WORKSHOP } from '../market/market.ts'
import { CANNOT, CERTIFICATES, type Engine, LIMITS, PERSON, VILLAGE, WAGE } from './engine.ts'
import { RECORD } from './vacancy-index.ts'

/** Occupation and place of a person as they are packed: what a pair is judged by beside the two records. */
export type Side = { wished: number; place: number }

/** One pair by its packed records: points, or -1 when it is not eligible. For single pairs; `search.ts` does the same for cells at once. */
export function pairPoints(engine: Engine, position: number, slot: number, { wished, place }: Side): number {
  const { people, index } = engine
  const me = position * PERSON
  const here = slot * RECORD
  const atHome = (place & 4095) === people[me + LIMITS]! >> 16
  if (!fits(engine, me, (wished >> 11) & 7, here, atHome)) return -1
  const { least, most } = engine.weights.wage
  const pay = (index.record[here]! & 0xffff) - (people[me + WAGE]! & 0xffff)
  const points = (wished >> 17) + (place >> 12) + Math.min(most, Math.max(least, pay))
  return atHome ? points + homePoints(engine, me, here) : points
}

function homePoints({ people, index: { record }, weights }: Engine, me: number, here: number): number {
  const kind = record[here + 2]! >> 20
  const near = ((record[here + 4]! / 1000) | 0) === ((people[me + VILLAGE]! / 1000) | 0)
  const byKind = kind === WORKSHOP ? weights.workshop : kind === PUBLIC_POST ? weights.publicPost : 0
  return byKind + (near ? weights.sameTown : 0)
}

/** All hard conditions of a pair whose occupation and place are wished. `me` and `here` are where the records begin. */
export function fits(engine: Engine, me: number, level: number, here: number, atHome: boolean): boolean {
  const {
    people,
    index: { record },
    weights,
  } = engine
  const limits = people[me + LIMITS]!
  const asks = record[here + 2]!
  const age = (limits >> 3) & 255
  if (record[here]! >>> 16 < people[me + WAGE]! >>> 16 || (limits & 7) < (asks & 7)) return false
  if (level < ((asks >> 3) & 7) || age < ((asks >> 6) & 127) || age > ((asks >> 13) & 127)) return false
  if (record[here + 1]! & ~people[me + CERTIFICATES]! || record[here + 3]! & people[me + CANNOT]!) return false
  const post = asks >> 20 === PUBLIC_POST
  if (!atHome) return !post
  if (post && ((limits >> 13) & 7) > weights.publicPostTier) return false
  return within((limits >> 11) & 3, people[me + VILLAGE]!, record[here + 4]!)
}

function within(reach: number, village: number, there: number): boolean {
  if (reach > 1) return true
  return reach === 0 ? village === there : ((village / 1000) | 0) === ((there / 1000) | 0)
}
