import { Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, DayText, Instant, LedgerId, Words } from '../../base/shapes.ts'
import { PersonLine } from '../../people/people.api.ts'
import { SiteLine } from '../../places/places.api.ts'
import { FigureView, RecordLine } from '../indicators.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const MonthText = Type.String({ pattern: '^\\d{4}-\\d{2}$' })
const Hash = Type.String({ minLength: 64, maxLength: 64 })
const UnitState = Type.Enum(['waiting', 'ready', 'confirmed', 'sent_back'])
const MonthState = Type.Enum(['open', 'frozen', 'sent_back', 'ready', 'closed'])
const UnitAct = Type.Enum(['confirm', 'confirm_in_place', 'send_back'])

/** A unit with its figures of the month: where it stands, by when it confirms, what the acting post may do with it. */
const UnitView = Type.Object({
  area: AreaCode,
  areaName: Type.String(),
  state: UnitState,
  due: orNull(DayText),
  overdue: Type.Boolean(),
  hash: Hash,
  /** Units below that have not confirmed. */
  outstanding: Type.Integer(),
  acts: Type.Array(UnitAct),
})
const SnapshotView = Type.Object({
  edition: Type.Integer(),
  knownAt: Instant,
  frozenAt: Instant,
  seal: Hash,
  definition: Hash,
  areas: Type.Integer(),
  /** How many indicators were read again from their lists, and were equal. */
  reread: Type.Integer(),
})
const MonthLine = Type.Object({
  month: MonthText,
  on: DayText,
  state: MonthState,
  snapshot: orNull(SnapshotView),
  closedAt: orNull(Instant),
  /** A figure of this month was published. */
  published: Type.Boolean(),
  /** The acting post's own unit; null where nothing is frozen, or nothing was counted in it. */
  mine: orNull(UnitView),
  units: Type.Integer(),
  confirmed: Type.Integer(),
})
/** A month that is being frozen or closed, or was last. */
const JobView = Type.Object({
  id: LedgerId,
  kind: Type.Enum(['freeze', 'close']),
  state: Type.Enum(['waiting', 'running', 'done', 'failed']),
  /** From 0 to 1. */
  share: Type.Number(),
  /** Since it began; null while it waits its turn. */
  seconds: orNull(Type.Integer()),
  askedAt: Instant,
  endedAt: orNull(Instant),
  officer: Type.String(),
  post: Type.String(),
  problem: orNull(Words),
})
const Told = Type.Object({
  value: orNull(Type.Number()),
  of: orNull(Type.Number()),
  sum: orNull(Type.Number()),
})
/** 更正: what was reported, what is known now, and by how many records they differ. */
const RestatedLine = Type.Object({
  indicator: Type.String(),
  area: AreaCode,
  areaName: Type.String(),
  reported: Told,
  now: Told,
  /** Records that are in the figure now and were not; null where the value is no count of records. */
  added: orNull(Type.Integer()),
  removed: orNull(Type.Integer()),
  definitionChanged: Type.Boolean(),
})
const Basis = Type.Object({
  month: MonthText,
  on: DayText,
  division: DayText,
  area: AreaCode,
  reportedAt: Instant,
  knownAt: Instant,
  state: MonthState,
})

const month = Type.Object({ month: MonthText })
const monthIndicator = Type.Object({ month: MonthText, indicator: Type.String({ maxLength: 80 }) })
const plan = Type.Optional(Type.String({ maxLength: 60 }))
const where = Type.Object({ plan, area: Type.Optional(AreaCode), division: Type.Optional(DayText) })
const clientId = Type.String({ format: 'uuid' })
const Reason = Type.String({ minLength: 4, maxLength: 200 })

