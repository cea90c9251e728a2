import type { Engine } from '../engine/engine.ts'
import { BEST, searchOf, slotOf } from '../engine/search.ts'
import type { CityRun } from './city-run.ts'

/**
 * People who are shown vacancies, but only flooded ones: shown to more people an opening than the weights say. `only` by this run,
 * `naive` if instead everybody were shown the three best for themselves.
 */
export function flooding(engine: Engine, run: CityRun): { only: number; naive: number } {
  const people = engine.order.length
  const shown = new Int32Array(people * (run.each + 1))
  const best = new Int32Array(people * 3).fill(-1)
  const search = searchOf(engine)
  for (let position = 0; position < people; position++) {
    const to = position * (run.each + 1)
    shown[to] = run.anchor[position]!
    for (let at = 0; at < run.each; at++) shown[to + 1 + at] = run.backUp[position * run.each + at]!
    const found = search.find(engine.index, position, 3, BEST)
    for (let at = 0; at < found; at++) best[position * 3 + at] = slotOf(engine, position, search.keys[at]!)
  }
  return { only: onlyFlooded(engine, shown, run.each + 1), naive: onlyFlooded(engine, best, 3) }
}

function onlyFlooded({ index, weights }: Engine, shown: Int32Array, each: number): number {
  const load = new Int32Array(index.openings.length)
  for (const slot of shown) if (slot >= 0) load[slot]!++
  let people = 0
  for (let from = 0; from < shown.length; from += each) {
    let [some, calm] = [false, false]
    for (let at = from; at < from + each; at++) {
      const slot = shown[at]!
      if (slot < 0) continue
      some = true
      if (load[slot]! <= weights.flooded * index.openings[slot]!) calm = true
    }
    if (some && !calm) people++
  }
  return people
}
