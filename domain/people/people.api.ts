import { Type } from 'typebox'
import { contract } from '../base/route.ts'
import { AreaCode, AsOf, asOf, DayText, Instant, LedgerId, page, Words } from '../base/shapes.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])

/** A line of any list of people; identity masked. */
export const PersonLine = Type.Object({
  id: LedgerId,
  name: Type.String(),
  identity: orNull(Type.String()),
  sex: orNull(Type.String()),
  age: orNull(Type.Integer()),
  area: AreaCode,
  areaName: Type.String(),
  /** Kinds of membership in force on the day. */
  memberships: Type.Array(Type.String()),
  /** The employment in force on the day, if any. */
  work: orNull(Type.Object({ channel: orNull(Type.String()), employer: orNull(Type.String()), since: DayText })),
  verifiedOn: orNull(DayText),
})

/** One spell on the timeline, of any kind; both clocks; values already worded. */
export const SpellView = Type.Object({
  id: LedgerId,
  record: Type.String(),
  title: Words,
  from: DayText,
  to: orNull(DayText),
  knownFrom: Instant,
  knownTo: orNull(Instant),
  superseded: orNull(Words),
  source: Type.String(),
  evidence: orNull(Type.String()),
  verified: orNull(
    Type.Object({ on: DayText, method: orNull(Type.String()), by: orNull(Type.String()), until: orNull(DayText) }),
  ),
  facts: Type.Array(Type.Object({ key: Type.String(), label: Words, value: Words })),
})

export const Outcome = Type.Union([Type.Literal('yes'), Type.Literal('no'), Type.Literal('unknown')])

/** A named predicate with its outcome for this file. */
export const OutcomeLine = Type.Object({
  key: Type.String(),
  kind: Type.Union([Type.Literal('need'), Type.Literal('finding'), Type.Literal('indicator')]),
  name: Words,
  outcome: Outcome,
  clause: orNull(Type.String()),
  severity: orNull(Type.String()),
  /** What to do about it, as the plan says. */
  mend: Type.Optional(orNull(Words)),
})

/** A sub-condition with its value on its own span of the text. */
export const TraceNode = Type.Cyclic(
  {
    TraceNode: Type.Object({
      from: Type.Integer(),
      to: Type.Integer(),
      text: Type.String(),
      value: Type.String(),
      outcome: orNull(Outcome),
      /** Name of the derived fact this node expands, if it does. */
      via: orNull(Words),
      facts: Type.Array(
        Type.Object({
          label: Words,
          value: Type.String(),
          source: orNull(Type.String()),
          verifiedOn: orNull(DayText),
        }),
      ),
      /** The day from which it will hold, where a date decides. */
      notYet: orNull(DayText),
      parts: Type.Array(Type.Ref('TraceNode')),
    }),
  },
  'TraceNode',
)

export const Why = Type.Object({
  predicate: Type.String(),
  name: Words,
  text: Type.String(),
  clause: orNull(Type.String()),
  source: orNull(Type.String()),
  asOf: AsOf,
  outcome: Outcome,
  missing: Type.Array(Type.Object({ fact: Type.String(), label: Words })),
  trace: TraceNode,
})

export const FileView = Type.Object({
  asOf: AsOf,
  person: Type.Object({
    ...PersonLine.properties,
    phone: orNull(Type.String()),
    bank: orNull(Type.String()),
    birthDate: orNull(DayText),
    deathDate: orNull(DayText),
    facts: Type.Array(Type.Object({ key: Type.String(), label: Words, value: Words })),
    version: Type.Integer(),
    openedOn: DayText,
    ancestors: Type.Array(Type.Object({ code: AreaCode, name: Type.String() })),
  }),
  household: orNull(
    Type.Object({
      id: LedgerId,
      code: orNull(Type.String()),
      facts: Type.Array(Type.Object({ key: Type.String(), label: Words, value: Words })),
      members: Type.Array(
        Type.Object({
          id: LedgerId,
          name: Type.String(),
          relation: orNull(Type.String()),
          age: orNull(Type.Integer()),
          inWork: Type.Boolean(),
        }),
      ),
    }),
  ),
  /** Every spell the ledger holds, superseded ones included, newest first. */
  spells: Type.Array(SpellView),
  outcomes: Type.Array(OutcomeLine),
})

