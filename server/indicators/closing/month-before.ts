import { lastDay, monthBefore } from '#domain/indicators/closing/month.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '../../context.ts'
import type { FiguresGiven } from '../question.ts'
import { type Before, findBefore } from './month-view.ts'
import { findFrozen } from './reported.ts'

/** The month before beside this one: as reported, or counted as it was known when this one was frozen. */
export async function beforeOf(
  given: FiguresGiven,
  asker: Pick<Ctx, 'asPost'>,
  plan: Plan,
  month: string,
): Promise<Before> {
  const { frozen, before } = await asker.asPost(async (tx) => ({
    frozen: await findFrozen(tx, plan.key, lastDay(month)),
    before: await findBefore(tx, plan, month),
  }))
  if (before || !frozen) return before
  const earlier = monthBefore(month)
  return { month: earlier, run: await given.runs.get(plan, lastDay(earlier), frozen.snapshot.known_at) }
}
