import { Type } from 'typebox'
import { contract } from '../base/route.ts'
import { AreaCode, asOf, DayText, LedgerId, Words } from '../base/shapes.ts'

export const AreaView = Type.Object({
  code: AreaCode,
  name: Type.String(),
  level: Type.Integer({ minimum: 1, maximum: 4 }),
  kind: Type.Union([Type.String(), Type.Null()]),
  parent: Type.Union([AreaCode, Type.Null()]),
  validFrom: DayText,
  validTo: Type.Union([DayText, Type.Null()]),
  unverified: Type.Boolean(),
})

export const SiteLine = Type.Object({
  id: LedgerId,
  kind: Type.String(),
  name: Type.String(),
  area: AreaCode,
  areaName: Type.String(),
  level: Type.Union([Type.String(), Type.Null()]),
  recognisedOn: DayText,
  withdrawnOn: Type.Union([DayText, Type.Null()]),
  capacity: Type.Union([Type.Integer(), Type.Null()]),
  grade: Type.Union([Type.String(), Type.Null()]),
  onRoster: Type.Integer(),
})

export const placesApi = contract({
  getArea: {
    method: 'GET',
    path: '/api/areas/:code',
    needs: 'places.read',
    summary: 'An area on a day, what it lies in, what lies in it, and what it came from or became',
    params: Type.Object({ code: AreaCode }),
    query: Type.Object({ on: asOf.on, division: asOf.division }),
    reply: Type.Object({
      area: AreaView,
      ancestors: Type.Array(AreaView),
      children: Type.Array(AreaView),
      links: Type.Array(
        Type.Object({
          direction: Type.Union([Type.Literal('from'), Type.Literal('to')]),
          code: AreaCode,
          name: Type.String(),
          on: DayText,
        }),
      ),
    }),
  },
  listDivisions: {
    method: 'GET',
    path: '/api/divisions',
    needs: 'places.read',
    summary: 'The divisions of the city, each from its first day',
    reply: Type.Object({
      divisions: Type.Array(
        Type.Object({ from: DayText, to: Type.Union([DayText, Type.Null()]), counties: Type.Integer() }),
      ),
    }),
  },
  listReportingUnits: {
    method: 'GET',
    path: '/api/reporting-units',
    needs: 'places.read',
    summary: 'Units that report without being a division',
    reply: Type.Object({
      units: Type.Array(
        Type.Object({
          key: Type.String(),
          name: Words,
          assumption: Type.Union([Type.String(), Type.Null()]),
          areas: Type.Array(AreaCode),
        }),
      ),
    }),
  },
  getSite: {
    method: 'GET',
    path: '/api/sites/:id',
    needs: 'places.read',
    summary: 'A site, its grades by year and its roster on a day',
    params: Type.Object({ id: LedgerId }),
    query: Type.Object({ ...asOf }),
    reply: Type.Object({
      site: SiteLine,
      /** What the kind is called, and whom its roster holds; null where no plan says so. */
      kind: Type.Object({ name: Words, roster: Type.Union([Type.String(), Type.Null()]) }),
      extra: Type.Array(Type.Object({ label: Words, value: Type.String() })),
      grades: Type.Array(Type.Object({ year: Type.Integer(), grade: Type.String() })),
      roster: Type.Array(
        Type.Object({
          person: LedgerId,
          name: Type.String(),
          role: Type.String(),
          from: DayText,
          to: Type.Union([DayText, Type.Null()]),
          lifted: Type.Boolean(),
        }),
      ),
    }),
  },
})
