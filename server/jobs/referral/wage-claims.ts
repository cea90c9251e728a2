import { addMonths } from '#domain/base/date.ts'
import type { Input } from '#domain/base/route.ts'
import type { referralApi } from '#domain/jobs/referral/referral.api.ts'
import type { Tx } from '../../db.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'
import { type Acting, finish, saidBy } from './referral-command.ts'
import { checkDay } from './referral-days.ts'
import * as refuse from './referral-refusals.ts'
import { insertClaim, settleClaim } from './retention.sql.ts'

/** Wages that are owed: what was told is kept; the rules find it, and whoever supervises is asked by the order they send. */
export async function recordClaim(
  tx: Tx,
  person: FoundPerson,
  body: Input<typeof referralApi.recordWageClaim>['body'],
  acting: Acting,
) {
  const { ctx } = acting
  checkDay('on', body.on, '1990-01-01', ctx.now)
  const [from, last] = [`${body.monthFrom}-01`, `${body.monthTo}-01`]
  if (last < from || last > body.on) refuse.wrongMonths()
  const { id } = await insertClaim(tx, {
    ...{ county: person.county, area: person.area, person_id: person.id, employer: body.employer.trim() },
    ...{ month_from: from, month_to: addMonths(last, 1), amount_fen: body.amountFen, told_by: body.toldBy },
    ...{ valid_from: body.on, known_from: ctx.now.toISOString(), source: 'officer', ...saidBy(ctx, body.on) },
  })
  return { id, ...(await finish(tx, acting, person, { fields: ['wage_claim'], detail: `recordWageClaim ${id}` })) }
}

/** What was owed is paid, or was never owed. */
export async function settle(
  tx: Tx,
  person: FoundPerson,
  claim: number,
  body: Input<typeof referralApi.settleWageClaim>['body'],
  acting: Acting,
) {
  const { ctx } = acting
  checkDay('on', body.on, '1990-01-01', ctx.now)
  const seen = { id: claim, knownFrom: body.knownFrom }
  const said = { on: body.on, settlement: body.settlement, post: ctx.post.id, at: ctx.now.toISOString() }
  if (!(await settleClaim(tx, person, seen, said))) refuse.noClaim()
  return {
    id: claim,
    ...(await finish(tx, acting, person, { fields: ['wage_claim'], detail: `settleWageClaim ${claim}` })),
  }
}
