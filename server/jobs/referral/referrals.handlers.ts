import type { Handlers } from '#domain/base/route.ts'
import type { referralApi } from '#domain/jobs/referral/referral.api.ts'
import type { Ctx } from '../../context.ts'
import { getPerson } from '../../people/list/find-person.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { answerRetention } from './answer-retention.ts'
import { changeOf, makeReferral } from './make-referral.ts'
import { placementRows, placeReferral, undoPlacement } from './place-referral.ts'
import { listOfPerson, listOfVacancy, listReferrals, viewReferral } from './read/read-referrals.ts'
import { findReferral, supersedeReferral } from './referral.sql.ts'
import { doneOf, finish, onPerson, onReferral, saidBy } from './referral-command.ts'
import * as refuse from './referral-refusals.ts'
import { recordClaim, settle } from './wage-claims.ts'

/** From a referral to a placement that lasts: each act once for its client id, audited, and followed by a new determination of the file. */
export function referralHandlers(given: PeopleGiven): Handlers<typeof referralApi, Ctx> {
  return {
    listReferrals: ({ query }, ctx) => ctx.asPost((tx) => listReferrals(tx, query, ctx, given)),
    getReferral: ({ params, query }, ctx) => ctx.asPost((tx) => viewReferral(tx, params.id, query.on, ctx, given)),
    listPersonReferrals: ({ params, query }, ctx) =>
      ctx.asPost((tx) => listOfPerson(tx, params.id, query.on, ctx, given)),
    listVacancyReferrals: ({ params, query }, ctx) =>
      ctx.asPost((tx) => listOfVacancy(tx, params.id, query.on, ctx, given)),
    makeReferral: ({ body }, ctx) => {
      const acting = { ctx, given }
      return onPerson(acting, body.person, { name: 'makeReferral', params: {}, body }, async (tx, person) => {
        const row = await makeReferral(tx, person, body, acting)
        const said = { fields: ['referral'], detail: `makeReferral ${row.id} to ${row.vacancy_id}` }
        return { ...(await finish(tx, acting, person, said)), ...doneOf(row) }
      })
    },
    stepReferral: ({ params, body }, ctx) => {
      const { step } = body
      const sent = { name: `referral ${step.act}`, params, body, id: params.id, act: step.act }
      return onReferral({ ctx, given }, sent, async (tx, row) => {
        const { change, on, why } = changeOf(row, step, ctx.now)
        const by = saidBy(ctx, on, 'method' in step ? (step.method ?? null) : null)
        const at = ctx.now.toISOString()
        return {
          row: await supersedeReferral(tx, row, { ...change, ...by }, { at, why }),
          fields: Object.keys(change),
        }
      })
    },
    placeReferral: ({ params, body }, ctx) =>
      onReferral(
        { ctx, given },
        { name: 'placeReferral', params, body, id: params.id, act: 'place' },
        async (tx, row, person) => ({
          row: await placeReferral(tx, row, person, body, { ctx, given }),
          fields: ['referral', 'employment'],
        }),
      ),
    checkPlacement: ({ params, body }, ctx) =>
      ctx.asPost(async (tx) => {
        const row = (await findReferral(tx, params.id)) ?? refuse.absent()
        const person = await getPerson(tx, row.person_id)
        const { rows } = await placementRows(tx, row, person, body, { ctx, given })
        return (await given.saving?.ask(tx, person, rows)) ?? { raised: [], notAsked: [] }
      }),
    undoPlacement: ({ params, body }, ctx) =>
      onReferral(
        { ctx, given },
        { name: 'undoPlacement', params, body, id: params.id, act: 'undo' },
        async (tx, row) => ({
          row: await undoPlacement(tx, row, { ctx, given }),
          fields: ['referral', 'employment'],
          reason: body.reason,
        }),
      ),
    answerRetention: ({ params, body }, ctx) =>
      onReferral(
        { ctx, given },
        { name: 'answerRetention', params, body, id: params.id, act: null },
        async (tx, row, person) => ({
          row: await answerRetention(tx, row, person, body, { ctx, given }),
          fields: [
            'retention_answer',
            ...(body.outcome === 'unreached' ? [] : ['employment']),
            ...(body.owed === undefined ? [] : ['wage_claim']),
          ],
        }),
      ),
    recordWageClaim: ({ params, body }, ctx) =>
      onPerson({ ctx, given }, params.id, { name: 'recordWageClaim', params, body }, (tx, person) =>
        recordClaim(tx, person, body, { ctx, given }),
      ),
    settleWageClaim: ({ params, body }, ctx) =>
      onPerson({ ctx, given }, params.id, { name: 'settleWageClaim', params, body }, (tx, person) =>
        settle(tx, person, params.claim, body, { ctx, given }),
      ),
  }
}
