import type { Reply } from '#domain/base/route.ts'
import type { referralApi } from '#domain/jobs/referral/referral.api.ts'
import { actsOf, type ReferralAct, stateOf } from '#domain/jobs/referral/referral-state.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { bumpLedger } from '../../people/employment/employment.sql.ts'
import { type FoundPerson, getPerson } from '../../people/list/find-person.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { once } from '../../people/once.ts'
import { noteVacancyChanged } from '../vacancy/vacancy-changes.ts'
import { lockPerson } from '../wish/work-wish.sql.ts'
import { findReferral, holdReferral, type Referral } from './referral.sql.ts'
import * as refuse from './referral-refusals.ts'

export type Done = Reply<typeof referralApi.makeReferral>
export type Acting = { ctx: Ctx; given: PeopleGiven }
type Sent = { name: string; params: object; body: { clientId: string } }

/** Once for its client id, on a person who is held: two acts about one person wait for each other. */
export function onPerson<T>(
  { ctx }: Acting,
  person: number,
  { name, params, body }: Sent,
  act: (tx: Tx, person: FoundPerson) => Promise<T>,
): Promise<T> {
  const sent = { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }
  return ctx.asPost((tx) =>
    once(tx, sent, async () => {
      const found = await getPerson(tx, person)
      await lockPerson(tx, found)
      return act(tx, found)
    }),
  )
}

type OnReferral = Sent & { id: number; act: ReferralAct | null; body: { clientId: string; knownFrom: string } }
type Did = { row: Referral; fields: string[]; reason?: string }

/** On a referral in the version that was seen, whose state allows the act; `act` null where the state says nothing of it. */
export async function onReferral(
  acting: Acting,
  { name, params, body, id, act }: OnReferral,
  work: (tx: Tx, row: Referral, person: FoundPerson) => Promise<Did>,
): Promise<Done> {
  const { ctx } = acting
  const sent = { clientId: body.clientId, post: ctx.post.id, name, body: { params, body }, now: ctx.now }
  let taken: number | undefined
  const done = await ctx.asPost((tx) =>
    once(tx, sent, async () => {
      const key = (await findReferral(tx, id)) ?? refuse.absent()
      const person = await getPerson(tx, key.person_id)
      await lockPerson(tx, person)
      const row = (await holdReferral(tx, key)) ?? refuse.absent()
      if (Date.parse(row.known_from) !== Date.parse(body.knownFrom)) refuse.stale()
      if (act !== null && !actsOf(stateOf(row)).includes(act)) refuse.impossible(stateOf(row))
      const did = await work(tx, row, person)
      if (act === 'place' || act === 'undo') taken = row.vacancy_id
      return { ...(await finish(tx, acting, person, { ...did, detail: `${name} ${id}` })), ...doneOf(did.row) }
    }),
  )
  if (taken !== undefined) noteVacancyChanged(taken)
  return done
}

export const doneOf = (row: Referral) => ({ id: row.id, knownFrom: row.known_from, state: stateOf(row) })

type Said = { fields: string[]; detail: string; reason?: string }
/** Nothing is said without its line in the log, the county's new head, and the file determined again: all in one transaction. */
export async function finish(
  tx: Tx,
  { ctx, given }: Acting,
  person: FoundPerson,
  { fields, detail, reason }: Said,
): Promise<{ gained: string[]; lost: string[] }> {
  await bumpLedger(tx, person.county, ctx.now)
  await recordWrite(tx, ctx.actor, {
    action: 'jobs.refer',
    object: { kind: 'person', county: person.county, area: person.area, id: person.id },
    ...{ fields, detail, rows: 1, ...(reason !== undefined && { reason }) },
  })
  const changed = await given.redetermine?.(tx, person, ctx.now)
  return { gained: changed?.gained ?? [], lost: changed?.lost ?? [] }
}

/** What every version says of who said it. */
export const saidBy = ({ post }: Ctx, on: string, method: string | null = null) => ({
  ...{ verified_on: on, verified_method: method, verified_by: post.title, recorded_by: post.id },
})
