import type { Handlers } from '#domain/base/route.ts'
import type { travellerApi } from '#domain/jobs/corridor/traveller.api.ts'
import type { Ctx } from '../../../context.ts'
import type { PeopleGiven } from '../../../people/list/people-given.ts'
import { confirmArrival } from './arrival.ts'
import { listFollowUps, recordFollowUp } from './follow-ups.ts'
import { changed, onTraveller } from './on-traveller.ts'
import { recordReturn } from './return.ts'
import { withdrawTraveller } from './traveller.sql.ts'
import * as refuse from './traveller-refusals.ts'

/** 输送人员: at the door, arrived, called, back. Before arrival nothing of it stands in the file. */
export function travellerHandlers(given: PeopleGiven): Handlers<typeof travellerApi, Ctx> {
  return {
    tickTraveller: (sent, ctx) =>
      onTraveller(
        ctx,
        given,
        { name: 'tickTraveller', act: 'tick', bySender: true, sent },
        async (tx, { traveller }) => {
          const { boarded, absence } = sent.body
          if (boarded !== (absence === undefined)) refuse.noAbsence()
          const change = { boarded, absence: absence ?? null }
          return { kept: await changed(tx, traveller, sent.body, change, { ctx }), fields: ['boarded'], file: false }
        },
      ),
    removeTraveller: (sent, ctx) =>
      onTraveller(
        ctx,
        given,
        { name: 'removeTraveller', act: 'remove', bySender: true, sent },
        async (tx, { traveller }) => {
          const seen = { county: traveller.county, id: traveller.id, knownFrom: sent.body.knownFrom }
          const kept = (await withdrawTraveller(tx, seen, ctx.now)) ?? refuse.stale()
          return { kept, fields: ['traveller'], file: false }
        },
      ),
    confirmArrival: (sent, ctx) =>
      onTraveller(ctx, given, { name: 'confirmArrival', act: 'arrive', bySender: true, sent }, (tx, acted) =>
        confirmArrival(tx, acted, sent.body, { ctx, given }),
      ),
    recordReturn: (sent, ctx) =>
      onTraveller(ctx, given, { name: 'recordReturn', act: 'return', bySender: false, sent }, (tx, acted) =>
        recordReturn(tx, acted, sent.body, { ctx, given }),
      ),
    recordFollowUp: (sent, ctx) =>
      onTraveller(ctx, given, { name: 'recordFollowUp', act: 'follow', bySender: false, sent }, (tx, acted) =>
        recordFollowUp(tx, acted, sent.body, { ctx, given }),
      ),
    listFollowUps: ({ query }, ctx) => ctx.asPost((tx) => listFollowUps(tx, query, ctx, given)),
  }
}
