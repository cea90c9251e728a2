import { Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, AsOf, asOf, Words } from '../../base/shapes.ts'

const count = Type.Integer({ minimum: 0 })

export const flowApi = contract({
  listFlows: {
    method: 'GET',
    path: '/api/flows',
    needs: 'people.list',
    summary:
      'Where the people of an area work on a day: own county, elsewhere in the city, each province; by the areas below',
    query: Type.Object({ ...asOf, area: Type.Optional(AreaCode) }),
    reply: Type.Object({
      asOf: AsOf,
      area: AreaCode,
      areaName: Type.String(),
      /** Everybody at work, each once; somebody with work in two places stands in two columns. */
      total: count,
      /** `place`: 0 own county, 1 elsewhere in the city, else a province. Most people first. */
      places: Type.Array(Type.Object({ place: Type.Integer(), name: Words, people: count })),
      areas: Type.Array(
        Type.Object({
          area: AreaCode,
          name: Type.String(),
          total: count,
          places: Type.Array(Type.Object({ place: Type.Integer(), people: count })),
        }),
      ),
    }),
  },
})
