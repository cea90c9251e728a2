import type { Static } from 'typebox'
import { fail } from '#domain/base/fail.ts'
import type { RoundView } from '#domain/casework/round.api.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Round } from '#domain/plan/round.ts'

/** The plan's round; refuses (404) where the plan has none. */
export function getRound(plan: Plan): Round {
  return (
    plan.rounds[0] ??
    fail(
      'casework.round.none',
      {
        zh: `方案“${plan.name.zh}”没有定义月核实。请由方案维护人员在 rounds/ 中定义。`,
        en: `The plan “${plan.name.en}” defines no round. Whoever keeps the plan defines one under rounds/.`,
      },
      { status: 404 },
    )
  )
}

export const monthStart = (on: string): string => `${on.slice(0, 7)}-01`

export const viewRound = (round: Round, on: string): Static<typeof RoundView> => {
  const { key, name, who, verified, source, assumptions, counts } = round
  return { key, name, who, verified, source, assumptions, counts, monthStart: monthStart(on) }
}
