import type { Static } from 'typebox'
import type { FindingWaiverRow } from '#db/types.ts'
import type { Waiver } from '#domain/needs/needs.api.ts'
import { waiverState } from '#domain/needs/waiver.ts'
import { dayInChina } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'

/** A waiver as screens show it, its state told by the day. */
export function waiverView(
  row: FindingWaiverRow,
  { now, officer }: Pick<Ctx, 'now' | 'officer'>,
): Static<typeof Waiver> {
  const dates = { endsOn: row.ends_on, granted: row.granted, revokedAt: row.revoked_at }
  return {
    id: row.id,
    person: row.person_id,
    finding: row.predicate,
    state: waiverState(dates, dayInChina(now)),
    reason: row.reason,
    endsOn: row.ends_on,
    askedAt: row.asked_at,
    askedBy: row.asked_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by,
    decisionWords: row.decision_words,
    revokedAt: row.revoked_at,
    revokedBy: row.revoked_by,
    revokeReason: row.revoke_reason,
    own: row.asked_officer === officer.id,
  }
}
