import { identityNumber } from '../invented-number.ts'

/** Identity sequences of one birthday and sex: 500 of each parity. */
const SEQUENCES = 499

/**
 * Identity numbers and serials of one batch: batches own disjoint sequences of every birthday, so that no two of them
 * give the same number without asking each other. A birthday that is full moves to the next day.
 */
export class NumberGiver {
  readonly #from: number
  readonly #size: number
  readonly #used = new Map<number, number>()
  #serial: number

  constructor(batch: { index: number; batches: number }) {
    // Sequence 0 of every birthday is kept for the story people.
    this.#size = Math.floor(SEQUENCES / batch.batches)
    this.#from = 1 + batch.index * this.#size
    this.#serial = 1_000_000 + batch.index * 500_000
    if (this.#size < 1) throw new RangeError('More batches than identity sequences')
  }

  /** The number, and the birthday it ended up with. */
  identity(birth: number, male: boolean): { number: string; birth: number } {
    for (let day = birth; ; day++) {
      const key = day * 2 + Number(male)
      const used = this.#used.get(key) ?? 0
      if (used >= this.#size) continue
      this.#used.set(key, used + 1)
      return { number: identityNumber(day, (this.#from + used) * 2 + Number(male)), birth: day }
    }
  }

  /** Never the same twice, in any batch: for phones and bank accounts. */
  serial(): number {
    return this.#serial++
  }
}
