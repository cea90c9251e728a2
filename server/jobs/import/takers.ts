import type { Takers } from '../../lists/work/import-work.ts'
import { travellerTaker } from './traveller-taker.ts'
import { vacancyTaker } from './vacancy-taker.ts'

/** Who takes the rows of lists that speak of no file. */
export const takers: Takers = { vacancy: vacancyTaker, traveller: travellerTaker }
