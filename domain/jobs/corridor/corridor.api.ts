import { type Static, Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, asOf, DayText, Instant, LedgerId, Words } from '../../base/shapes.ts'
import { BatchLine } from './batch.api.ts'
import { CORRIDOR_KEY } from './credit.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const text = (most: number) => Type.String({ minLength: 1, maxLength: most })
const count = Type.Integer({ minimum: 0 })
const Year = Type.Integer({ minimum: 1996, maximum: 2100 })
const People = Type.Integer({ minimum: 1, maximum: 1_000_000 })

/** A yearly task and who was credited: the numbers open by the rule of `credit.ts` on `on`. */
const Progress = Type.Object({
  year: Year,
  /** Day on which the year was counted: its last, or the day that was asked of. */
  on: DayText,
  task: orNull(count),
  taskLifted: orNull(count),
  credited: count,
  creditedLifted: count,
})
const CorridorLine = Type.Object({
  key: Type.String(),
  name: Words,
  sending: AreaCode,
  sendingName: Type.String(),
  receiving: AreaCode,
  receivingName: Words,
  /** Stated by the plan, or entered by an officer. */
  origin: Type.Enum(['plan', 'officer']),
  progress: Progress,
})
export type CorridorLine = Static<typeof CorridorLine>
export const OrderLine = Type.Object({
  id: LedgerId,
  vacancy: LedgerId,
  title: Type.String(),
  employer: Type.String(),
  openings: count,
  left: count,
  wantedBy: DayText,
  receiver: Type.String(),
  invented: Type.Boolean(),
  knownFrom: Instant,
  /** The acting post is over the unit that tied it, and so may correct it. */
  holds: Type.Boolean(),
})

const Key = Type.String({ pattern: CORRIDOR_KEY, maxLength: 60 })
const asked = { ...asOf, area: Type.Optional(AreaCode) }
const command = { clientId: Type.String({ format: 'uuid' }) }

export const corridorApi = contract({
  listCorridors: {
    method: 'GET',
    path: '/api/corridors',
    needs: 'jobs.read',
    summary: 'Agreements with who was credited of an area, and what waits there: batches, arrivals, follow-ups',
    query: Type.Object(asked),
    reply: Type.Object({
      asOf: Type.Object({ on: DayText }),
      area: AreaCode,
      corridors: Type.Array(CorridorLine),
      /** Batches that are to leave, the first first. */
      leaving: Type.Array(BatchLine),
      /** Batches that left, of which somebody's arrival is not confirmed. */
      unconfirmed: Type.Array(BatchLine),
      /** People whose follow-up is due. */
      due: count,
    }),
  },
  getCorridor: {
    method: 'GET',
    path: '/api/corridors/:key',
    needs: 'jobs.read',
    summary: 'One agreement: its years, its areas, what was published of it, its orders and batches',
    params: Type.Object({ key: Key }),
    query: Type.Object({ ...asked, year: Type.Optional(Year) }),
    reply: Type.Object({
      ...CorridorLine.properties,
      area: AreaCode,
      source: Type.String(),
      /** The body on the other side, of agreements that an officer entered. */
      receiver: orNull(Type.String()),
      yearFrom: orNull(Year),
      yearTo: orNull(Year),
      years: Type.Array(Progress),
      /** Areas below the one asked of, in the year of `progress`. */
      areas: Type.Array(
        Type.Object({
          area: AreaCode,
          name: Type.String(),
          credited: count,
          creditedLifted: count,
          pair: orNull(Words),
        }),
      ),
      pairs: Type.Array(
        Type.Object({ sending: AreaCode, name: Type.String(), receiving: Words, source: Type.String() }),
      ),
      published: Type.Array(Type.Object({ text: Words, source: Type.String() })),
      notKnown: Type.Array(Words),
      orders: Type.Array(OrderLine),
      batches: Type.Array(BatchLine),
      /** Vacancies of kind corridor that the post holds and no order ties yet. */
      untied: Type.Array(Type.Object({ vacancy: LedgerId, title: Type.String(), employer: Type.String() })),
      canRecord: Type.Boolean(),
      /** What an officer entered and the acting post may correct: null of agreements of the plan, and of other units'. */
      entered: orNull(Type.Object({ knownFrom: Instant, taskPeople: orNull(count), taskLifted: orNull(count) })),
    }),
  },
  recordCorridor: {
    method: 'POST',
    path: '/api/corridors',
    needs: 'jobs.record',
    summary: 'Enter an agreement of the post’s own area; once for its client id, audited',
    body: Type.Object({
      ...command,
      name: text(60),
      receiving: AreaCode,
      receiver: text(60),
      yearFrom: Year,
      yearTo: Type.Optional(Year),
      taskPeople: Type.Optional(People),
      taskLifted: Type.Optional(People),
      document: text(120),
    }),
    reply: Type.Object({ key: Type.String() }),
  },
  recordOrder: {
    method: 'POST',
    path: '/api/corridors/:key/orders',
    needs: 'jobs.record',
    summary:
      'Tie a vacancy of kind corridor to an agreement, with the day and who receives; once for its client id, audited',
    params: Type.Object({ key: Key }),
    body: Type.Object({ ...command, vacancy: LedgerId, wantedBy: DayText, receiver: text(60) }),
    reply: Type.Object({ id: LedgerId }),
  },
})
