import { type Static, Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, asOf, DayText, Instant, LedgerId } from '../../base/shapes.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const OccupationCode = Type.String({ pattern: '^[1-8](-\\d{2}){2,3}$' })

/** What work a person would take. What was not asked is left out. */
export const WorkWishFacts = Type.Object({
  occupations: Type.Array(OccupationCode, { minItems: 1, maxItems: 4, uniqueItems: true }),
  reach: Type.Enum(['village', 'town', 'county', 'city', 'away']),
  provinces: Type.Optional(Type.Array(AreaCode, { maxItems: 5, uniqueItems: true })),
  wageFloorFen: Type.Optional(Type.Integer({ minimum: 0, maximum: 6_000_000 })),
  cannot: Type.Optional(
    Type.Array(
      Type.Enum([
        ...(['lifting', 'standing', 'heights', 'heat', 'dust', 'noise', 'sight', 'hearing'] as const),
        ...(['nights', 'shifts', 'longDays', 'weekends'] as const),
      ]),
      { maxItems: 12, uniqueItems: true },
    ),
  ),
  busyMonths: Type.Optional(Type.Array(Type.Integer({ minimum: 1, maximum: 12 }), { maxItems: 11, uniqueItems: true })),
  company: Type.Optional(Type.Enum(['alone', 'couple', 'neighbours'])),
  startsOn: Type.Optional(DayText),
})
export type WorkWishFacts = Static<typeof WorkWishFacts>

const Occupation = Type.Object({ code: Type.String(), name: Type.String() })

export const WorkWishView = Type.Object({
  id: LedgerId,
  knownFrom: Instant,
  facts: WorkWishFacts,
  occupations: Type.Array(Occupation),
  /** Provinces by name. */
  provinces: Type.Array(Type.String()),
  askedOn: DayText,
  until: DayText,
  source: Type.String(),
})

const one = Type.Object({ id: LedgerId })
const Done = Type.Object({ gained: Type.Array(Type.String()), lost: Type.Array(Type.String()) })

export const wishApi = contract({
  getWorkWish: {
    method: 'GET',
    path: '/api/people/:id/work-wish',
    needs: 'people.read',
    summary: 'What work a person would take, as it stands on a day; logged',
    params: one,
    query: Type.Object(asOf),
    reply: Type.Object({
      wish: orNull(WorkWishView),
      /** Occupations with most open vacancies, to choose from. */
      suggested: Type.Array(Occupation),
    }),
  },
  recordWorkWish: {
    method: 'POST',
    path: '/api/people/:id/work-wish',
    needs: 'people.record',
    summary: 'Keep what work a person would take; what was said before ends that day',
    params: one,
    body: Type.Object({
      clientId: Type.String({ format: 'uuid' }),
      on: DayText,
      /** The version that was on the screen; null where none stood. */
      seen: orNull(Instant),
      facts: WorkWishFacts,
      /** Findings that were read and are left standing. */
      confirmed: Type.Optional(Type.Array(Type.String({ maxLength: 60 }), { maxItems: 50 })),
    }),
    reply: Done,
  },
})
