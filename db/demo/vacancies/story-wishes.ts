import type { WorkWishRow } from '#db/types.ts'
import { stories } from '../stories.ts'

/** Ids above the stories' own rows and below the sites'. */
const FIRST_ID = 9_000

type Said = Pick<WorkWishRow, 'occupations' | 'reach'> & Partial<WorkWishRow>
/** What story people said of the work they would take: near home beside care, further out with a trade, and far with others. */
const said: Readonly<Record<string, Said>> = {
  'wants-work': {
    ...{ occupations: ['6-05-01-03', '4-10-01-06'], reach: 'county', wage_floor_fen: 250_000 },
    ...{ cannot: ['nights'], company: 'alone' },
  },
  returnee: { occupations: ['6-18-02-04', '6-31-01-03'], reach: 'city', wage_floor_fen: 400_000 },
}

/** Rows of `work_wish`, as the ledger keeps them. */
export const storyWishes = (): WorkWishRow[] =>
  Object.entries(said).map(([key, wish], at) => {
    const { id, area } = stories.find((story) => story.key === key)!
    return {
      ...{ county: Math.floor(area / 1e6), area, id: FIRST_ID + at, person_id: id },
      ...{ provinces: [], wage_floor_fen: null, cannot: [], busy_months: [], company: null, starts_on: null },
      ...{ valid_from: '2021-08-02', valid_to: '2022-08-02', known_from: '2021-08-05T02:00:00.000Z' },
      ...{ source: 'demo', evidence: 'visit', recorded_by: null, ...wish },
    }
  })
