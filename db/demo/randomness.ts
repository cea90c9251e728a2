/** Reproducible chance (sfc32): the same words give the same numbers on every machine. Not for secrets. */
export class Randomness {
  #a: number
  #b: number
  #c: number
  #counter = 1

  constructor(...words: (number | string)[]) {
    const text = words.join('/')
    const hash = (salt: number) => {
      let h = salt
      for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 16_777_619)
      return h >>> 0
    }
    this.#a = hash(2_166_136_261)
    this.#b = hash(374_761_393)
    this.#c = hash(668_265_263)
    for (let i = 0; i < 12; i++) this.next()
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    const t = (((this.#a + this.#b) | 0) + this.#counter) | 0
    this.#counter = (this.#counter + 1) | 0
    this.#a = this.#b ^ (this.#b >>> 9)
    this.#b = (this.#c + (this.#c << 3)) | 0
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + t
    return (t >>> 0) / 2 ** 32
  }
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number {
    return Math.floor(this.next() * below)
  }
  /** A whole number of both ends' range. */
  between(low: number, high: number): number {
    return low + Math.floor(this.next() * (high - low + 1))
  }
  chance(share: number): boolean {
    return this.next() < share
  }
  pick<T>(from: readonly T[]): T {
    return from[Math.floor(this.next() * from.length)] as T
  }
  /** Mean 0, deviation about 1, never beyond 3. */
  bell(): number {
    return (this.next() + this.next() + this.next() + this.next() - 2) * 1.732
  }
  shuffle<T>(list: T[]): T[] {
    for (let i = list.length - 1; i > 0; i--) {
      const j = this.int(i + 1)
      const kept = list[i] as T
      list[i] = list[j] as T
      list[j] = kept
    }
    return list
  }
}

/** Picks by weight. */
export class Weighted<T> {
  readonly #items: T[]
  readonly #upTo: number[] = []
  #total = 0

  constructor(pairs: Iterable<readonly [T, number]>) {
    const kept = [...pairs].filter(([, weight]) => weight > 0)
    this.#items = kept.map(([item]) => item)
    for (const [, weight] of kept) {
      this.#total += weight
      this.#upTo.push(this.#total)
    }
  }

  pick(chance: Randomness): T {
    const aim = chance.next() * this.#total
    let low = 0
    let high = this.#upTo.length - 1
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#upTo[middle] as number) > aim) high = middle
      else low = middle + 1
    }
    return this.#items[low] as T
  }
}
