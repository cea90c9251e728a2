import type { Api } from '#domain/api.ts'
import type { Words } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import type { RunState } from '#domain/jobs/matching/run-state.ts'
import { useWords } from '../../words.ts'

export type RunLine = Reply<Api['listMatchRuns']>['runs'][number]
export type Run = Reply<Api['getMatchRun']>
export type Result = Reply<Api['getMatchResult']>
type Standing = { tier: number; band: number }
type TierName = { tier: number; name: Words }

export const isOpen = (state: RunState | undefined): boolean =>
  state === 'waiting' || state === 'running' || state === 'stopping'

/** Where somebody stands in the public order, as an officer would say it: never who it is. */
export function useStandingText(names: readonly TierName[]) {
  const { t, say } = useWords()
  return ({ tier, band }: Standing): string => {
    const name = say(names.find((each) => each.tier === tier)?.name)
    return band > 0 ? t('match.standing.band', { tier, name, band }) : t('match.standing', { tier, name })
  }
}
