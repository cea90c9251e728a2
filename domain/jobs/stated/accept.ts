import type { Instance } from './instance.ts'

/** Who got which vacancy; people without one are not in it. */
export type Matching = Map<string, string>

/**
 * Deferred acceptance, people proposing, openings respected: the stable matching that is best for every person at once. Whoever is
 * turned away goes on to the next choice. The order in which people propose makes no difference to the result.
 */
export function accept(instance: Instance): Matching {
  const seats = new Map([...instance.vacancies].map(([name, job]) => [name, new Seats(job.openings, job.order)]))
  const choices = new Map([...instance.people].map(([name, list]) => [name, list.values()]))
  const waiting = [...choices.keys()]
  for (let person = waiting.pop(); person !== undefined; person = waiting.pop()) {
    const { value: vacancy } = choices.get(person)!.next()
    if (vacancy === undefined) continue
    const turnedAway = seats.get(vacancy)!.propose(person)
    if (turnedAway !== undefined) waiting.push(turnedAway)
  }
  const got = [...seats].flatMap(([vacancy, { held }]) => held.map((person) => [person, vacancy] as const))
  return new Map(got)
}

/** Those a vacancy holds for now: a heap with the last in its order on top. */
class Seats {
  readonly #heap: number[] = []
  readonly #rank: Map<string, number>
  readonly #openings: number
  readonly #order: string[]

  constructor(openings: number, order: string[]) {
    this.#openings = openings
    this.#order = order
    this.#rank = new Map(order.map((person, rank) => [person, rank]))
  }

  get held(): string[] {
    return this.#heap.map((rank) => this.#order[rank]!)
  }

  /** Takes the person if there is an opening or somebody who stands further back; answers who is turned away, if anybody. */
  propose(person: string): string | undefined {
    const rank = this.#rank.get(person)
    if (rank === undefined || this.#openings === 0) return person
    if (this.#heap.length < this.#openings) return this.#push(rank)
    const last = this.#heap[0]!
    if (rank > last) return person
    this.#replaceTop(rank)
    return this.#order[last]
  }

  #push(rank: number): undefined {
    let at = this.#heap.length
    while (at > 0) {
      const above = (at - 1) >> 1
      if (this.#heap[above]! >= rank) break
      this.#heap[at] = this.#heap[above]!
      at = above
    }
    this.#heap[at] = rank
  }

  #replaceTop(rank: number): void {
    const size = this.#heap.length
    let at = 0
    for (let below = 1; below < size; below = 2 * at + 1) {
      if (below + 1 < size && this.#heap[below + 1]! > this.#heap[below]!) below++
      if (this.#heap[below]! <= rank) break
      this.#heap[at] = this.#heap[below]!
      at = below
    }
    this.#heap[at] = rank
  }
}
