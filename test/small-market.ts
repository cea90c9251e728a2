import fc from 'fast-check'
import { drawLottery } from '#domain/jobs/market/lottery.ts'
import { emptyPeople, emptyVacancies, type Market } from '#domain/jobs/market/market.ts'
import { shippedWeights } from '#server/jobs/matching-weights.ts'

export const weights = shippedWeights()

/**
 * Markets small enough to try everything. Most pairs fit, many vacancies are equally good and openings are few, so that people compete;
 * every condition fails now and then.
 */
const OCCUPATIONS = 6
const PLACES = 3
const few = (most: number) => fc.integer({ min: 0, max: most })
/** Mostly the usual, now and then one of the others. */
const mostly = <T>(usual: T, ...others: T[]) =>
  fc.oneof({ weight: 3 * others.length, arbitrary: fc.constant(usual) }, ...others.map((other) => fc.constant(other)))

const person = fc.record({
  home: few(PLACES - 1),
  village: fc.constantFrom(1001, 1002, 2001),
  age: mostly(30, 0, 15, 16, 17, 61),
  tier: few(2),
  schooling: mostly(3, 0, 1, 2),
  certificates: mostly(3, 0, 1, 2),
  cannot: mostly(0, 1, 2, 0x100, 0x5000),
  wageFloor: mostly(0, 2000, 3000),
  reach: mostly(2, 0, 1),
  stays: few(1),
  wishes: fc.shuffledSubarray([0, 1, 2, 3, 4, 5], { minLength: 1, maxLength: 3 }),
  places: fc.shuffledSubarray([0, 1, 2], { minLength: 1 }),
  skills: fc.uniqueArray(fc.record({ occupation: few(OCCUPATIONS - 1), level: few(5) }), {
    maxLength: 2,
    selector: ({ occupation }) => occupation,
  }),
})
const vacancy = fc.record({
  occupation: few(OCCUPATIONS - 1),
  place: few(PLACES - 1),
  village: fc.constantFrom(0, 1001, 1002, 2001),
  openings: mostly(1, 0, 2, 3),
  wageLow: fc.constantFrom(1900, 2000, 2600),
  wageHigh: fc.constantFrom(2600, 2608, 3000, 3500),
  schooling: mostly(0, 1, 2),
  certificates: mostly(0, 1, 3),
  skill: mostly(0, 1, 3),
  demands: mostly(0, 1, 3, 0x100, 0x4000),
  ageMin: mostly(16, 18),
  ageMax: mostly(127, 60),
  kind: mostly(0, 1, 2),
})
type Widened<T> = T extends number
  ? number
  : T extends (infer Each)[]
    ? Widened<Each>[]
    : { [K in keyof T]: Widened<T[K]> }
type PersonOf = typeof person extends fc.Arbitrary<infer Line> ? Widened<Line> : never
type VacancyOf = typeof vacancy extends fc.Arbitrary<infer Line> ? Widened<Line> : never

const marketsUpTo = (people: number, vacancies: number) =>
  fc
    .record({
      people: fc.array(person, { maxLength: people, size: 'max' }),
      vacancies: fc.array(vacancy, { maxLength: vacancies, size: 'max' }),
      seed: fc.constantFrom('a', 'b', 'c'),
    })
    .map((lines) => marketOf(lines.people, lines.vacancies, lines.seed))
export const markets = marketsUpTo(14, 10)
/** Small enough to try every assignment. */
export const tinyMarkets = marketsUpTo(4, 5)

export function marketOf(people: PersonOf[], vacancies: VacancyOf[], seed: string): Market {
  return {
    places: PLACES,
    occupations: OCCUPATIONS,
    middleClass: Uint16Array.from([0, 0, 0, 0, 1, 1]),
    people: peopleOf(people, seed),
    vacancies: vacanciesOf(vacancies),
  }
}

function peopleOf(lines: PersonOf[], seed: string): Market['people'] {
  const total = (of: (line: (typeof lines)[number]) => unknown[]) =>
    lines.reduce((sum, line) => sum + of(line).length, 0)
  const wishes = total(({ wishes }) => wishes)
  const columns = emptyPeople(
    lines.length,
    wishes,
    total(({ places }) => places),
    total(({ skills }) => skills),
  )
  const plain = 'home village age tier schooling certificates cannot wageFloor reach stays'.split(' ')
  for (const [row, line] of lines.entries()) {
    for (const name of plain) (columns as never as Record<string, number[]>)[name]![row] = line[name as 'home']
    columns.wish.set(line.wishes, columns.wishAt[row])
    columns.place.set(line.places, columns.placeAt[row])
    columns.skill.set(
      line.skills.map(({ occupation }) => occupation),
      columns.skillAt[row],
    )
    columns.skillLevel.set(
      line.skills.map(({ level }) => level),
      columns.skillAt[row],
    )
    columns.wishAt[row + 1] = columns.wishAt[row]! + line.wishes.length
    columns.placeAt[row + 1] = columns.placeAt[row]! + line.places.length
    columns.skillAt[row + 1] = columns.skillAt[row]! + line.skills.length
  }
  columns.lottery = drawLottery(lines.length, seed)
  return columns
}

function vacanciesOf(lines: VacancyOf[]): Market['vacancies'] {
  const columns = emptyVacancies(lines.length)
  for (const [row, line] of lines.entries())
    for (const [name, value] of Object.entries(line)) (columns as never as Record<string, number[]>)[name]![row] = value
  return columns
}
