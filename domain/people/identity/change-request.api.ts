import { Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, DayText, Instant, LedgerId, page, Words } from '../../base/shapes.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const clientId = Type.String({ format: 'uuid' })
const Reason = Type.String({ minLength: 4, maxLength: 200 })
const id = Type.Object({ id: LedgerId })
const RowKey = Type.Object({ record: Type.String({ maxLength: 40 }), id: LedgerId })

/** A row that both files say of the same time and that only one may say. */
const Overlap = Type.Object({
  record: Type.String(),
  label: Words,
  one: Type.Object({ id: LedgerId, words: Words }),
  other: Type.Object({ id: LedgerId, words: Words }),
  /** `choose`: one of the two is left out; `settle`: money was paid twice, which a merge must not hide. */
  mend: Type.Union([Type.Literal('choose'), Type.Literal('settle')]),
})

/** Two files side by side, before one is merged into the other. */
export const Comparison = Type.Object({
  one: Type.Object({ id: LedgerId, name: Type.String(), openedOn: DayText }),
  other: Type.Object({ id: LedgerId, name: Type.String(), openedOn: DayText }),
  fields: Type.Array(
    Type.Object({
      key: Type.String(),
      label: Words,
      one: orNull(Words),
      other: orNull(Words),
      differs: Type.Boolean(),
      /** Only the other file knows it: it is taken unless the surviving file knows better by then. */
      onlyOther: Type.Boolean(),
    }),
  ),
  /** How many rows of each kind would move. */
  moves: Type.Array(Type.Object({ record: Type.String(), label: Words, rows: Type.Integer() })),
  overlaps: Type.Array(Overlap),
})

export const requestKind = Type.Union([
  Type.Literal('merge'),
  Type.Literal('unmerge'),
  Type.Literal('number'),
  Type.Literal('move'),
])

export const RequestView = Type.Object({
  id: LedgerId,
  kind: requestKind,
  person: LedgerId,
  name: Type.String(),
  /** Of a merge: the file that is closed. */
  other: orNull(Type.Object({ id: LedgerId, name: Type.String() })),
  /** Of a move: the village that receives. */
  to: orNull(AreaCode),
  content: Type.Array(Type.Object({ label: Words, value: Words })),
  /** What the second officer should look at twice. */
  flags: Type.Array(Words),
  reason: Type.String(),
  askedBy: Type.String(),
  askedAt: Instant,
  decision: orNull(Type.Union([Type.Literal('approved'), Type.Literal('rejected'), Type.Literal('withdrawn')])),
  decidedBy: orNull(Type.String()),
  decidedAt: orNull(Instant),
  decisionReason: orNull(Type.String()),
  mine: Type.Boolean(),
  /** Why the acting post cannot decide it; null = it can. */
  hindered: orNull(Words),
})
const Asked = Type.Object({ request: LedgerId })

export const changeRequestApi = contract({
  compareFiles: {
    method: 'GET',
    path: '/api/people/:id/compare/:other',
    needs: 'people.read',
    summary:
      'Two files side by side: fields, rows that would move, rows that both say of the same time; both readings are logged',
    params: Type.Object({ id: LedgerId, other: LedgerId }),
    reply: Comparison,
  },
  askMerge: {
    method: 'POST',
    path: '/api/people/:id/merge',
    needs: 'people.record',
    summary:
      'Ask that another file be merged into this one: the fields it gives, the rows of an overlap that are left out',
    params: id,
    body: Type.Object({
      clientId,
      other: LedgerId,
      take: Type.Array(Type.String({ maxLength: 40 }), { maxItems: 30 }),
      leaveOut: Type.Array(RowKey, { maxItems: 200 }),
      reason: Reason,
    }),
    reply: Asked,
  },
  askUnmerge: {
    method: 'POST',
    path: '/api/people/:id/unmerge',
    needs: 'people.record',
    summary:
      'Ask that a merge into this file be taken apart: every row back where it was; refused where later work builds on it',
    params: id,
    body: Type.Object({ clientId, merged: LedgerId, reason: Reason }),
    reply: Asked,
  },
  askNumber: {
    method: 'POST',
    path: '/api/people/:id/number',
    needs: 'people.record',
    summary: 'Ask that the identity number be changed, and the name if it is wrong too',
    params: id,
    body: Type.Object({
      clientId,
      number: Type.String({ maxLength: 40 }),
      name: Type.Optional(Type.String({ minLength: 1, maxLength: 60 })),
      reason: Reason,
    }),
    reply: Asked,
  },
  askMove: {
    method: 'POST',
    path: '/api/people/:id/move',
    needs: 'people.record',
    summary: 'Hand a file over to another village, in this county or another; it moves once that side has accepted',
    params: id,
    body: Type.Object({ clientId, to: AreaCode, on: DayText, reason: Reason }),
    reply: Asked,
  },
  listRequests: {
    method: 'GET',
    path: '/api/requests',
    needs: 'people.list',
    summary: 'Requests of the scope, those waiting or those decided, newest first',
    query: Type.Object({ ...page, decided: Type.Optional(Type.Boolean()), person: Type.Optional(LedgerId) }),
    reply: Type.Object({ requests: Type.Array(RequestView), next: orNull(Type.String()) }),
  },
  approveRequest: {
    method: 'POST',
    path: '/api/requests/:id/approve',
    needs: 'people.confirm',
    summary: 'Do what another officer asked for; of a number, only if it was typed again alike',
    params: id,
    body: Type.Object({
      clientId,
      number: Type.Optional(Type.String({ maxLength: 40 })),
      /** Of a move: the household of the receiving village that is joined at once, and as what. */
      household: Type.Optional(LedgerId),
      relation: Type.Optional(Type.String({ maxLength: 20 })),
    }),
    reply: Type.Object({ person: LedgerId, gained: Type.Array(Type.String()), lost: Type.Array(Type.String()) }),
  },
  rejectRequest: {
    method: 'POST',
    path: '/api/requests/:id/reject',
    needs: 'people.confirm',
    summary: 'Refuse what another officer asked for, with the reason',
    params: id,
    body: Type.Object({ clientId, reason: Reason }),
    reply: Asked,
  },
  withdrawRequest: {
    method: 'POST',
    path: '/api/requests/:id/withdraw',
    needs: 'people.record',
    summary: 'Take back what one has asked for oneself',
    params: id,
    body: Type.Object({ clientId, reason: Reason }),
    reply: Asked,
  },
  getStanding: {
    method: 'GET',
    path: '/api/people/:id/standing',
    needs: 'people.read',
    summary:
      'What stands behind a file: files merged into it, requests waiting, a recorded death, changes of its household',
    params: id,
    reply: Type.Object({
      merged: Type.Array(
        Type.Object({
          merged: LedgerId,
          closed: LedgerId,
          at: Instant,
          /** Why it cannot be taken apart; empty = it can. */
          hindered: Type.Array(Words),
          /** Rows recorded since, which stay with this file. */
          later: Type.Array(Words),
        }),
      ),
      requests: Type.Array(RequestView),
      death: orNull(Type.Object({ on: DayText, evidence: Type.String(), at: Instant })),
      household: Type.Array(Type.Object({ kind: Type.String(), on: DayText, reason: Type.String(), at: Instant })),
    }),
  },
})
