import type { Day } from '#domain/base/date.ts'
import type { Reply } from '#domain/base/route.ts'
import { engineOf } from '#domain/jobs/engine/engine.ts'
import { indexPeople } from '#domain/jobs/engine/people-index.ts'
import { proposedFor } from '#domain/jobs/explained/for-vacancy.ts'
import { MarketBuilder } from '#domain/jobs/lines/market-builder.ts'
import type { offersApi } from '#domain/jobs/offers/offers.api.ts'
import type { AreaNames } from '../../places/area-names.ts'
import { jobData } from '../job-data.ts'
import { shippedWeights } from '../matching-weights.ts'
import { judged } from './judged.ts'
import { personLine, vacancyLine } from './market-lines.ts'
import type { NamedWisher } from './offer-rows.sql.ts'
import type { OpenVacancy } from './open-vacancies.sql.ts'

const TOP_PEOPLE = 50

type Candidates = Omit<Reply<typeof offersApi.listCandidates>, 'weights' | 'run' | 'limited'>

/** The people of a scope whom a vacancy fits, the best first; nothing of them is kept. */
export function candidatesOf(
  row: OpenVacancy,
  wishers: readonly NamedWisher[],
  { on, names, cutOff = -1 }: { on: Day; names: AreaNames; cutOff: number | undefined },
): Candidates {
  const none = { eligible: 0, candidates: [] }
  const { smallClasses } = jobData()
  const builder = new MarketBuilder()
  const line = vacancyLine(row, smallClasses)
  if (wishers.length === 0 || !line || !builder.addVacancy(line)) return none
  for (const wisher of wishers) builder.addPerson(personLine(wisher, smallClasses, on))
  const { market, personIds } = builder.build('offers', smallClasses.middleClass)
  const engine = engineOf(market, shippedWeights())
  if (engine.index.vacancy.length === 0) return none
  const byId = new Map(wishers.map((wisher) => [String(wisher.person_id), wisher]))
  const fits = proposedFor(market, engine, indexPeople(engine), Int32Array.of(cutOff), 0, wishers.length)
  const candidates = fits.slice(0, TOP_PEOPLE).map(({ person, points, chance, conditions }) => {
    const wisher = byId.get(personIds[person]!)!
    const { person_id, name, area } = wisher
    return {
      ...{ person: person_id, name, areaName: names.pathOf(area), points, chance },
      conditions: judged(conditions, wisher, row),
    }
  })
  return { eligible: fits.length, candidates }
}
