import { type Engine, engineOf } from '../engine/engine.ts'
import { type Indexed, indexVacancies } from '../engine/vacancy-index.ts'
import { type Built, MarketBuilder } from '../lines/market-builder.ts'
import type { PersonLine } from '../lines/person-line.ts'
import { CITY_WIDE, placeOf } from '../lines/place-codes.ts'
import type { VacancyLine } from '../lines/vacancy-line.ts'
import type { Market } from '../market/market.ts'
import type { Weights } from '../market/weights.ts'

/** Open vacancies packed once, without people: whoever is looked at is packed alone beside them. */
export type OpenMarket = Built & {
  index: Indexed
  weights: Weights
  /** Vacancies that ask for a certificate beyond those one market can tell apart: they stand in no list of the engine. */
  leftOut: string[]
}

/** `places` are those where anybody may live or wish to work; the certificates most vacancies ask for come first. */
export function openMarket(
  lines: readonly VacancyLine[],
  places: readonly number[],
  middleClass: Uint16Array,
  weights: Weights,
): OpenMarket {
  const builder = new MarketBuilder()
  builder.addPlaces(places)
  const leftOut = byCertificate(lines).flatMap((line) => (builder.addVacancy(line) ? [] : line.id))
  const built = builder.build('offers', middleClass)
  return { ...built, weights, leftOut, index: indexVacancies(built.market, weights) }
}

function byCertificate(lines: readonly VacancyLine[]): VacancyLine[] {
  const asked = new Map<string, number>()
  for (const { certificates } of lines) for (const name of certificates) asked.set(name, (asked.get(name) ?? 0) + 1)
  const rarest = ({ certificates }: VacancyLine) => Math.min(...certificates.map((name) => asked.get(name)!))
  return lines.toSorted((a, b) => rarest(b) - rarest(a) || 0)
}

/** One person beside the packed vacancies: a market in which they stand in row 0. */
export function alone(open: OpenMarket, line: PersonLine): { market: Market; engine: Engine } {
  if (!open.placeCodes.includes(placeOf(line.area))) throw new RangeError('a home outside the places of the market')
  const builder = new MarketBuilder()
  const known = (place: number) => place === CITY_WIDE || open.placeCodes.includes(place)
  builder.addPerson({ ...line, places: line.places.filter(known) })
  const market = { ...open.market, people: builder.peopleIn(open, 'offers') }
  return { market, engine: engineOf(market, open.weights, open.index) }
}
