import { type Static, Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, asOf, DayText, Instant, LedgerId, page } from '../../base/shapes.ts'
import { peopleApi } from '../../people/people.api.ts'
import { OwedWages } from './owed-wages.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const maybe = Type.Optional
const Code = Type.String({ maxLength: 40 })

export const ReferralState = Type.Enum([
  ...(['offered', 'wanted', 'agreed', 'interview', 'passed', 'trial', 'placed', 'ended'] as const),
])
const Act = Type.Enum(['person', 'employer', 'interview', 'interviewed', 'trial', 'place', 'end', 'undo'])
const Urgency = Type.Enum(['overdue', 'today', 'ahead'])
const Method = Type.Enum(['phone', 'visit'])

/** What the board is asked for: what is to be done by today, parts of it, or everything in a state of rest. */
export const Queue = Type.Enum([
  ...(['todo', 'overdue', 'today', 'interviews', 'confirm', 'retention', 'running', 'placed', 'ended'] as const),
])
export type Queue = Static<typeof Queue>

export const RetentionCheck = Type.Object({
  month: Type.Integer(),
  /** The day so many months after the placement. */
  on: DayText,
  state: Type.Enum(['there', 'left', 'insured', 'due', 'again', 'coming', 'gone', 'passed']),
  tries: Type.Integer(),
  retryOn: orNull(DayText),
})

export const ReferralLine = Type.Object({
  id: LedgerId,
  person: LedgerId,
  name: Type.String(),
  areaName: Type.String(),
  vacancy: LedgerId,
  title: Type.String(),
  employer: Type.String(),
  origin: Type.Enum(['offer', 'run', 'person']),
  madeOn: DayText,
  state: ReferralState,
  /** Who is waited for; null where nobody is. */
  by: orNull(Type.Enum(['person', 'employer', 'officer'])),
  /** The last day for what comes next: a step, or a retention check. */
  dueOn: orNull(DayText),
  urgency: orNull(Urgency),
  /** What comes next. */
  next: orNull(Act),
  interviewOn: orNull(DayText),
  trialTo: orNull(DayText),
  placedOn: orNull(DayText),
  /** First day no longer at the work that came of it. */
  leftOn: orNull(DayText),
  /** The check that is to be made now, or tried again. */
  check: orNull(RetentionCheck),
  endReason: orNull(Code),
  endedOn: orNull(DayText),
  /** The employer answered on its own page, and nobody was placed yet. */
  byEmployer: Type.Boolean(),
})
export type ReferralLine = Static<typeof ReferralLine>

export const ReferralView = Type.Object({
  ...ReferralLine.properties,
  knownFrom: Instant,
  source: Type.String(),
  personAnswer: orNull(Code),
  personReason: orNull(Code),
  personAnsweredOn: orNull(DayText),
  employerAnswer: orNull(Code),
  employerReason: orNull(Code),
  employerAnsweredOn: orNull(DayText),
  interviewResult: orNull(Code),
  trialFrom: orNull(DayText),
  termTo: orNull(DayText),
  /** Last days by the plan's parameters, each an assumption. */
  limits: Type.Object({ person: Type.Integer(), employer: Type.Integer(), arrange: Type.Integer() }),
  retryDays: Type.Integer(),
  /** What the acting post may do with it now. */
  can: Type.Array(Act),
  checks: Type.Array(RetentionCheck),
  /** Counts as placed to stay at three months: an answer or an insurance for that month. Null before that day. */
  retained: orNull(Type.Boolean()),
  /** The work that would come of it, for the form and for what saving would raise. */
  work: Type.Object({
    place: AreaCode,
    placeName: Type.String(),
    channel: Code,
    employer: Type.String(),
    industry: orNull(Type.String()),
    wageFen: orNull(Type.Integer()),
    /** What the law protects minors and women from; whoever places somebody sees to it. */
    hazards: Type.Array(Code),
    openings: Type.Integer(),
    left: Type.Integer(),
    workTo: orNull(DayText),
  }),
  phoneMask: orNull(Type.String()),
  /** The person is owed wages, as far as was told. */
  owed: Type.Boolean(),
  /** Every step, the newest first: what became so, when it was entered, under which post. */
  history: Type.Array(
    Type.Object({
      at: Instant,
      by: orNull(Type.String()),
      step: Type.Enum([
        ...(['made', 'person', 'employer', 'interview', 'interviewed', 'trial', 'placed', 'ended'] as const),
        ...(['undone', 'reopened', 'moved', 'there', 'left', 'unreached'] as const),
      ]),
      on: orNull(DayText),
      answer: orNull(Code),
      reason: orNull(Code),
      method: orNull(Code),
      month: orNull(Type.Integer()),
    }),
  ),
})
export type ReferralView = Static<typeof ReferralView>

