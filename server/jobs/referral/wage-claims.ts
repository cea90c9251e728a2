import { addMonths } from '#domain/base/date.ts'
import type { Input } from '#domain/base/route.ts'
import type { OwedWages } from '#domain/jobs/referral/owed-wages.ts'
import type { referralApi } from '#domain/jobs/referral/referral.api.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'
import { type Acting, finish, saidBy } from './referral-command.ts'
import { checkDay } from './referral-days.ts'
import * as refuse from './referral-refusals.ts'
import { insertClaim, settleClaim } from './retention.sql.ts'

type Told = {
  employer: string
  on: string
  toldBy: 'person' | 'officer'
  employment?: number
  method?: 'phone' | 'visit'
}

/**
 * Keeps what somebody is owed, however it came up: at the file, in a retention check, in a call to a traveller. The rules find it, and
 * whoever supervises is asked by the order they send; the caller logs it and determines the file.
 */
export async function insertOwed(
  tx: Tx,
  { county, area, id }: FoundPerson,
  { monthFrom, monthTo, amountFen }: OwedWages,
  { employer, on, toldBy, employment, method }: Told,
  ctx: Ctx,
): Promise<number> {
  const [from, last] = [`${monthFrom}-01`, `${monthTo}-01`]
  if (last < from || last > on) refuse.wrongMonths()
  const kept = await insertClaim(tx, {
    ...{ county, area, person_id: id, employment_id: employment ?? null, employer },
    ...{ month_from: from, month_to: addMonths(last, 1), amount_fen: amountFen, told_by: toldBy },
    ...{ valid_from: on, known_from: ctx.now.toISOString(), source: 'officer', ...saidBy(ctx, on, method ?? null) },
    ...(method !== undefined && { evidence: method === 'visit' ? 'visit' : 'call' }),
  })
  return kept.id
}

/** Wages that are owed, told at the file. */
export async function recordClaim(
  tx: Tx,
  person: FoundPerson,
  body: Input<typeof referralApi.recordWageClaim>['body'],
  acting: Acting,
) {
  const { ctx } = acting
  checkDay('on', body.on, '1990-01-01', ctx.now)
  const told = { employer: body.employer.trim(), on: body.on, toldBy: body.toldBy }
  const id = await insertOwed(tx, person, body, told, ctx)
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
