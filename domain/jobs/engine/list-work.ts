import { shared } from '../market/market.ts'
import { type Engine, PERSON, PRIORITY } from './engine.ts'
import { priorityOf, tierOf, UNMATCHED_FIRST } from './public-order.ts'
import { type Asked, BEST, type Search, searchOf } from './search.ts'
import { emptyIndex, type VacancyIndex } from './vacancy-index.ts'

/**
 * Best lists of many people, made by any number of threads over shared memory. Positions are cut into blocks that are handed out in order;
 * lists never depend on who made them, except that what a cut-off closes in the meantime may already be left out.
 */
export type ListWork = {
  engine: Engine
  /** What lists are made from: the whole index, or what a run keeps of it. */
  live: VacancyIndex
  /** Vacancies a list has. */
  most: number
  /** Lists of position i: `length[i]` keys from `i * most`. */
  keys: Int32Array
  /** Skill band where the vacancy asks for skill. */
  bands: Uint8Array
  length: Uint8Array
  /** Group of every position; lists of a group are made in a round of their own. */
  group: Uint8Array
  groups: number
  asked: Asked
  /** Slot that is left out for each position, -1 none. */
  except?: Int32Array
  /** [next block, blocks that may be made, blocks that are made, 1 when all is over]. */
  control: Int32Array
}

const [NEXT, LIMIT, DONE, OVER] = [0, 1, 2, 3]
export const BLOCK = 1 << 10
/** A list that was not made yet. */
export const UNMADE = 255

export function listWorkOf(
  engine: Engine,
  most: number,
  options: Partial<Pick<ListWork, 'group' | 'groups' | 'asked' | 'except'>> & { narrowed?: boolean } = {},
): ListWork {
  const count = engine.order.length
  const { narrowed = false, group = shared('u8', count), groups = 1, asked = {}, except } = options
  return {
    engine,
    live: narrowed ? emptyIndex(engine.index) : engine.index,
    most,
    keys: shared('i32', count * most),
    bands: shared('u8', count * most),
    length: shared('u8', count).fill(UNMADE),
    group,
    groups,
    asked,
    ...(except && { except }),
    control: shared('i32', 4),
  }
}

const blocksOf = ({ engine }: ListWork): number => Math.ceil(engine.order.length / BLOCK)

/** Lets blocks be made up to position `end` of a round; what was let before stays so. */
export function letTo(work: ListWork, round: number, end: number): void {
  Atomics.store(work.control, LIMIT, round * blocksOf(work) + Math.ceil(end / BLOCK))
  Atomics.notify(work.control, LIMIT)
}

/** A block is a matter of milliseconds: whoever took one and shows nothing for so long is gone. */
const PATIENCE_MS = 120_000

/** Makes what is left until all that was let is made. Throws when a thread took a block and never finished it. */
export function makeAllLet(work: ListWork, search: Search, patienceMs = PATIENCE_MS): void {
  while (makeNext(work, search));
  const limit = Atomics.load(work.control, LIMIT)
  for (;;) {
    const done = Atomics.load(work.control, DONE)
    if (done >= limit) return
    if (Atomics.wait(work.control, DONE, done, patienceMs) === 'timed-out')
      throw new Error('a thread left its lists unmade')
  }
}

export function endWork(work: ListWork): void {
  Atomics.store(work.control, OVER, 1)
  Atomics.notify(work.control, LIMIT)
}

/** What a side thread does until the work is over. */
export function workAlong(work: ListWork): void {
  const search = searchOf(work.engine, work.asked)
  while (Atomics.load(work.control, OVER) === 0) {
    const limit = Atomics.load(work.control, LIMIT)
    if (!makeNext(work, search)) Atomics.wait(work.control, LIMIT, limit, 100)
  }
}

/** Takes the next block that may be made and makes its lists; answers whether there was one. */
function makeNext(work: ListWork, search: Search): boolean {
  const { control } = work
  for (;;) {
    const next = Atomics.load(control, NEXT)
    if (next >= Atomics.load(control, LIMIT)) return false
    if (Atomics.compareExchange(control, NEXT, next, next + 1) !== next) continue
    const round = Math.floor(next / blocksOf(work))
    const from = (next % blocksOf(work)) * BLOCK
    const to = Math.min(from + BLOCK, work.engine.order.length)
    for (let position = from; position < to; position++)
      if (work.group[position] === round) makeList(work, search, work.live, position, BEST)
    Atomics.add(control, DONE, 1)
    Atomics.notify(control, DONE)
    return true
  }
}

/** The list of one person from what is worse than `below`; answers its length. */
export function makeList(work: ListWork, search: Search, index: VacancyIndex, position: number, below: number): number {
  const except = work.except === undefined ? -1 : work.except[position]!
  const length = search.find(index, position, work.most, below, liftOf(work, position), except)
  const to = position * work.most
  for (let at = 0; at < length; at++) {
    work.keys[to + at] = search.keys[at]!
    work.bands[to + at] = search.bands[at]! >>> 24
  }
  work.length[position] = length
  return length
}

/** In a run of several groups those of the first stand before all others. */
const liftOf = ({ groups, group }: ListWork, position: number): number =>
  groups > 1 && group[position] === 0 ? UNMATCHED_FIRST : 0

export const priorityIn = (work: ListWork, position: number): number =>
  work.engine.people[position * PERSON + PRIORITY]! | liftOf(work, position)

/** The best priority, bands aside, anybody of a round has from the batch on that begins at this position: ranks run on within a tier. */
export function firstPriority({ engine, groups }: ListWork, round: number, begun: number): number {
  const tier = tierOf(engine.people[begun * PERSON + PRIORITY]!)
  return priorityOf(tier, begun) | (groups > 1 && round === 0 ? UNMATCHED_FIRST : 0)
}