export const WageClaim = Type.Object({
  id: LedgerId,
  knownFrom: Instant,
  employer: Type.String(),
  /** First and last month unpaid. */
  monthFrom: Type.String(),
  monthTo: Type.String(),
  amountFen: Type.Integer(),
  toldBy: Type.Enum(['person', 'officer']),
  toldOn: DayText,
  settledOn: orNull(DayText),
  settlement: orNull(Code),
})

const one = Type.Object({ id: LedgerId })
const clientId = Type.String({ format: 'uuid' })
const acted = { clientId, knownFrom: Instant }
const confirmed = maybe(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 }))
const Done = Type.Object({
  id: LedgerId,
  knownFrom: Instant,
  state: ReferralState,
  gained: Type.Array(Type.String()),
  lost: Type.Array(Type.String()),
})
const Evidence = Type.Enum(['contract', 'employer', 'payslip'])
/** Who pays for a public post; said where the vacancy is one, with the first day after the agreement as `termTo`. */
const PostStream = Type.Enum(['hrss', 'agriculture'])
const WageFen = Type.Integer({ minimum: 1, maximum: 100_000_000 })

/** One step of a referral, with the day it happened on. */
export const Step = Type.Union([
  Type.Object({
    act: Type.Literal('person'),
    answer: Type.Enum(['accepted', 'declined']),
    reason: maybe(Code),
    on: DayText,
    method: maybe(Method),
  }),
  Type.Object({
    act: Type.Literal('employer'),
    answer: Type.Enum(['accepted', 'declined']),
    reason: maybe(Code),
    on: DayText,
    method: maybe(Method),
  }),
  Type.Object({ act: Type.Literal('interview'), on: DayText }),
  Type.Object({ act: Type.Literal('interviewed'), result: Type.Enum(['passed', 'failed', 'absent']), on: DayText }),
  Type.Object({ act: Type.Literal('trial'), from: DayText, to: DayText }),
  Type.Object({ act: Type.Literal('end'), reason: Code, on: DayText }),
])
export type Step = Static<typeof Step>

