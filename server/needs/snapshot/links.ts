/** The rows of a table that is ordered by (county, id), to be found by both. */
export type Rows = { counties: Float64Array; ids: Float64Array }

/** For each (county, key) the row whose id it is, -1 for none. Neighbours mostly have the same, or the next: tried first. */
export function rowsOf(counties: Float64Array, keys: Float64Array, there: Rows): Int32Array {
  const found = new Int32Array(keys.length)
  let last = 0
  for (let i = 0; i < keys.length; i++) {
    const [county, key] = [counties[i]!, keys[i]!]
    if (there.ids[last] !== key || there.counties[last] !== county) last = near(there, last, county, key)
    found[i] = there.ids[last] === key && there.counties[last] === county ? last : -1
  }
  return found
}

function near(there: Rows, last: number, county: number, key: number): number {
  for (let next = last + 1; next < last + 4; next++)
    if (there.ids[next] === key && there.counties[next] === county) return next
  let [lo, hi] = [0, there.ids.length]
  while (lo < hi) {
    const middle = (lo + hi) >> 1
    const before = there.counties[middle]! - county || there.ids[middle]! - key
    if (before < 0) lo = middle + 1
    else hi = middle
  }
  return lo
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
