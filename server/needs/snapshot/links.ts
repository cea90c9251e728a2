/** The rows of a table by county and id: open addressing, since ids come in no order that could be searched. */
export class RowIndex {
  private readonly slots: Int32Array
  private readonly counties: Float64Array
  private readonly ids: Float64Array

  constructor(counties: Float64Array, ids: Float64Array) {
    this.counties = counties
    this.ids = ids
    this.slots = new Int32Array(2 ** Math.ceil(Math.log2(ids.length * 2 + 2))).fill(-1)
    for (let row = 0; row < ids.length; row++) this.slots[this.slotOf(counties[row]!, ids[row]!)] = row
  }

  /** The row, -1 for none. */
  find(county: number, id: number): number {
    return Number.isNaN(id) ? -1 : this.slots[this.slotOf(county, id)]!
  }

  /** Where it stands, or the free slot where it would. */
  private slotOf(county: number, id: number): number {
    const last = this.slots.length - 1
    let slot = (Math.imul(id % 4_294_967_296, 0x9e3779b1) >>> 7) & last
    for (;;) {
      const row = this.slots[slot]!
      if (row < 0 || (this.ids[row] === id && this.counties[row] === county)) return slot
      slot = (slot + 1) & last
    }
  }
}

/** For each (county, key) the row whose id it is, -1 for none. */
export function rowsOf(counties: Float64Array, keys: Float64Array, there: RowIndex): Int32Array {
  const found = new Int32Array(keys.length)
  for (let i = 0; i < keys.length; i++) {
    // Neighbours often belong to the same.
    const isSame = i > 0 && keys[i] === keys[i - 1] && counties[i] === counties[i - 1]
    found[i] = isSame ? found[i - 1]! : there.find(counties[i]!, keys[i]!)
  }
  return found
}

export type List = { start: Int32Array; rows?: Int32Array }

/** Elements by parent. Those without one stand at the end and belong to no list. */
export function listOf(parents: Int32Array, length: number): { start: Int32Array; order: Int32Array; sorted: boolean } {
  const start = new Int32Array(length + 1)
  let sorted = true
  let previous = 0
  for (let i = 0; i < parents.length; i++) {
    const parent = parents[i]!
    const at = parent < 0 ? length : parent
    if (at < previous) sorted = false
    previous = at
    if (parent >= 0) start[parent + 1] = start[parent + 1]! + 1
  }
  for (let i = 0; i < length; i++) start[i + 1] = start[i + 1]! + start[i]!
  const next = new Int32Array(length + 1)
  next.set(start)
  const order = new Int32Array(parents.length)
  for (let i = 0; i < parents.length; i++) {
    const parent = parents[i]!
    const at = parent < 0 ? length : parent
    order[next[at]!] = i
    next[at] = next[at]! + 1
  }
  return { start, order, sorted }
}

/** For each record all that share its value, itself among them; none for those without a value. */
export function sharedList(groups: Int32Array): List {
  let count = 0
  for (const group of groups) if (group >= count) count = group + 1
  const members = listOf(groups, count)
  const start = new Int32Array(groups.length + 1)
  for (const [i, group] of groups.entries())
    start[i + 1] = start[i]! + (group < 0 ? 0 : members.start[group + 1]! - members.start[group]!)
  const rows = new Int32Array(start[groups.length]!)
  for (const [i, group] of groups.entries())
    if (group >= 0) rows.set(members.order.subarray(members.start[group], members.start[group + 1]), start[i])
  return { start, rows }
}
