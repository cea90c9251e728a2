import type { Engine } from '../engine/engine.ts'
import type { Claim } from './check-run.ts'
import type { CityRun } from './city-run.ts'

/** Slots by position as rows of vacancies by rows of people. */
export function toRows({ order, index }: Engine, slots: Int32Array, each: number): Int32Array {
  const held = new Int32Array(slots.length).fill(-1)
  for (let position = 0; position < order.length; position++)
    for (let at = 0; at < each; at++) {
      const slot = slots[position * each + at]!
      if (slot >= 0) held[order[position]! * each + at] = index.vacancy[slot]!
    }
  return held
}

export const anchorClaim = (engine: Engine, quota: Int32Array, anchor: Int32Array): Claim => ({
  held: toRows(engine, anchor, 1),
  each: 1,
  quota,
})

export function backUpClaim(engine: Engine, quota: Int32Array, run: CityRun): Claim {
  const anchors = toRows(engine, run.anchor, 1)
  return {
    held: toRows(engine, run.backUp, run.each),
    each: run.each,
    quota: quota.map((openings) => openings * run.factor),
    first: Uint8Array.from(anchors, (vacancy) => (vacancy < 0 ? 1 : 0)),
    except: anchors,
  }
}