export const referralApi = contract({
  listReferrals: {
    method: 'GET',
    path: '/api/referrals',
    needs: 'people.list',
    summary: 'Referrals and retention checks of an area, what is to be done first; logged',
    query: Type.Object({ on: asOf.on, ...page, queue: maybe(Queue), area: maybe(AreaCode) }),
    reply: Type.Object({
      on: DayText,
      counts: Type.Record(Queue, Type.Integer()),
      lines: Type.Array(ReferralLine),
      next: orNull(Type.String()),
    }),
  },
  getReferral: {
    method: 'GET',
    path: '/api/referrals/:id',
    needs: 'people.read',
    summary: 'A referral with its steps, its history and its retention checks; logged',
    params: one,
    query: Type.Object({ on: asOf.on }),
    reply: ReferralView,
  },
  listPersonReferrals: {
    method: 'GET',
    path: '/api/people/:id/referrals',
    needs: 'people.read',
    summary: 'Referrals of a person, the newest first, and wages they are owed; logged',
    params: one,
    query: Type.Object({ on: asOf.on }),
    reply: Type.Object({ referrals: Type.Array(ReferralLine), claims: Type.Array(WageClaim) }),
  },
  listVacancyReferrals: {
    method: 'GET',
    path: '/api/vacancies/:id/referrals',
    needs: 'people.list',
    summary: 'People of the post’s area who were referred to a vacancy, the newest first; logged',
    params: one,
    query: Type.Object({ on: asOf.on }),
    reply: Type.Object({ referrals: Type.Array(ReferralLine) }),
  },
  makeReferral: {
    method: 'POST',
    path: '/api/referrals',
    needs: 'jobs.refer',
    summary: 'Refer a person to an open vacancy',
    body: Type.Object({
      clientId,
      person: LedgerId,
      vacancy: LedgerId,
      from: Type.Enum(['offer', 'run', 'person']),
      run: maybe(LedgerId),
      /** Left out: the day the screens open with. */
      on: maybe(DayText),
    }),
    reply: Done,
  },
  stepReferral: {
    method: 'POST',
    path: '/api/referrals/:id/steps',
    needs: 'jobs.refer',
    summary: 'Take down an answer, an interview, a trial, or the end of a referral',
    params: one,
    body: Type.Object({ ...acted, step: Step }),
    reply: Done,
  },
  placeReferral: {
    method: 'POST',
    path: '/api/referrals/:id/place',
    needs: 'jobs.refer',
    summary: 'Confirm a placement: the work begins, one opening is taken, other referrals of the person end',
    params: one,
    body: Type.Object({
      ...acted,
      /** First day of the work. */
      on: DayText,
      evidence: Evidence,
      wageFen: maybe(WageFen),
      /** First day after the agreed term. */
      termTo: maybe(DayText),
      postStream: maybe(PostStream),
      confirmed,
    }),
    reply: Done,
  },
  checkPlacement: {
    method: 'POST',
    path: '/api/referrals/:id/check',
    needs: 'jobs.refer',
    summary: 'Which findings confirming a placement would raise; nothing is saved',
    params: one,
    body: Type.Object({
      on: DayText,
      evidence: maybe(Evidence),
      wageFen: maybe(WageFen),
      termTo: maybe(DayText),
      postStream: maybe(PostStream),
    }),
    reply: peopleApi.checkEmployment.reply,
  },
  undoPlacement: {
    method: 'POST',
    path: '/api/referrals/:id/undo',
    needs: 'jobs.refer',
    summary: 'Undo a placement that was a mistake: the work is said no more, the opening is given back',
    params: one,
    body: Type.Object({ ...acted, reason: Type.String({ minLength: 1, maxLength: 200 }) }),
    reply: Done,
  },
  answerRetention: {
    method: 'POST',
    path: '/api/referrals/:id/retention',
    needs: 'jobs.refer',
    summary: 'What was heard of a placed person: still there, left, not reached',
    params: one,
    body: Type.Object({
      ...acted,
      outcome: Type.Enum(['there', 'left', 'unreached']),
      method: Method,
      /** Day on which it was heard. */
      on: DayText,
      /** First day no longer at work. */
      leftOn: maybe(DayText),
      reason: maybe(Code),
      retryOn: maybe(DayText),
      /** Wages the person is owed, told in the same call: a finding at once. */
      owed: maybe(OwedWages),
      confirmed,
    }),
    reply: Done,
  },
  recordWageClaim: {
    method: 'POST',
    path: '/api/people/:id/wage-claims',
    needs: 'people.record',
    summary: 'Wages that an employer has not paid: months and sum',
    params: one,
    body: Type.Object({
      clientId,
      employer: Type.String({ minLength: 1, maxLength: 120 }),
      ...OwedWages.properties,
      toldBy: Type.Enum(['person', 'officer']),
      on: DayText,
    }),
    reply: Type.Object({ id: LedgerId, gained: Type.Array(Type.String()), lost: Type.Array(Type.String()) }),
  },
  settleWageClaim: {
    method: 'POST',
    path: '/api/people/:id/wage-claims/:claim/settle',
    needs: 'people.record',
    summary: 'Wages were paid in full, or the report was a mistake',
    params: Type.Object({ id: LedgerId, claim: LedgerId }),
    body: Type.Object({ ...acted, on: DayText, settlement: Type.Enum(['paid', 'mistaken']) }),
    reply: Type.Object({ id: LedgerId, gained: Type.Array(Type.String()), lost: Type.Array(Type.String()) }),
  },
})
