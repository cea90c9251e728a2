import { type Static, Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, asOf, DayText, Instant, LedgerId, page } from '../../base/shapes.ts'
import { OwedWages } from '../referral/owed-wages.ts'
import { TravellerLine } from './batch.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const one = Type.Object({ id: LedgerId })
const acted = { clientId: Type.String({ format: 'uuid' }), knownFrom: Instant }
const confirmed = Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 30 }))
const Done = Type.Object({
  id: LedgerId,
  knownFrom: Instant,
  /** Keys of needs and findings that the act brought or took away. */
  gained: Type.Array(Type.String()),
  lost: Type.Array(Type.String()),
})
const Wages = Type.Enum(['paid', 'late', 'less', 'unpaid'])

export const FollowUpLine = Type.Object({
  ...TravellerLine.properties,
  batch: LedgerId,
  placeName: Type.String(),
  employer: orNull(Type.String()),
  afterDays: Type.Integer({ minimum: 1 }),
  dueOn: DayText,
  /** Calls that reached nobody, of any follow-up. */
  tries: Type.Integer({ minimum: 0 }),
  /** What was last said of the wages, when it was a complaint. */
  complaint: orNull(Type.String()),
})
export type FollowUpLine = Static<typeof FollowUpLine>

export const travellerApi = contract({
  tickTraveller: {
    method: 'POST',
    path: '/api/travellers/:id/tick',
    needs: 'people.record',
    summary: 'At the door or absent with a reason, before the batch leaves; once for its client id, audited',
    params: one,
    body: Type.Object({
      ...acted,
      boarded: Type.Boolean(),
      absence: Type.Optional(Type.Enum(['ill', 'family', 'other_work', 'changed_mind', 'unreached', 'other'])),
    }),
    reply: Done,
  },
  removeTraveller: {
    method: 'POST',
    path: '/api/travellers/:id/remove',
    needs: 'people.record',
    summary: 'Take somebody off the list before the batch leaves; once for its client id, audited',
    params: one,
    body: Type.Object(acted),
    reply: Done,
  },
  confirmArrival: {
    method: 'POST',
    path: '/api/travellers/:id/arrival',
    needs: 'people.record',
    summary:
      'What the receiving station confirmed of a traveller: arrived and at work from a day, or not and why; writes the dispatch and the employment',
    params: one,
    body: Type.Object({
      ...acted,
      /** The code that stands on the sheet. */
      sheet: Type.String({ minLength: 1, maxLength: 20 }),
      evidence: Type.Enum(['sheet', 'call', 'roster']),
      arrivedOn: Type.Optional(DayText),
      missing: Type.Optional(Type.Enum(['left_on_the_way', 'turned_back', 'other_employer', 'unreached', 'other'])),
      startedOn: Type.Optional(DayText),
      /** As agreed, a month. */
      wageFen: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
      confirmed,
    }),
    reply: Done,
  },
  recordReturn: {
    method: 'POST',
    path: '/api/travellers/:id/return',
    needs: 'people.record',
    summary: 'A traveller came back: ends the dispatch and the work, and determines the file the same moment',
    params: one,
    body: Type.Object({
      ...acted,
      on: DayText,
      reason: Type.Enum(['wages', 'work_differs', 'dismissed', 'ill', 'family', 'farming', 'term_over', 'other']),
      confirmed,
    }),
    reply: Done,
  },
  recordFollowUp: {
    method: 'POST',
    path: '/api/travellers/:id/follow-ups',
    needs: 'people.record',
    summary: 'What was heard of a traveller some days after arrival, wages included; once for its client id, audited',
    params: one,
    body: Type.Object({
      ...acted,
      afterDays: Type.Integer({ minimum: 1, maximum: 3660 }),
      on: DayText,
      outcome: Type.Enum(['there', 'other_employer', 'unreached']),
      wages: Type.Optional(Wages),
      /** What is owed: must be said of wages unpaid, which are a finding at once, and may be of wages late or less than agreed. */
      owed: Type.Optional(OwedWages),
      note: Type.Optional(Type.String({ minLength: 1, maxLength: 200 })),
    }),
    reply: Done,
  },
  listFollowUps: {
    method: 'GET',
    path: '/api/follow-ups',
    needs: 'people.list',
    summary: 'Travellers of an area whose follow-up is due on a day, the longest due first; logged',
    query: Type.Object({ ...asOf, ...page, area: Type.Optional(AreaCode) }),
    reply: Type.Object({
      asOf: Type.Object({ on: DayText }),
      days: Type.Array(Type.Integer()),
      lines: Type.Array(FollowUpLine),
      total: Type.Integer({ minimum: 0 }),
    }),
  },
})
