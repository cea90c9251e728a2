import { type Static, Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, asOf, DayText, Instant, LedgerId, Words } from '../../base/shapes.ts'
import { PersonLine } from '../../people/people.api.ts'
import { CORRIDOR_KEY } from './credit.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const text = (most: number) => Type.String({ minLength: 1, maxLength: most })
const count = Type.Integer({ minimum: 0 })
const Transport = Type.Enum(['train', 'bus', 'plane', 'own'])
const Payer = Type.Enum(['sending', 'receiving', 'employer', 'traveller'])

export const BatchLine = Type.Object({
  id: LedgerId,
  corridor: Type.String(),
  corridorName: Words,
  unit: AreaCode,
  unitName: Type.String(),
  placeName: Type.String(),
  departsOn: DayText,
  leftOn: orNull(DayText),
  transport: Transport,
  state: Type.Enum(['planned', 'left', 'arrived']),
  /** Travellers that the post sees, and how many of them are where. */
  listed: count,
  boarded: count,
  arrived: count,
  /** At the door, and neither arrived nor missing yet. */
  unconfirmed: count,
  invented: Type.Boolean(),
})
export type BatchLine = Static<typeof BatchLine>

export const TravellerLine = Type.Object({
  id: LedgerId,
  person: LedgerId,
  name: Type.String(),
  identity: orNull(Type.String()),
  phone: orNull(Type.String()),
  age: orNull(Type.Integer()),
  areaName: Type.String(),
  state: Type.Enum(['listed', 'boarded', 'absent', 'arrived', 'missing', 'working', 'returned']),
  absence: orNull(Type.String()),
  missing: orNull(Type.String()),
  arrivedOn: orNull(DayText),
  startedOn: orNull(DayText),
  returnedOn: orNull(DayText),
  returnReason: orNull(Type.String()),
  knownFrom: Instant,
})
export type TravellerLine = Static<typeof TravellerLine>

export const TravellerCheck = Type.Object({
  key: Type.String(),
  outcome: Type.Enum(['refused', 'unknown', 'noted']),
  words: Words,
})

const one = Type.Object({ id: LedgerId })
const command = { clientId: Type.String({ format: 'uuid' }) }

export const batchApi = contract({
  recordBatch: {
    method: 'POST',
    path: '/api/corridors/:key/batches',
    needs: 'jobs.record',
    summary: 'Plan a dispatch batch under an agreement or one of its orders; once for its client id, audited',
    params: Type.Object({ key: Type.String({ pattern: CORRIDOR_KEY, maxLength: 60 }) }),
    body: Type.Object({
      ...command,
      order: Type.Optional(LedgerId),
      departsOn: DayText,
      transport: Transport,
      transportNo: Type.Optional(text(30)),
      payer: Type.Optional(Payer),
      costFen: Type.Optional(Type.Integer({ minimum: 0, maximum: 10_000_000 })),
      leader: text(40),
      receiver: text(60),
    }),
    reply: Type.Object({ id: LedgerId }),
  },
  getBatch: {
    method: 'GET',
    path: '/api/dispatch-batches/:id',
    needs: 'people.list',
    summary: 'A batch with the travellers of the post’s area, numbers masked; logged',
    params: one,
    query: Type.Object(asOf),
    reply: Type.Object({
      ...BatchLine.properties,
      order: orNull(
        Type.Object({
          id: LedgerId,
          vacancy: LedgerId,
          title: Type.String(),
          employer: Type.String(),
          wageForm: Type.String(),
          wageLowFen: orNull(count),
        }),
      ),
      transportNo: orNull(Type.String()),
      payer: orNull(Payer),
      costFen: orNull(count),
      leader: Type.String(),
      receiver: Type.String(),
      knownFrom: Instant,
      travellers: Type.Array(TravellerLine),
      /** Who accepted a referral to the vacancy of the order and is not on the list; before the batch leaves. */
      accepted: Type.Array(PersonLine),
      /** Stands on the arrival sheet: of which batch and of which list it is. */
      sheet: Type.String(),
      /** Whether the acting post sends this batch, and so may add, tick and confirm. */
      holds: Type.Boolean(),
    }),
  },
  checkTraveller: {
    method: 'POST',
    path: '/api/dispatch-batches/:id/check',
    needs: 'people.record',
    summary: 'What stands against a person travelling with a batch; saves nothing, logged',
    params: one,
    body: Type.Object({ person: LedgerId }),
    reply: Type.Object({ checks: Type.Array(TravellerCheck) }),
  },
  addTraveller: {
    method: 'POST',
    path: '/api/dispatch-batches/:id/travellers',
    needs: 'people.record',
    summary:
      'Put a person on the list of a batch; refused with what stands against it; once for its client id, audited',
    params: one,
    body: Type.Object({ ...command, person: LedgerId }),
    reply: Type.Object({ id: LedgerId, checks: Type.Array(TravellerCheck) }),
  },
  leaveBatch: {
    method: 'POST',
    path: '/api/dispatch-batches/:id/leave',
    needs: 'people.record',
    summary: 'The batch left on a day, everybody on its list ticked or absent; once for its client id, audited',
    params: one,
    body: Type.Object({ ...command, knownFrom: Instant, on: DayText }),
    reply: Type.Object({ id: LedgerId }),
  },
})
