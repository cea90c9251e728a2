import { mayDoWith, type TravellerAct } from '#domain/jobs/corridor/batch-state.ts'
import { recordWrite } from '../../../access/audit.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { bumpLedger } from '../../../people/employment/employment.sql.ts'
import { type FoundPerson, getPerson } from '../../../people/list/find-person.ts'
import type { Difference, PeopleGiven } from '../../../people/list/people-given.ts'
import { noteVacancyChanged } from '../../vacancy/vacancy-changes.ts'
import { lockPerson } from '../../wish/work-wish.sql.ts'
import { command } from '../agreement/command.ts'
import * as refuseBatch from '../agreement/corridor-refusals.ts'
import { type Batch, findBatch } from '../batch/batch.sql.ts'
import { aboutPerson, heldBatch } from '../batch/held-batch.ts'
import { type Change, findTraveller, type Kept, supersedeTraveller, type Traveller } from './traveller.sql.ts'
import { stateOf } from './traveller-line.ts'
import * as refuse from './traveller-refusals.ts'

export type Acted = { traveller: Traveller; person: FoundPerson; batch: Batch }
export type Sent = { params: { id: number }; body: { clientId: string; knownFrom: string } }
/** What an act did: the version it leaves, the fields it filled, whether the file itself says something new, and the vacancy that lost an opening. */
export type Done = { kept: Kept; fields: string[]; file: boolean; vacancy?: number }

type Act = {
  name: string
  act: TravellerAct
  /** Only by who sends the batch; otherwise by whoever sees the traveller. */
  bySender: boolean
  sent: Sent
}

/** An act on a traveller whose state allows it, once for its client id: logged, and where the file changed, determined again in the same transaction. */
export async function onTraveller(
  ctx: Ctx,
  given: PeopleGiven,
  { name, act, bySender, sent }: Act,
  work: (tx: Tx, acted: Acted) => Promise<Done>,
) {
  let taken: number | undefined
  const done = await command(ctx, name, sent, async (tx) => {
    const found = (await findTraveller(tx, sent.params.id)) ?? refuse.noTraveller()
    const person = await getPerson(tx, found.person_id)
    await lockPerson(tx, person)
    const traveller = (await findTraveller(tx, found.id)) ?? refuse.noTraveller()
    const batch = bySender
      ? await heldBatch(tx, traveller.batch_id, ctx)
      : ((await findBatch(tx, traveller.batch_id)) ?? refuseBatch.noBatch())
    if (!mayDoWith(stateOf(traveller), batch.left_on !== null).includes(act)) refuse.impossible()
    const { kept, fields, file, vacancy } = await work(tx, { traveller, person, batch })
    if (file) await bumpLedger(tx, person.county, ctx.now)
    await recordWrite(tx, ctx.actor, {
      ...{ ...aboutPerson(person), action: 'people.record', fields, detail: `${name} ${kept.id}`, rows: 1 },
    })
    const none: Difference = { gained: [], lost: [] }
    const changed = file ? ((await given.redetermine?.(tx, person, ctx.now)) ?? none) : none
    taken = vacancy
    return { id: kept.id, knownFrom: kept.known_from, ...changed }
  })
  if (taken !== undefined) noteVacancyChanged(taken)
  return done
}

/** The traveller in the version that was seen, changed; refused where somebody was faster. */
export async function changed(
  tx: Tx,
  { county, id }: Traveller,
  { knownFrom }: Sent['body'],
  change: Change,
  { ctx, why = 'travelled' }: { ctx: Ctx; why?: string },
): Promise<Kept> {
  const saved = { ...change, recorded_by: ctx.post.id }
  return (await supersedeTraveller(tx, { county, id, knownFrom }, saved, { now: ctx.now, why })) ?? refuse.stale()
}
