import type { Day } from '#domain/base/date.ts'
import type { Reply } from '#domain/base/route.ts'
import { offersFor, wouldOpen } from '#domain/jobs/explained/for-person.ts'
import { alone } from '#domain/jobs/explained/open-market.ts'
import type { offersApi } from '#domain/jobs/offers/offers.api.ts'
import type { AreaNames } from '../../places/area-names.ts'
import { jobData } from '../job-data.ts'
import { vacancyLine as shownLine } from '../vacancy/vacancy-view.ts'
import { judged } from './judged.ts'
import { personLine, type Wisher } from './market-lines.ts'
import type { Snapshot } from './open-vacancies.ts'

const TOP_VACANCIES = 10
const TOP_OPENING = 5

type Offers = Pick<Reply<typeof offersApi.listOffers>, 'offers' | 'wouldOpen'>

/** The best open vacancies for somebody who was asked, and what one thing less would open. */
export function offersTo(wisher: Wisher, { rows, packed }: Snapshot, where: { on: Day; names: AreaNames }): Offers {
  const { market, engine } = alone(packed, personLine(wisher, jobData().smallClasses, where.on))
  // No run of the whole city decided yet who comes first: everybody's chance is that of an open vacancy.
  const noCutOffs = new Int32Array(packed.index.vacancy.length).fill(-1)
  const offers = offersFor(market, engine, noCutOffs, 0, TOP_VACANCIES).map(({ vacancy, worth, conditions }) => {
    const row = rows.get(Number(packed.vacancyIds[vacancy]))!
    return {
      ...{ vacancy: shownLine(row, where), neighbour: !isWished(wisher, row.occupation), worth },
      conditions: judged(conditions, wisher, row),
    }
  })
  const opening = wouldOpen(market, engine, 0).slice(0, TOP_OPENING)
  return {
    offers,
    wouldOpen: opening.map(({ certificate, ...rest }) => ({
      ...rest,
      certificate: certificate === undefined ? null : (packed.certificates[certificate] ?? null),
    })),
  }
}

/** Matching knows small classes: whoever wishes for one occupation of a class wishes for the class. */
const isWished = ({ occupations }: Wisher, occupation: string): boolean =>
  occupations.some((code) => smallClass(code) === smallClass(occupation))
const smallClass = (code: string): string => code.slice(0, '6-05-01'.length)
