import type { MatchRunRow } from '#db/types.ts'
import type { Reply } from '#domain/base/route.ts'
import type { matchingApi, Reason } from '#domain/jobs/matching/matching.api.ts'
import { type Tiers, tierName } from '#domain/jobs/tiers/tiers.ts'
import { levelOf, subtree } from '#domain/places/area.ts'
import type { Tx } from '../../db.ts'
import type { AreaNames } from '../../places/area-names.ts'
import { nameOf } from '../vacancy/vacancy-view.ts'
import { gapsOf, groupsOf } from './result.sql.ts'

type Result = Reply<typeof matchingApi.getMatchResult>
type Sums = { people: number; placed: number; scenario: number | null }
/** What one code of the level below spans; of a village nothing lies below. */
const STEP_BELOW = { 1: 1_000_000, 2: 1000, 3: 1, 4: 1 } as const
const MOST_GAPS = 30

/** How many were placed of the post's own people in an area; every number is that of a list. */
export async function resultView(tx: Tx, run: MatchRunRow, area: number, names: AreaNames): Promise<Result> {
  const [within, step] = [subtree(area), STEP_BELOW[levelOf(area)]]
  const groups = await groupsOf(tx, run.id, within, step)
  const unmatched = await gapsOf(tx, run.id, within, step)
  // Whom nobody asked is no gap of openings: it stands among the reasons, with its list.
  const gaps = unmatched.filter(({ reason }) => reason !== 'notAsked')
  const tiers = run.tiers as Tiers
  const by = <K>(key: (group: (typeof groups)[number]) => K) => sumsBy(groups, key)
  const whole = by(() => area).get(area) ?? { people: 0, placed: 0, scenario: null }
  return {
    scope: { area, name: names.nameOf(area), ...whole },
    areas: [...by(({ area: below }) => below)].map(([below, sums]) => ({
      ...{ area: below, name: names.nameOf(below) },
      ...sums,
    })),
    tiers: [...by(({ tier }) => tier)]
      .toSorted(([a], [b]) => a - b)
      .map(([tier, sums]) => ({ tier, name: tierName(tiers, tier), ...sums })),
    reasons: reasonsOf(unmatched),
    gaps: gaps.slice(0, MOST_GAPS).map(({ area: below, occupation, reason, people }) => ({
      ...{ area: below, name: names.nameOf(below), occupation: occupationView(occupation) },
      ...{ reason: reason as Reason, people },
    })),
    moreGaps: gaps.length > MOST_GAPS,
  }
}

function sumsBy<K, G extends Sums & { known: boolean }>(groups: readonly G[], key: (group: G) => K): Map<K, Sums> {
  const sums = new Map<K, Sums>()
  for (const group of groups) {
    const sum = sums.get(key(group)) ?? { people: 0, placed: 0, scenario: group.known ? 0 : null }
    sum.people += group.people
    sum.placed += group.placed
    if (sum.scenario !== null) sum.scenario += group.scenario ?? 0
    sums.set(key(group), sum)
  }
  return sums
}

function reasonsOf(gaps: readonly { reason: string; people: number }[]): Result['reasons'] {
  const sums = new Map<string, number>()
  for (const { reason, people } of gaps) sums.set(reason, (sums.get(reason) ?? 0) + people)
  return [...sums]
    .sort(([a, less], [b, more]) => more - less || (a < b ? -1 : 1))
    .map(([reason, people]) => ({ reason: reason as Reason, people }))
}

export const occupationView = (code: string | null) => (code === null ? null : { code, name: nameOf(code) })
