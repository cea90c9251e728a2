import { Type } from 'typebox'
import { contract } from '../base/route.ts'
import { AreaCode, AsOf, asOf, DayText, Instant, LedgerId, page, Words } from '../base/shapes.ts'
import { PersonLine } from '../people/people.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

export const RoundPart = Type.Union([
  Type.Literal('open'),
  Type.Literal('tried'),
  Type.Literal('reported'),
  Type.Literal('verified'),
])
export const Outcome = Type.Union([
  Type.Literal('same'),
  Type.Literal('changed'),
  Type.Literal('ended'),
  Type.Literal('unreached'),
  Type.Literal('moved_away'),
  Type.Literal('died'),
])
const Method = Type.Union([Type.Literal('phone'), Type.Literal('visit'), Type.Literal('register_match')])

/** A spell of work that stands on the day of the round. */
export const StandingWork = Type.Object({
  employment: LedgerId,
  knownFrom: Instant,
  place: AreaCode,
  placeName: Type.String(),
  channel: orNull(Type.String()),
  employer: orNull(Type.String()),
  monthlyWageFen: orNull(Type.Integer()),
  from: DayText,
  verified: orNull(
    Type.Object({ on: DayText, method: orNull(Type.String()), by: orNull(Type.String()), until: orNull(DayText) }),
  ),
})

/** What was heard last of a person in this month's round. */
export const RoundAnswer = Type.Object({
  id: LedgerId,
  knownFrom: Instant,
  outcome: Outcome,
  on: DayText,
  method: Type.String(),
  by: orNull(Type.String()),
  happenedOn: orNull(DayText),
  /** Given under the acting post, which may therefore take it back. */
  own: Type.Boolean(),
})

export const RoundLine = Type.Object({
  ...PersonLine.properties,
  phone: orNull(Type.String()),
  part: orNull(RoundPart),
  standing: Type.Array(StandingWork),
  answer: orNull(RoundAnswer),
})

/** The round as the plan defines it. */
export const RoundView = Type.Object({
  key: Type.String(),
  name: Words,
  who: Type.String(),
  verified: Type.String(),
  source: Type.String(),
  assumptions: Type.Array(Words),
  /** Months for which a confirmation counts, by method. */
  counts: Type.Record(Type.String(), Type.Integer()),
  monthStart: DayText,
})

const Counts = {
  belongs: Type.Integer(),
  open: Type.Integer(),
  tried: Type.Integer(),
  reported: Type.Integer(),
  verified: Type.Integer(),
  changed: Type.Integer(),
  /** Of whom it cannot be told whether they belong, for want of a fact. */
  unknown: Type.Integer(),
}

/** What the officer had on the screen: it must still stand, or the answer is refused. */
const Seen = Type.Object({
  standing: Type.Array(Type.Object({ employment: LedgerId, knownFrom: Instant }), { maxItems: 20 }),
  answer: orNull(LedgerId),
})

const Work = Type.Object({
  place: AreaCode,
  channel: Type.String({ maxLength: 40 }),
  employer: Type.Optional(Type.String({ minLength: 1, maxLength: 120 })),
  monthlyWageFen: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
  industry: Type.Optional(Type.String({ maxLength: 4 })),
  pointToPoint: Type.Optional(Type.Boolean()),
})

const Answered = Type.Object({
  answer: orNull(LedgerId),
  line: RoundLine,
  gained: Type.Array(Type.String()),
  lost: Type.Array(Type.String()),
})

/** Ids of people whose tap was not taken: they stand on the first page, whatever part they have come to be in meanwhile. */
const Held = Type.String({ pattern: '^[0-9]{1,15}(,[0-9]{1,15}){0,49}$' })

export const roundApi = contract({
  listRound: {
    method: 'GET',
    path: '/api/round',
    needs: 'people.list',
    summary: 'The monthly round of an area as a work list: who, at what work, verified how and until when',
    query: Type.Object({
      ...asOf,
      ...page,
      area: Type.Optional(AreaCode),
      part: Type.Optional(Type.Union([RoundPart, Type.Literal('changed')])),
      held: Type.Optional(Held),
    }),
    reply: Type.Object({ asOf: AsOf, round: RoundView, lines: Type.Array(RoundLine), next: orNull(Type.String()) }),
  },
  getRoundCoverage: {
    method: 'GET',
    path: '/api/round/coverage',
    needs: 'indicators.read',
    summary: 'How far the monthly round is, for an area and every area directly below it',
    query: Type.Object({ ...asOf, area: Type.Optional(AreaCode) }),
    reply: Type.Object({
      asOf: AsOf,
      round: RoundView,
      area: AreaCode,
      total: Type.Object(Counts),
      areas: Type.Array(Type.Object({ area: AreaCode, areaName: Type.String(), ...Counts })),
    }),
  },
  answerRound: {
    method: 'POST',
    path: '/api/people/:id/round',
    needs: 'people.record',
    summary: 'What was heard of a person in the round; spells of work are verified, ended or begun with it',
    params: Type.Object({ id: LedgerId }),
    body: Type.Object({
      clientId: Type.String({ format: 'uuid' }),
      outcome: Outcome,
      method: Method,
      /** The day on which it was heard. */
      on: DayText,
      seen: Seen,
      /** The spell that ended or changed; left out where work began. */
      employment: Type.Optional(LedgerId),
      /** Last day at work, first day of the new work, of the move, of the death. */
      happenedOn: Type.Optional(DayText),
      reason: Type.Optional(Type.String({ maxLength: 40 })),
      work: Type.Optional(Work),
      /** Findings that the answer raises and that the officer says are true nevertheless. */
      confirmed: Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 40 })),
    }),
    reply: Answered,
  },
  withdrawRoundAnswer: {
    method: 'POST',
    path: '/api/people/:id/round/:answer/withdraw',
    needs: 'people.record',
    summary: 'Take back an answer given under the acting post: work stands again as it did before',
    params: Type.Object({ id: LedgerId, answer: LedgerId }),
    body: Type.Object({ clientId: Type.String({ format: 'uuid' }) }),
    reply: Answered,
  },
})
