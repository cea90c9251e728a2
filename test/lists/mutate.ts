import type { Randomness } from '#db/demo/randomness.ts'

/** A file with some of its bytes changed: flipped, cut out, doubled, or the end cut off. */
export function mutate(bytes: Buffer, chance: Randomness): Buffer {
  let changed = Buffer.from(bytes)
  for (let left = 1 + chance.int(6); left > 0 && changed.length > 0; left--) {
    const at = chance.int(changed.length)
    const length = 1 + chance.int(24)
    switch (chance.int(4)) {
      case 0:
        changed[at] = chance.int(256)
        break
      case 1:
        changed = Buffer.concat([changed.subarray(0, at), changed.subarray(at + length)])
        break
      case 2:
        changed = Buffer.concat([changed.subarray(0, at + length), changed.subarray(at)])
        break
      default:
        if (chance.chance(0.2)) changed = changed.subarray(0, at)
        else changed.fill(chance.int(256), at, Math.min(at + length, changed.length))
    }
  }
  return changed
}
