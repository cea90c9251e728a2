/** Who holds what for now: for every slot a heap of its admitted people with the last in the public order on top. */
export type Seats = {
  /** Where the places of a slot begin; the difference to the next is its quota. */
  at: Int32Array
  held: Int32Array
  priority: Int32Array
  position: Int32Array
  /** Priority of the last admitted of a full slot; -1 while places are open. Only rises. Shared: searches skip what is closed to them. */
  cutOffs: Int32Array
}

export function seatsOf(quotas: Int32Array): Seats {
  const at = new Int32Array(quotas.length + 1)
  for (let slot = 0; slot < quotas.length; slot++) at[slot + 1] = at[slot]! + quotas[slot]!
  const seats = at[quotas.length]!
  const cutOffs = new Int32Array(new SharedArrayBuffer(quotas.length * 4)).fill(-1)
  const [priority, position] = [new Int32Array(seats), new Int32Array(seats)]
  return { at, held: new Int32Array(quotas.length), priority, position, cutOffs }
}

export const ADMITTED = -1
export const REFUSED = -2

/** A person asks for a slot: ADMITTED, REFUSED, or the position of the person who must leave for them. */
export function ask(seats: Seats, slot: number, position: number, priority: number): number {
  if (priority <= seats.cutOffs[slot]!) return REFUSED
  const from = seats.at[slot]!
  const quota = seats.at[slot + 1]! - from
  if (seats.held[slot]! < quota) {
    rise(seats, from, seats.held[slot]!++, position, priority)
    if (seats.held[slot] === quota) seats.cutOffs[slot] = seats.priority[from]!
    return ADMITTED
  }
  const leaving = seats.position[from]!
  sink(seats, from, quota, position, priority)
  seats.cutOffs[slot] = seats.priority[from]!
  return leaving
}

function rise(seats: Seats, from: number, last: number, position: number, priority: number): void {
  let at = last
  while (at > 0) {
    const above = (at - 1) >> 1
    if (seats.priority[from + above]! <= priority) break
    seats.priority[from + at] = seats.priority[from + above]!
    seats.position[from + at] = seats.position[from + above]!
    at = above
  }
  seats.priority[from + at] = priority
  seats.position[from + at] = position
}

function sink(seats: Seats, from: number, size: number, position: number, priority: number): void {
  let at = 0
  for (let below = 1; below < size; below = 2 * at + 1) {
    if (below + 1 < size && seats.priority[from + below + 1]! < seats.priority[from + below]!) below++
    if (seats.priority[from + below]! >= priority) break
    seats.priority[from + at] = seats.priority[from + below]!
    seats.position[from + at] = seats.position[from + below]!
    at = below
  }
  seats.priority[from + at] = priority
  seats.position[from + at] = position
}
