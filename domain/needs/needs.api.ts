import { Type } from 'typebox'
import { contract } from '../base/route.ts'
import { AreaCode, DayText, Instant, LedgerId, page, Words } from '../base/shapes.ts'
import { PersonLine } from '../people/people.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const Key = Type.String({ maxLength: 80 })
const clientId = Type.String({ format: 'uuid' })
const reason = Type.String({ minLength: 4, maxLength: 400 })
const Severity = Type.Union([Type.Literal('block'), Type.Literal('hold'), Type.Literal('review')])

/** How many files have a finding: open, waived (apart), and of how many it cannot be told; and what came and went this month. */
const counts = {
  open: Type.Integer(),
  waived: Type.Integer(),
  unknown: Type.Integer(),
  found: Type.Integer(),
  mended: Type.Integer(),
}

const FindingLine = Type.Object({
  key: Type.String(),
  name: Words,
  clause: orNull(Type.String()),
  severity: Severity,
  mend: Words,
  ...counts,
})

const WaiverState = Type.Union([
  Type.Literal('asked'),
  Type.Literal('granted'),
  Type.Literal('refused'),
  Type.Literal('revoked'),
  Type.Literal('expired'),
])

/** 豁免: asked by one officer, decided by another, until a day. */
export const Waiver = Type.Object({
  id: LedgerId,
  person: LedgerId,
  finding: Type.String(),
  state: WaiverState,
  reason: Type.String(),
  endsOn: DayText,
  askedAt: Instant,
  askedBy: Type.String(),
  decidedAt: orNull(Instant),
  decidedBy: orNull(Type.String()),
  decisionWords: orNull(Type.String()),
  revokedAt: orNull(Instant),
  revokedBy: orNull(Type.String()),
  revokeReason: orNull(Type.String()),
  /** Whether the asking officer is the one who looks: somebody else must decide. */
  own: Type.Boolean(),
})

/** Where a finding is mended: a spell of the file, the person's own facts, the household, or a site. */
const Fix = Type.Object({
  place: Type.Union([Type.Literal('spells'), Type.Literal('person'), Type.Literal('household'), Type.Literal('site')]),
  /** Kind of record of the spell; id of the site. */
  record: orNull(Type.String()),
  site: orNull(LedgerId),
})

const OrderAct = Type.Union([
  Type.Literal('accept'),
  Type.Literal('answer'),
  Type.Literal('return'),
  Type.Literal('close'),
  Type.Literal('withdraw'),
])

/** 督办: from a unit to one below it, over a finding or a figure, due by a day. */
export const SupervisionOrder = Type.Object({
  id: LedgerId,
  area: AreaCode,
  areaName: Type.String(),
  senderArea: AreaCode,
  sentBy: Type.String(),
  sentAt: Instant,
  subject: Type.Union([Type.Literal('finding'), Type.Literal('indicator')]),
  plan: Type.String(),
  key: Type.String(),
  name: Words,
  words: Type.String(),
  dueOn: DayText,
  state: Type.Union([
    Type.Literal('sent'),
    Type.Literal('accepted'),
    Type.Literal('answered'),
    Type.Literal('returned'),
    Type.Literal('closed'),
    Type.Literal('withdrawn'),
  ]),
  overdue: Type.Boolean(),
  openThen: orNull(Type.Integer()),
  /** What the asking post can do with it now. */
  can: Type.Array(OrderAct),
  steps: Type.Array(Type.Object({ act: OrderAct, words: Type.String(), at: Instant, by: Type.String() })),
})

/** 全量判定: one determination of every file. */
const DeterminationRun = Type.Object({
  cause: Type.Union([Type.Literal('schedule'), Type.Literal('start'), Type.Literal('command')]),
  startedAt: Instant,
  finishedAt: orNull(Instant),
  state: Type.Union([Type.Literal('running'), Type.Literal('done'), Type.Literal('failed'), Type.Literal('broken')]),
  files: orNull(Type.Integer()),
  predicates: orNull(Type.Integer()),
  gained: orNull(Type.Integer()),
  lost: orNull(Type.Integer()),
  seconds: orNull(Type.Number()),
  /** How far one is that goes on, from 0 to 1; null where that is not known. */
  share: orNull(Type.Number()),
})

const where = { plan: Type.Optional(Type.String({ maxLength: 60 })), area: Type.Optional(AreaCode) }
const done = Type.Object({ id: LedgerId })