export const PeoplePage = Type.Object({
  asOf: AsOf,
  people: Type.Array(PersonLine),
  next: orNull(Type.String()),
})

export const SavedFilter = Type.Object({
  id: LedgerId,
  name: Type.String({ minLength: 1, maxLength: 60 }),
  where: Type.String({ maxLength: 2000 }),
})

/** A finding that a record would raise: its rule, number, gravity, and what to do about it. */
export const RaisedFinding = Type.Object({
  key: Type.String(),
  name: Words,
  clause: orNull(Type.String()),
  severity: Type.Union([Type.Literal('block'), Type.Literal('hold'), Type.Literal('review')]),
  mend: Words,
})

/** Keys of findings that the officer saw and says are true all the same. */
const confirmed = Type.Optional(Type.Array(Type.String({ maxLength: 80 }), { maxItems: 40 }))

const work = {
  from: DayText,
  to: Type.Optional(DayText),
  place: AreaCode,
  channel: Type.String({ maxLength: 40 }),
  employer: Type.Optional(Type.String({ maxLength: 120 })),
  industry: Type.Optional(Type.String({ maxLength: 4 })),
  monthlyWageFen: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000_000 })),
  evidence: Type.Optional(Type.String({ maxLength: 40 })),
  pointToPoint: Type.Optional(Type.Boolean()),
}
const Employment = Type.Object({ clientId: Type.String({ format: 'uuid' }), ...work, confirmed })