export const closingApi = contract({
  listMonths: {
    method: 'GET',
    path: '/api/months',
    needs: 'indicators.read',
    summary: 'Every month of a plan with where its closing stands, the newest first',
    query: Type.Object({ plan }),
    reply: Type.Object({ today: DayText, months: Type.Array(MonthLine) }),
  },
  getMonth: {
    method: 'GET',
    path: '/api/months/:month',
    needs: 'indicators.read',
    summary: 'One month for one unit: frozen figures beside those of the month before, units below, what was done',
    params: month,
    query: Type.Object({ plan, area: Type.Optional(AreaCode) }),
    reply: Type.Object({
      line: MonthLine,
      area: AreaCode,
      areaName: Type.String(),
      unit: orNull(UnitView),
      figures: Type.Array(FigureView),
      before: orNull(
        Type.Object({
          month: MonthText,
          /** As it was reported, or counted now as it was known when this month was frozen. */
          from: Type.Enum(['reported', 'counted']),
          figures: Type.Array(
            Type.Object({ indicator: Type.String(), value: orNull(Type.Number()), of: orNull(Type.Number()) }),
          ),
        }),
      ),
      /** Indicators whose change is looked at first, and the rule. */
      unusual: Type.Array(Type.String()),
      unusualPercent: orNull(Type.Number()),
      below: Type.Array(UnitView),
      lines: Type.Array(
        Type.Object({
          area: AreaCode,
          areaName: Type.String(),
          act: Type.Enum(['confirmed', 'sent_back']),
          inPlace: Type.Boolean(),
          /** The figures it speaks of are still those of the unit. */
          stands: Type.Boolean(),
          reason: orNull(Type.String()),
          at: Instant,
          officer: Type.String(),
          post: Type.String(),
        }),
      ),
    }),
  },
  freezeMonth: {
    method: 'POST',
    path: '/api/months/:month/freeze',
    needs: 'indicators.close',
    summary: 'Ask for the figures of all areas to be frozen for the month’s last day, at one moment of knowledge',
    params: month,
    body: Type.Object({ clientId, plan, knownAt: Type.Optional(Instant) }),
    reply: JobView,
  },
  confirmMonth: {
    method: 'POST',
    path: '/api/months/:month/confirm',
    needs: 'indicators.confirm',
    summary: 'Confirm the figures of a unit; in the place of others after their due day, with a reason',
    params: month,
    body: Type.Object({ clientId, plan, area: AreaCode, hash: Hash, inPlaceReason: Type.Optional(Reason) }),
    reply: Type.Object({ state: UnitState, confirmed: Type.Integer() }),
  },
  sendBackMonth: {
    method: 'POST',
    path: '/api/months/:month/send-back',
    needs: 'indicators.confirm',
    summary: 'Say that the figures of a unit are wrong, and why',
    params: month,
    body: Type.Object({ clientId, plan, area: AreaCode, hash: Hash, reason: Reason }),
    reply: Type.Object({ state: UnitState }),
  },
  closeMonth: {
    method: 'POST',
    path: '/api/months/:month/close',
    needs: 'indicators.close',
    summary: 'Ask for the month to be approved: its snapshot is what was reported from then on',
    params: month,
    body: Type.Object({ clientId, plan, seal: Hash, inPlaceReason: Type.Optional(Reason) }),
    reply: JobView,
  },
  getMonthJob: {
    method: 'GET',
    path: '/api/months/:month/job',
    needs: 'indicators.read',
    summary: 'What is being done with a month, and how far it is; null where nothing was ever asked for',
    params: month,
    query: Type.Object({ plan }),
    reply: Type.Object({ job: orNull(JobView) }),
  },
  verifyMonth: {
    method: 'GET',
    path: '/api/months/:month/verified',
    needs: 'indicators.read',
    summary: 'Whether the frozen figures are still the very text that was hashed',
    params: month,
    query: Type.Object({ plan }),
    reply: Type.Object({
      areas: Type.Integer(),
      broken: Type.Array(AreaCode),
      /** Null where the post does not see the whole city: the chain runs over all of it. */
      sealed: orNull(Type.Boolean()),
    }),
  },
  listRestatements: {
    method: 'GET',
    path: '/api/months/:month/restated',
    needs: 'indicators.read',
    summary: 'Every indicator of an area as reported and as known now, with how many records came and went',
    params: month,
    query: where,
    reply: Type.Object({ basis: Basis, lines: Type.Array(RestatedLine) }),
  },
  listRestatedAreas: {
    method: 'GET',
    path: '/api/months/:month/restated/:indicator/areas',
    needs: 'indicators.read',
    summary: 'One indicator as reported and as known now for every area directly below an area',
    params: monthIndicator,
    query: where,
    reply: Type.Object({ basis: Basis, lines: Type.Array(RestatedLine) }),
  },
  listRestated: {
    method: 'GET',
    path: '/api/months/:month/restated/:indicator',
    needs: 'people.list',
    summary: 'The people, sites or records by which a figure differs from the one reported, each with the reason',
    params: monthIndicator,
    query: Type.Object({
      ...where.properties,
      part: Type.Optional(Type.Union([Type.Literal('value'), Type.Literal('of')])),
      after: Type.Optional(Type.String({ maxLength: 60 })),
      limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
    }),
    reply: Type.Object({
      basis: Basis,
      record: Type.String(),
      /** How many came and went for each reason, over all pages. */
      reasons: Type.Array(
        Type.Object({ code: Type.String(), words: Words, added: Type.Integer(), removed: Type.Integer() }),
      ),
      lines: Type.Array(
        Type.Object({
          id: LedgerId,
          change: Type.Enum(['added', 'removed']),
          reason: Type.Object({ code: Type.String(), words: Words, at: orNull(Instant) }),
          person: orNull(PersonLine),
          site: orNull(SiteLine),
          record: orNull(RecordLine),
          place: orNull(Type.Object({ code: AreaCode, name: Type.String() })),
        }),
      ),
      next: orNull(Type.String()),
    }),
  },
})
