/** Conditions over a whole table, one bit a row. */
export type Bits = Int32Array
export const bitsFor = (rows: number): Bits => new Int32Array((rows + 31) >> 5)

/** Rows [from, to) in words of 32; bits past the end of a table mean nothing. */
export type Range = { from: number; to: number }
const words = ({ from, to }: Range): [number, number] => [from >> 5, (to + 31) >> 5]

export function intersect(out: Bits, a: Bits, b: Bits, range: Range): void {
  const [from, to] = words(range)
  for (let w = from; w < to; w++) out[w] = a[w]! & b[w]!
}
export function unite(out: Bits, a: Bits, b: Bits, range: Range): void {
  const [from, to] = words(range)
  for (let w = from; w < to; w++) out[w] = a[w]! | b[w]!
}
export function invert(out: Bits, a: Bits, range: Range): void {
  const [from, to] = words(range)
  for (let w = from; w < to; w++) out[w] = ~a[w]!
}

function ones(x: number): number {
  let n = x - ((x >>> 1) & 0x55555555)
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333)
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24
}

export function countBits(bits: Bits, { from, to }: Range): number {
  if (from >= to) return 0
  const [first, last] = [from >> 5, (to - 1) >> 5]
  const head = -1 << (from & 31)
  const tail = -1 >>> (31 - ((to - 1) & 31))
  if (first === last) return ones(bits[first]! & head & tail)
  let n = ones(bits[first]! & head) + ones(bits[last]! & tail)
  for (let w = first + 1; w < last; w++) n += ones(bits[w]!)
  return n
}
/** The marked rows of a range, in order. */
export function markedRows(bits: Bits, range: Range): Int32Array {
  const found = new Int32Array(countBits(bits, range))
  let at = 0
  for (let w = range.from >> 5; at < found.length; w++) {
    for (let word = bits[w]!; word !== 0; word &= word - 1) {
      const row = (w << 5) + 31 - Math.clz32(word & -word)
      if (row >= range.from && row < range.to) found[at++] = row
    }
  }
  return found
}
export const bitAt = (bits: Bits, row: number): number => (bits[row >> 5]! >>> (row & 31)) & 1

/** Lists as the rows know them, and turned round: the parent of each element, -1 for none. */
export type Lists = { start: Int32Array; rows?: Int32Array; parent: Int32Array }

export function parentsOf(list: { start: Int32Array; rows?: Int32Array }, elements: number): Lists {
  const parent = new Int32Array(elements).fill(-1)
  for (let i = 0; i + 1 < list.start.length; i++) {
    for (let k = list.start[i]!; k < list.start[i + 1]!; k++) parent[list.rows ? list.rows[k]! : k] = i
  }
  return { ...list, parent }
}

/** Where a third of the elements are marked, walking the lists is cheaper than walking the marks. */
const DENSE = 0.33

/** Marks each row of `range` that has a marked element. */
export function markParents(out: Bits, marked: Bits, lists: Lists, range: Range, elements: Range): void {
  const [from, to] = words(range)
  const share = countBits(marked, elements) / Math.max(1, elements.to - elements.from)
  if (share > DENSE && !lists.rows) {
    walkLists(out, marked, lists.start, range)
  } else {
    out.fill(0, from, to)
    walkMarks(out, marked, lists.parent, elements)
  }
}

function walkLists(out: Bits, marked: Bits, start: Int32Array, { from, to }: Range): void {
  const last = Math.min(to, start.length - 1)
  for (let i = from & ~31; i < last; ) {
    let word = 0
    const end = Math.min((i & ~31) + 32, last)
    const at = i >> 5
    for (; i < end; i++) {
      let found = 0
      for (let k = start[i]!, stop = start[i + 1]!; k < stop; k++) found |= marked[k >> 5]! >>> k
      word |= (found & 1) << i
    }
    out[at] = word
  }
}

function walkMarks(out: Bits, marked: Bits, parent: Int32Array, elements: Range): void {
  const [from, to] = words(elements)
  for (let w = from; w < to; w++) {
    for (let word = marked[w]!; word !== 0; word &= word - 1) {
      const row = (w << 5) + 31 - Math.clz32(word & -word)
      const at = row < parent.length ? parent[row]! : -1
      if (at >= 0) out[at >> 5] = out[at >> 5]! | (1 << at)
    }
  }
}

/** The bit of the row that each row refers to; none where it refers to nothing. */
export function fetchBits(out: Bits, there: Bits, rows: Int32Array, { from, to }: Range): void {
  for (let i = from & ~31; i < to; ) {
    let word = 0
    const at = i >> 5
    const end = Math.min(i + 32, to)
    for (; i < end; i++) {
      const row = rows[i]!
      if (row !== -1) word |= ((there[row >> 5]! >>> row) & 1) << i
    }
    out[at] = word
  }
}