export const needsApi = contract({
  listFindings: {
    method: 'GET',
    path: '/api/findings',
    needs: 'indicators.read',
    summary:
      'Findings of an area by rule, gravest first: open, waived, cannot be told, and what came and went this month',
    query: Type.Object(where),
    reply: Type.Object({ findings: Type.Array(FindingLine) }),
  },
  listFindingAreas: {
    method: 'GET',
    path: '/api/findings/areas',
    needs: 'indicators.read',
    summary: 'The areas below an area that have findings, of one rule or of all, most first',
    query: Type.Object({ ...where, finding: Type.Optional(Key) }),
    reply: Type.Object({
      areas: Type.Array(Type.Object({ area: AreaCode, areaName: Type.String(), ...counts })),
    }),
  },
  listFindingTrend: {
    method: 'GET',
    path: '/api/findings/trend',
    needs: 'indicators.read',
    summary: 'Day by day or month by month: found, mended, waived, and open at the end of it',
    query: Type.Object({
      ...where,
      finding: Type.Optional(Key),
      by: Type.Optional(Type.Union([Type.Literal('day'), Type.Literal('month')])),
    }),
    reply: Type.Object({
      points: Type.Array(
        Type.Object({
          on: DayText,
          found: Type.Integer(),
          mended: Type.Integer(),
          waived: Type.Integer(),
          open: Type.Integer(),
        }),
      ),
    }),
  },
  listFindingPeople: {
    method: 'GET',
    path: '/api/findings/:finding/people',
    needs: 'people.list',
    summary:
      'The people of an area who have a finding, by area and id: open, waived, or those of whom it cannot be told',
    params: Type.Object({ finding: Key }),
    query: Type.Object({
      ...where,
      ...page,
      state: Type.Optional(Type.Union([Type.Literal('open'), Type.Literal('waived'), Type.Literal('unknown')])),
    }),
    reply: Type.Object({
      people: Type.Array(Type.Object({ person: PersonLine, since: Instant, waivedUntil: orNull(DayText) })),
      next: orNull(Type.String()),
    }),
  },
  listFileFindings: {
    method: 'GET',
    path: '/api/people/:id/findings',
    needs: 'people.read',
    summary: 'The findings of one file as determined: since when, where each is mended, and its waivers',
    params: Type.Object({ id: LedgerId }),
    reply: Type.Object({
      findings: Type.Array(
        Type.Object({
          key: Type.String(),
          name: Words,
          clause: orNull(Type.String()),
          severity: Severity,
          mend: Words,
          outcome: Type.Union([Type.Literal('yes'), Type.Literal('unknown')]),
          since: Instant,
          fix: Fix,
          /** Newest first. */
          waivers: Type.Array(Waiver),
        }),
      ),
    }),
  },
  listWaivers: {
    method: 'GET',
    path: '/api/waivers',
    needs: 'people.list',
    summary: 'Waivers of an area that wait for a decision or are in force, those that wait longest first',
    query: Type.Object({
      ...where,
      state: Type.Optional(Type.Union([Type.Literal('asked'), Type.Literal('granted')])),
    }),
    reply: Type.Object({
      waivers: Type.Array(
        Type.Object({
          ...{ ...Waiver.properties, area: AreaCode, areaName: Type.String(), name: Words },
          /** Null where the file is no longer within the post. */
          personName: orNull(Type.String()),
        }),
      ),
    }),
  },
  askWaiver: {
    method: 'POST',
    path: '/api/people/:id/findings/:finding/waivers',
    needs: 'people.record',
    summary: 'Ask that a finding may stand until a day, with the reason; somebody else decides',
    params: Type.Object({ id: LedgerId, finding: Key }),
    body: Type.Object({ clientId, reason, endsOn: DayText }),
    reply: done,
  },
  decideWaiver: {
    method: 'POST',
    path: '/api/waivers/:id/decision',
    needs: 'needs.waive',
    summary: 'Grant or refuse a waiver that somebody else asked for',
    params: Type.Object({ id: LedgerId }),
    body: Type.Object({ clientId, granted: Type.Boolean(), words: Type.Optional(Type.String({ maxLength: 400 })) }),
    reply: done,
  },
  revokeWaiver: {
    method: 'POST',
    path: '/api/waivers/:id/revocation',
    needs: 'needs.waive',
    summary: 'Take back a waiver that is in force; the finding is open again at once',
    params: Type.Object({ id: LedgerId }),
    body: Type.Object({ clientId, reason }),
    reply: done,
  },
  listOrders: {
    method: 'GET',
    path: '/api/orders',
    needs: 'indicators.read',
    summary: 'Supervision orders: to one’s own unit, sent by it, or all that concern its area; overdue first',
    query: Type.Object({
      side: Type.Optional(Type.Union([Type.Literal('to_me'), Type.Literal('from_me'), Type.Literal('all')])),
      open: Type.Optional(Type.Boolean()),
    }),
    reply: Type.Object({ toMe: Type.Integer(), fromMe: Type.Integer(), orders: Type.Array(SupervisionOrder) }),
  },
  getOrder: {
    method: 'GET',
    path: '/api/orders/:id',
    needs: 'indicators.read',
    summary: 'One supervision order with its steps, and how many of its findings are open now',
    params: Type.Object({ id: LedgerId }),
    reply: Type.Object({ ...SupervisionOrder.properties, openNow: orNull(Type.Integer()) }),
  },
  sendOrder: {
    method: 'POST',
    path: '/api/orders',
    needs: 'needs.supervise',
    summary: 'Order a unit below one’s own to act on a finding or a figure by a day',
    body: Type.Object({
      clientId,
      area: AreaCode,
      subject: Type.Union([Type.Literal('finding'), Type.Literal('indicator')]),
      key: Key,
      plan: where.plan,
      words: Type.String({ minLength: 4, maxLength: 1000 }),
      dueOn: DayText,
    }),
    reply: done,
  },
  takeOrderStep: {
    method: 'POST',
    path: '/api/orders/:id/steps',
    needs: 'needs.answer',
    summary: 'Accept, answer, send back, close or withdraw an order; `seen` is how many steps it had when it was read',
    params: Type.Object({ id: LedgerId }),
    body: Type.Object({
      clientId,
      act: OrderAct,
      words: Type.Optional(Type.String({ maxLength: 1000 })),
      seen: Type.Integer({ minimum: 0 }),
    }),
    reply: done,
  },
  getDetermination: {
    method: 'GET',
    path: '/api/determination',
    needs: 'indicators.read',
    summary: 'The last full determinations of every file, and when the next is due',
    reply: Type.Object({ dueAt: Instant, timeOfDay: Type.String(), runs: Type.Array(DeterminationRun) }),
  },
})