export const peopleApi = contract({
  listPeople: {
    method: 'GET',
    path: '/api/people',
    needs: 'people.list',
    summary: 'People of an area whose files satisfy a predicate, by area and id',
    query: Type.Object({
      ...asOf,
      ...page,
      area: Type.Optional(AreaCode),
      /** FEEL over the facts of a person; sealed facts are refused. */
      where: Type.Optional(Type.String({ maxLength: 2000 })),
      /** Key of a need or finding: people for whom it holds. */
      predicate: Type.Optional(Type.String({ maxLength: 80 })),
    }),
    reply: PeoplePage,
  },
  searchPeople: {
    method: 'POST',
    path: '/api/people/search',
    needs: 'people.list',
    summary:
      'Find by part of a name, pinyin or its initials, or a whole identity number; in the body because an address is logged',
    body: Type.Object({ text: Type.String({ minLength: 1, maxLength: 60 }) }),
    reply: Type.Object({ people: Type.Array(PersonLine) }),
  },
  getFile: {
    method: 'GET',
    path: '/api/people/:id',
    needs: 'people.read',
    summary: 'One person, one file; the reading is logged',
    params: Type.Object({ id: LedgerId }),
    query: Type.Object({ ...asOf }),
    reply: FileView,
  },
  explainPredicate: {
    method: 'GET',
    path: '/api/people/:id/why',
    needs: 'people.read',
    summary: 'Why a predicate holds, fails or cannot be told for this person',
    params: Type.Object({ id: LedgerId }),
    query: Type.Object({ ...asOf, predicate: Type.String({ maxLength: 80 }) }),
    reply: Why,
  },
  revealField: {
    method: 'POST',
    path: '/api/people/:id/reveal',
    needs: 'people.reveal',
    summary: 'Show a sealed field unmasked; the reason is logged before it is shown',
    params: Type.Object({ id: LedgerId }),
    body: Type.Object({
      field: Type.Union([
        Type.Literal('identity'),
        Type.Literal('phone'),
        Type.Literal('bank'),
        Type.Literal('address'),
      ]),
      reason: Type.String({ minLength: 4, maxLength: 200 }),
    }),
    reply: Type.Object({ value: orNull(Type.String()) }),
  },
  listReaders: {
    method: 'GET',
    path: '/api/people/:id/readers',
    needs: 'people.read',
    summary: 'Who opened this file',
    params: Type.Object({ id: LedgerId }),
    reply: Type.Object({
      readers: Type.Array(
        Type.Object({
          at: Instant,
          action: Type.String(),
          officer: Type.String(),
          post: Type.String(),
          reason: orNull(Type.String()),
        }),
      ),
    }),
  },
  checkEmployment: {
    method: 'POST',
    path: '/api/people/:id/employments/check',
    needs: 'people.record',
    summary: 'What findings it would raise to record this work, to end a spell or to verify it; nothing is saved',
    params: Type.Object({ id: LedgerId }),
    body: Type.Union([
      Type.Object(work),
      Type.Object({ employment: LedgerId, endedOn: DayText }),
      Type.Object({ employment: LedgerId, method: Type.String({ maxLength: 40 }), on: DayText }),
    ]),
    reply: Type.Object({
      raised: Type.Array(RaisedFinding),
      /** Rules about the whole county, which a post that sees less cannot ask. */
      notAsked: Type.Array(Type.String()),
    }),
  },
  recordEmployment: {
    method: 'POST',
    path: '/api/people/:id/employments',
    needs: 'people.record',
    summary: 'Record a spell of work; the file is determined again in the same transaction',
    params: Type.Object({ id: LedgerId }),
    body: Employment,
    reply: Type.Object({
      employment: LedgerId,
      knownFrom: Instant,
      gained: Type.Array(Type.String()),
      lost: Type.Array(Type.String()),
    }),
  },
  endEmployment: {
    method: 'POST',
    path: '/api/people/:id/employments/:employment/end',
    needs: 'people.record',
    summary: 'Say from which day a spell of work is no longer true; what was said before stays known',
    params: Type.Object({ id: LedgerId, employment: LedgerId }),
    body: Type.Object({ clientId: Type.String({ format: 'uuid' }), endedOn: DayText, knownFrom: Instant, confirmed }),
    reply: Type.Object({
      employment: LedgerId,
      knownFrom: Instant,
      gained: Type.Array(Type.String()),
      lost: Type.Array(Type.String()),
    }),
  },
  verifyEmployment: {
    method: 'POST',
    path: '/api/people/:id/employments/:employment/verify',
    needs: 'people.record',
    summary: 'Confirm a spell of work: method, day, until when it counts',
    params: Type.Object({ id: LedgerId, employment: LedgerId }),
    body: Type.Object({
      clientId: Type.String({ format: 'uuid' }),
      method: Type.String({ maxLength: 40 }),
      on: DayText,
      knownFrom: Instant,
      confirmed,
    }),
    reply: Type.Object({
      employment: LedgerId,
      knownFrom: Instant,
      gained: Type.Array(Type.String()),
      lost: Type.Array(Type.String()),
    }),
  },
  listFilters: {
    method: 'GET',
    path: '/api/filters',
    needs: 'people.list',
    summary: 'One’s own saved filters',
    reply: Type.Object({ filters: Type.Array(SavedFilter) }),
  },
  saveFilter: {
    method: 'POST',
    path: '/api/filters',
    needs: 'people.list',
    summary: 'Keep a filter under a name; the same name replaces',
    body: Type.Object({ name: SavedFilter.properties.name, where: SavedFilter.properties.where }),
    reply: SavedFilter,
  },
  dropFilter: {
    method: 'DELETE',
    path: '/api/filters/:id',
    needs: 'people.list',
    summary: 'Forget a saved filter',
    params: Type.Object({ id: LedgerId }),
    reply: Type.Object({}),
  },
})
