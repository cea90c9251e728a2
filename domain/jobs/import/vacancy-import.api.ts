import { Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { LedgerId } from '../../base/shapes.ts'
import { OccupationCode, OccupationOffer } from '../vacancy/vacancy.api.ts'

const params = Type.Object({ id: LedgerId })
const ROW_WORDS = Type.String({ minLength: 1, maxLength: 2_500 })

export const vacancyImportApi = contract({
  listUntoldOccupations: {
    method: 'GET',
    path: '/api/imports/:id/occupations',
    needs: 'lists.read',
    summary: 'What rows of a list of vacancies call a job, where that tells no occupation, with what it may mean',
    params,
    reply: Type.Object({
      untold: Type.Array(
        Type.Object({
          words: ROW_WORDS,
          rows: Type.Integer(),
          /** The first of them, as the spreadsheet numbers it. */
          first: Type.Integer(),
          offers: Type.Array(OccupationOffer),
        }),
      ),
    }),
  },
  chooseOccupations: {
    method: 'POST',
    path: '/api/imports/:id/occupations',
    needs: 'lists.import',
    summary:
      'Says which occupation such words mean: their rows are compared, or taken, once more, and the next list is read so',
    params,
    body: Type.Object({
      clientId: Type.String({ format: 'uuid' }),
      chosen: Type.Array(Type.Object({ words: ROW_WORDS, occupation: OccupationCode }), { minItems: 1, maxItems: 500 }),
    }),
    reply: Type.Object({ rows: Type.Integer() }),
  },
})
