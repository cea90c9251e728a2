import { acceptAll } from '../engine/accept-all.ts'
import type { Engine } from '../engine/engine.ts'
import { type ListWork, listWorkOf } from '../engine/list-work.ts'
import { type Seats, seatsOf } from '../engine/seats.ts'
import { shared } from '../market/market.ts'

/** What a city-wide run gives: slots by position, -1 none. A proposal, which an officer and the person confirm. */
export type CityRun = {
  /** The reserved vacancy of each person. */
  anchor: Int32Array
  /** `each` further ones a person, best first. */
  backUp: Int32Array
  each: number
  /** Places for back-ups, as a multiple of the openings. */
  factor: number
  /** Priority of the last admitted of every full slot, -1 where places are open. */
  cutOffs: Int32Array
  backUpCutOffs: Int32Array
  /** How often somebody asked, and how often a list was used up and made anew. */
  counts: { asked: number; relisted: number }
}

/** Threads that make lists beside the one that runs; none is as good, only slower. */
export type SideThreads = { join(work: ListWork): void }
export const alone: SideThreads = { join: () => {} }

/** Vacancies of a list: more are seldom used up, fewer are made anew too often. */
const ANCHOR_LIST = 8
const BACK_UP_LIST = 8

/** The first run: one anchor a person. */
export function giveAnchors(engine: Engine, threads: SideThreads = alone) {
  const seats = seatsOf(engine.index.openings)
  const work = listWorkOf(engine, ANCHOR_LIST, { asked: { cutOffs: seats.cutOffs }, narrowed: true })
  threads.join(work)
  const counts = acceptAll(work, seats, 1)
  const anchor = shared('i32', engine.order.length).fill(-1)
  eachHeld(seats, (slot, position) => {
    anchor[position] = slot
  })
  return { anchor, cutOffs: seats.cutOffs, counts }
}

/** The second run: back-ups at a multiple of the openings; whom the first gave nothing comes first. Nobody's anchor is their back-up. */
export function giveBackUps(
  engine: Engine,
  anchor: Int32Array,
  { each, factor }: { each: number; factor: number },
  threads: SideThreads = alone,
) {
  const seats = seatsOf(engine.index.openings.map((openings) => openings * factor))
  const group = shared('u8', anchor.length)
  for (let position = 0; position < anchor.length; position++) group[position] = anchor[position]! < 0 ? 0 : 1
  const asked = { cutOffs: seats.cutOffs }
  const work = listWorkOf(engine, BACK_UP_LIST, { asked, narrowed: true, group, groups: 2, except: anchor })
  threads.join(work)
  const counts = acceptAll(work, seats, each)
  const backUp = shared('i32', anchor.length * each).fill(-1)
  const given = new Uint8Array(anchor.length)
  eachHeld(seats, (slot, position) => {
    backUp[position * each + given[position]!++] = slot
  })
  return { backUp, backUpCutOffs: seats.cutOffs, counts }
}

function eachHeld(seats: Seats, tell: (slot: number, position: number) => void): void {
  for (let slot = 0; slot < seats.held.length; slot++)
    for (let at = seats.at[slot]!, end = at + seats.held[slot]!; at < end; at++) tell(slot, seats.position[at]!)
}

export function runCity(
  engine: Engine,
  { each = 3, factor = 2 }: { each?: number; factor?: number } = {},
  threads: SideThreads = alone,
): CityRun {
  const first = giveAnchors(engine, threads)
  if (each === 0) return { ...first, each, factor, backUp: new Int32Array(0), backUpCutOffs: new Int32Array(0) }
  const second = giveBackUps(engine, first.anchor, { each, factor }, threads)
  const { anchor, cutOffs } = first
  const { backUp, backUpCutOffs } = second
  const counts = {
    asked: first.counts.asked + second.counts.asked,
    relisted: first.counts.relisted + second.counts.relisted,
  }
  return { anchor, backUp, each, factor, cutOffs, backUpCutOffs, counts }
}
