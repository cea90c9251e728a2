import type { Day } from '../../base/date.ts'

/** What a traveller's dates and marks say; none of it is typed. */
export type TravellerState = 'listed' | 'boarded' | 'absent' | 'arrived' | 'missing' | 'working' | 'returned'
export type Travelled = {
  boarded: boolean | null
  arrivedOn: Day | null
  missing: string | null
  startedOn: Day | null
  returnedOn: Day | null
}
export function travellerState({ boarded, arrivedOn, missing, startedOn, returnedOn }: Travelled): TravellerState {
  if (returnedOn !== null) return 'returned'
  if (startedOn !== null) return 'working'
  if (arrivedOn !== null) return 'arrived'
  if (missing !== null) return 'missing'
  if (boarded === null) return 'listed'
  return boarded ? 'boarded' : 'absent'
}

export type TravellerAct = 'tick' | 'remove' | 'arrive' | 'return' | 'follow'
/** Which acts a traveller's state allows, before and after the batch left: the one table that server and screen read. */
export function mayDoWith(state: TravellerState, hasLeft: boolean): TravellerAct[] {
  if (!hasLeft) return state === 'listed' || state === 'boarded' || state === 'absent' ? ['tick', 'remove'] : []
  if (state === 'boarded') return ['arrive']
  return state === 'arrived' || state === 'working' ? ['return', 'follow'] : []
}

export type BatchState = 'planned' | 'left' | 'arrived'
/** Planned until it left; then open until of everybody at the door it is known whether they arrived. */
export function batchState({ leftOn, unconfirmed }: { leftOn: Day | null; unconfirmed: number }): BatchState {
  if (leftOn === null) return 'planned'
  return unconfirmed > 0 ? 'left' : 'arrived'
}

export type BatchField =
  | 'order'
  | 'departsOn'
  | 'transport'
  | 'transportNo'
  | 'leader'
  | 'receiver'
  | 'payer'
  | 'costFen'
const PAID: readonly BatchField[] = ['payer', 'costFen']
/** What can still be corrected of a batch: all of it before it left, then who meets it until everybody is accounted for, at the end the bill alone. */
export function openFields(state: BatchState): readonly BatchField[] {
  if (state === 'planned') return ['order', 'departsOn', 'transport', 'transportNo', 'leader', 'receiver', ...PAID]
  return state === 'left' ? ['receiver', ...PAID] : PAID
}

/** `7 30 90` of the plan as numbers, shortest first; what is no number is left out. */
export const followUpDays = (text: unknown): number[] =>
  [...new Set(String(text ?? '').match(/\d+/g) ?? [])].map(Number).toSorted((a, b) => a - b)
