/** Whole numbers that keep coming, four bytes each. */
export class Grown {
  #held = new Int32Array(1024)
  length = 0

  push(value: number): void {
    if (this.length === this.#held.length) {
      const longer = new Int32Array(this.#held.length * 2)
      longer.set(this.#held)
      this.#held = longer
    }
    this.#held[this.length++] = value
  }
  at = (place: number): number => this.#held[place]!
  values = (): Int32Array => this.#held.subarray(0, this.length)
}
