/** The same value gives the same text, whatever the order of its keys: what is hashed is this and nothing else. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  )
}

/** What stands at the head of a snapshot: plan, day, moment and definitions, and the seal of the one frozen before it. */
export type SnapshotHead = { plan: string; on: string; edition: number; knownAt: string; definition: string }

/**
 * The text an area's hash is taken of; `figures` is the canonical text of its tallies. Neither edition nor moment of knowledge
 * stands in it: where a new edition leaves the figures as they were, what was said of them still stands. The seal's head carries both.
 */
export const areaText = (
  { plan, on, definition }: Pick<SnapshotHead, 'plan' | 'on' | 'definition'>,
  division: string,
  area: number,
  figures: string,
): string => ['ricebowl snapshot area 1', plan, on, definition, division, area, figures].join('\n')

/** The first link of the chain; each area's hash, by division and code, is the next. */
export const headText = (head: SnapshotHead, previous: string, areas: number): string =>
  ['ricebowl snapshot 1', head.plan, head.on, head.edition, head.knownAt, head.definition, previous, areas].join('\n')
