/** Somebody of a stratum, by the place that the seed gives them. */
export type Ranked = { id: number; rank: string }

/** What is hashed (SHA-256, hexadecimal) to give a person a place: anybody can do it again with the seed and the id. */
export const rankText = (seed: string, id: number): string => `${seed}:${id}`

/** The first `count` of a stratum in the order of their hashes: whatever order the list came in, the same people. */
export const firstByRank = (ranked: readonly Ranked[], count: number): Ranked[] =>
  ranked.toSorted((a, b) => (a.rank < b.rank ? -1 : a.rank > b.rank ? 1 : a.id - b.id)).slice(0, count)

/** What is hashed of the list that was drawn from: the ids in ascending order, one a line. */
export const frameText = (ids: readonly number[]): string => ids.toSorted((a, b) => a - b).join('\n')
