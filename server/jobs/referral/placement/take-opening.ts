import { noteAuditWritten } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { absent as noVacancy } from '../../vacancy/vacancy-refusals.ts'
import * as refuse from '../referral-refusals.ts'
import { type Holder, takeOpening } from './opening.sql.ts'

/**
 * The one place where an opening is taken or given back: of one's own vacancy or another unit's, never beyond what was wanted and never of
 * one that was closed before the first day of work. Refused in words before anything is written. Whoever asks tells, after the commit, that
 * the vacancy changed.
 */
export async function changeOpenings(
  tx: Tx,
  holder: Holder,
  step: 1 | -1,
  { on, ctx }: { on: string; ctx: Pick<Ctx, 'now' | 'requestId'> },
): Promise<void> {
  const taking = await takeOpening(tx, holder, step, { on, at: ctx.now.toISOString(), requestId: ctx.requestId })
  noteAuditWritten()
  if (taking === 'full') (holder.of === 'referral' ? refuse.full : refuse.orderFull)()
  if (taking === 'closed') refuse.closed()
  if (taking === 'absent') noVacancy()
}
