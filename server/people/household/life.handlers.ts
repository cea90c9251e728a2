import type { Handlers } from '#domain/base/route.ts'
import type { lifeApi } from '#domain/people/identity/life.api.ts'
import type { Ctx } from '../../context.ts'
import { recordDeath, undoDeath } from '../death/record-death.ts'
import { command } from '../identity/identity.handlers.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { changeHead, joinHousehold, splitHousehold } from './change-household.ts'
import { householdsToChoose } from './find-households.ts'

/** What happens to people and their households: each once for its client id, each followed by a new determination of all it touches. */
export function lifeHandlers(given: PeopleGiven): Handlers<typeof lifeApi, Ctx> {
  return {
    findHouseholds: ({ body }, ctx) => ctx.asPost((tx) => householdsToChoose(tx, body, ctx)),
    recordDeath: ({ params, body }, ctx) =>
      command(ctx, 'recordDeath', { ...body, params }, (tx) => recordDeath(tx, params.id, body, { ctx, given })),
    undoDeath: ({ params, body }, ctx) =>
      command(ctx, 'undoDeath', { ...body, params }, (tx) => undoDeath(tx, params.id, body.reason, { ctx, given })),
    splitHousehold: ({ params, body }, ctx) =>
      command(ctx, 'splitHousehold', { ...body, params }, (tx) => splitHousehold(tx, params.id, body, { ctx, given })),
    joinHousehold: ({ params, body }, ctx) =>
      command(ctx, 'joinHousehold', { ...body, params }, (tx) => joinHousehold(tx, params.id, body, { ctx, given })),
    changeHead: ({ params, body }, ctx) =>
      command(ctx, 'changeHead', { ...body, params }, (tx) => changeHead(tx, params.id, body, { ctx, given })),
  }
}
