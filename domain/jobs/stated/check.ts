import type { Matching } from './accept.ts'
import type { Instance } from './instance.ts'

export type Verdict = {
  /** Pairs who would both rather have each other: the person over what they got, the vacancy over an empty opening or its last admitted. */
  blockingPairs: number
  /** Places given beyond the openings. */
  overOpenings: number
  /** Places given to a person who did not ask for them, or whom the vacancy does not accept. */
  unacceptable: number
}

/**
 * Checks a matching against what was stated, knowing nothing of how it was made. Every pair that is acceptable to both is looked at;
 * no other can block.
 */
export function check({ people, vacancies }: Instance, matching: Matching): Verdict {
  const ranks = new Map(
    [...vacancies].map(([name, { order }]) => [name, new Map(order.map((person, rank) => [person, rank]))]),
  )
  const taken = new Map<string, number>()
  const last = new Map<string, number>()
  const verdict: Verdict = { blockingPairs: 0, overOpenings: 0, unacceptable: 0 }
  for (const [person, vacancy] of matching) {
    const rank = ranks.get(vacancy)?.get(person)
    if (rank === undefined || !people.get(person)?.includes(vacancy)) verdict.unacceptable++
    taken.set(vacancy, (taken.get(vacancy) ?? 0) + 1)
    last.set(vacancy, Math.max(last.get(vacancy) ?? -1, rank ?? Number.POSITIVE_INFINITY))
  }
  for (const [name, { openings }] of vacancies) verdict.overOpenings += Math.max(0, (taken.get(name) ?? 0) - openings)
  for (const [person, choices] of people)
    for (const vacancy of choices) {
      if (matching.get(person) === vacancy) break
      const rank = ranks.get(vacancy)!.get(person)
      const { openings } = vacancies.get(vacancy)!
      if (rank === undefined || openings === 0) continue
      if ((taken.get(vacancy) ?? 0) < openings || rank < last.get(vacancy)!) verdict.blockingPairs++
    }
  return verdict
}
