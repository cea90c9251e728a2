import { BODY_BITS, type Market, PUBLIC_POST } from './market.ts'
import type { Weights } from './weights.ts'

/**
 * How many openings each person could be given by verified facts alone: in the occupations they are known to have worked in or to be
 * skilled in, everywhere or, where a verified duty keeps them, in the home county; by age, schooling, certificates, skills, health limits
 * and the conditions of public posts. Wishes are not read: whoever wishes for less must not gain a better rank by it.
 */
export function countOptions(market: Market, weights: Weights): Uint32Array {
  const { people } = market
  const offers = offersOf(market)
  const counts = new Uint32Array(people.count)
  for (let person = 0; person < people.count; person++) {
    const me = factsOf(market, weights, offers, person)
    for (let at = people.skillAt[person]!; at < people.skillAt[person + 1]!; at++) {
      me.level = people.skillLevel[at]!
      counts[person]! += openingsIn(market, offers, people.skill[at]!, me)
    }
  }
  return counts
}

type Facts = {
  schooling: number
  age: number
  ageClass: number
  certificates: number
  cannot: number
  post: boolean
  home: number
  stays: boolean
  level: number
}

function factsOf({ people }: Market, weights: Weights, { ageClass }: Offers, person: number): Facts {
  return {
    schooling: people.schooling[person]!,
    age: people.age[person]!,
    ageClass: ageClass[people.age[person]!]!,
    certificates: people.certificates[person]!,
    cannot: people.cannot[person]! & BODY_BITS,
    post: people.tier[person]! <= weights.publicPostTier,
    home: people.home[person]!,
    stays: people.stays[person]! > 0,
    level: 0,
  }
}

/** Vacancies of every occupation, so that most people need not have them looked at one by one. */
type Offers = {
  all: number[][]
  /** Those that ask for more than schooling and an age; of the others `plain` holds the sum of openings. */
  special: number[][]
  /** By occupation, schooling, age class: openings of plain vacancies that are open to them. */
  plain: Float64Array
  atHome: Map<number, number[]>
  ageClass: Uint8Array
  classes: number
}

function openingsIn(market: Market, offers: Offers, occupation: number, me: Facts): number {
  if (me.stays) return sumOf(market, offers.atHome.get(occupation * market.places + me.home) ?? [], me)
  // Who has no health limits may do every plain vacancy that schooling and age allow.
  if (me.cannot !== 0) return sumOf(market, offers.all[occupation]!, me)
  const plain = offers.plain[(occupation * 8 + me.schooling) * offers.classes + me.ageClass]!
  return plain + sumOf(market, offers.special[occupation]!, me)
}

function sumOf({ vacancies }: Market, rows: number[], me: Facts): number {
  let openings = 0
  for (const row of rows) {
    if (vacancies.schooling[row]! > me.schooling || vacancies.certificates[row]! & ~me.certificates) continue
    if (vacancies.skill[row]! > me.level || vacancies.demands[row]! & me.cannot) continue
    if (me.age < vacancies.ageMin[row]! || me.age > vacancies.ageMax[row]!) continue
    if (vacancies.kind[row] === PUBLIC_POST && !(me.post && vacancies.place[row] === me.home)) continue
    openings += vacancies.openings[row]!
  }
  return openings
}

function offersOf(market: Market): Offers {
  const { vacancies, places, occupations } = market
  const { ageClass, classes } = ageClasses(market)
  const lists = () => Array.from({ length: occupations }, (): number[] => [])
  const offers: Offers = {
    ...{ all: lists(), special: lists(), atHome: new Map(), ageClass, classes },
    plain: new Float64Array(occupations * 8 * classes),
  }
  for (let row = 0; row < vacancies.count; row++) {
    if (vacancies.openings[row]! <= 0) continue
    const occupation = vacancies.occupation[row]!
    const cell = occupation * places + vacancies.place[row]!
    offers.all[occupation]!.push(row)
    if (offers.atHome.get(cell)?.push(row) === undefined) offers.atHome.set(cell, [row])
    const asks = vacancies.certificates[row] !== 0 || vacancies.skill[row]! > 0 || vacancies.kind[row] === PUBLIC_POST
    if (asks) offers.special[occupation]!.push(row)
    else addPlain(market, offers, row)
  }
  return offers
}

function addPlain({ vacancies }: Market, { plain, ageClass, classes }: Offers, row: number): void {
  const from = ageClass[vacancies.ageMin[row]!]!
  const to = ageClass[vacancies.ageMax[row]!]!
  for (let schooling = vacancies.schooling[row]!; schooling < 8; schooling++)
    for (let age = from; age <= to; age++)
      plain[(vacancies.occupation[row]! * 8 + schooling) * classes + age]! += vacancies.openings[row]!
}

/** Ages between which no vacancy draws a line are one class. */
function ageClasses({ vacancies }: Market): { ageClass: Uint8Array; classes: number } {
  const begins = new Set<number>()
  for (let row = 0; row < vacancies.count; row++) {
    begins.add(vacancies.ageMin[row]!)
    begins.add(vacancies.ageMax[row]! + 1)
  }
  const ageClass = new Uint8Array(256)
  for (let age = 1; age < 256; age++) ageClass[age] = ageClass[age - 1]! + (begins.has(age) ? 1 : 0)
  return { ageClass, classes: ageClass[255]! + 1 }
}
