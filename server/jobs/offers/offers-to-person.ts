import type { Day } from '#domain/base/date.ts'
import type { Reply } from '#domain/base/route.ts'
import { offersFor, wouldOpen } from '#domain/jobs/explained/for-person.ts'
import { offersTogether } from '#domain/jobs/explained/offers-together.ts'
import { alone } from '#domain/jobs/explained/open-market.ts'
import type { offersApi } from '#domain/jobs/offers/offers.api.ts'
import type { AreaNames } from '../../places/area-names.ts'
import { jobData } from '../job-data.ts'
import { vacancyLine as shownLine } from '../vacancy/vacancy-view.ts'
import { aroundThem, type Company, togetherAt } from './company/companions.ts'
import { judged } from './judged.ts'
import { personLine, type Wisher } from './market-lines.ts'
import type { Snapshot } from './open-vacancies.ts'

const TOP_VACANCIES = 10
const TOP_OPENING = 5

type Where = { on: Day; names: AreaNames; cutOffs: ReadonlyMap<number, number> }
type Offers = Pick<Reply<typeof offersApi.listOffers>, 'offers' | 'wouldOpen'>

/** The best open vacancies for somebody who was asked, and what one thing less would open. */
export function offersTo(wisher: Wisher, snapshot: Snapshot, where: Where, company: Company | null): Offers {
  const { rows, packed } = snapshot
  const { market, engine } = alone(packed, personLine(wisher, jobData().smallClasses, where.on))
  const cutOffs = inPlaces(where.cutOffs, snapshot)
  const rowOf = (vacancy: number) => rows.get(Number(packed.vacancyIds[vacancy]))!
  const around = company ? aroundThem(company, snapshot, where.on) : []
  const together = (vacancy: number) => togetherAt(rowOf(vacancy), around, snapshot)
  const best =
    around.length === 0
      ? offersFor(market, engine, cutOffs, 0, TOP_VACANCIES)
      : offersTogether(market, engine, cutOffs, 0, TOP_VACANCIES, (vacancy) => together(vacancy)?.points ?? 0)
  const offers = best.map(({ vacancy, worth, chance, conditions }) => {
    const row = rowOf(vacancy)
    return {
      ...{ vacancy: shownLine(row, where), neighbour: !isWished(wisher, row.occupation), worth, chance },
      conditions: judged(conditions, wisher, row),
      together: together(vacancy),
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

const placed = new WeakMap<Snapshot, { of: Where['cutOffs']; inPlaces: Int32Array }>()

/** Cut-offs in the places of a snapshot, laid out once for both. What the run does not know, or did not fill, is open to everybody. */
function inPlaces(of: Where['cutOffs'], snapshot: Snapshot): Int32Array {
  const known = placed.get(snapshot)
  if (known?.of === of) return known.inPlaces
  const { index, vacancyIds } = snapshot.packed
  const laid = Int32Array.from(index.vacancy, (vacancy) => of.get(Number(vacancyIds[vacancy])) ?? -1)
  placed.set(snapshot, { of, inPlaces: laid })
  return laid
}

/** Matching knows small classes: whoever wishes for one occupation of a class wishes for the class. */
const isWished = ({ occupations }: Wisher, occupation: string): boolean =>
  occupations.some((code) => smallClass(code) === smallClass(occupation))
const smallClass = (code: string): string => code.slice(0, '6-05-01'.length)
