import { type Market, PUBLIC_POST, WORKSHOP } from '../market/market.ts'
import { relatedOccupations } from '../market/related.ts'
import { referencePoints, wagePoints } from '../market/utility.ts'
import type { Weights } from '../market/weights.ts'

/**
 * Every eligible pair of a person, by a reading of the columns of its own: no packed form, no bound, nothing of the engine, so that a
 * fault there cannot hide itself here. Each vacancy of a wished or neighbouring occupation at a wished place is looked at.
 */
export type PlainPairs = {
  /** Finds the pairs of a row of people; answers how many stand in the arrays below. */
  find(person: number): number
  vacancy: Int32Array
  points: Int32Array
  /** Skill band of the person where the vacancy asks for skill, 0 elsewhere. */
  band: Uint8Array
}

const FIELDS = 12
const [ROW, WAGE_HIGH, PAY, SCHOOLING, CERTIFICATES, SKILL, AGE_MIN, AGE_MAX, DEMANDS, KIND, TOWN, VILLAGE] = [
  0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11,
]

export function plainPairs(market: Market, weights: Weights): PlainPairs {
  const { people, places, occupations, middleClass } = market
  const { at, fields } = byCell(market, weights)
  const kin = Array.from({ length: occupations }, (_, each) =>
    relatedOccupations(middleClass, each, weights.related.length),
  )
  const worths = new Int32Array(occupations).fill(-1)
  const pairs: PlainPairs = { find, vacancy: new Int32Array(64), points: new Int32Array(64), band: new Uint8Array(64) }
  let count = 0

  function find(person: number): number {
    count = 0
    const wishes = people.wish.subarray(people.wishAt[person]!, people.wishAt[person + 1]!)
    const looked: number[] = []
    const add = (occupation: number, worth: number) => {
      if (worths[occupation] !== -1) return
      worths[occupation] = worth
      looked.push(occupation)
    }
    for (let rank = 0; rank < wishes.length; rank++)
      add(wishes[rank]!, weights.wished[Math.min(rank, weights.wished.length - 1)]!)
    for (const wish of wishes) for (const [rank, near] of kin[wish]!.entries()) add(near, weights.related[rank]!)
    for (const occupation of looked) {
      lookIn(person, occupation, worths[occupation]!)
      worths[occupation] = -1
    }
    return count
  }

  function lookIn(person: number, occupation: number, worth: number): void {
    const level = levelIn(market, person, occupation)
    const first = people.placeAt[person]!
    for (let there = first; there < people.placeAt[person + 1]!; there++) {
      const place = people.place[there]!
      const base = worth + level * weights.skill + weights.place[Math.min(there - first, weights.place.length - 1)]!
      const cell = occupation * places + place
      for (let field = at[cell]! * FIELDS; field < at[cell + 1]! * FIELDS; field += FIELDS)
        judge(person, level, place === people.home[person], base, field)
    }
  }

  function judge(person: number, level: number, atHome: boolean, base: number, field: number): void {
    const age = people.age[person]!
    const kind = fields[field + KIND]!
    if (fields[field + WAGE_HIGH]! < people.wageFloor[person]!) return
    if (fields[field + SCHOOLING]! > people.schooling[person]! || fields[field + SKILL]! > level) return
    if (age < fields[field + AGE_MIN]! || age > fields[field + AGE_MAX]!) return
    if ((fields[field + CERTIFICATES]! & ~people.certificates[person]!) !== 0) return
    if ((fields[field + DEMANDS]! & people.cannot[person]!) !== 0) return
    if (kind === PUBLIC_POST && !(atHome && people.tier[person]! <= weights.publicPostTier)) return
    const sameTown = fields[field + TOWN] === Math.floor(people.village[person]! / 1000)
    const reach = atHome ? people.reach[person]! : 2
    if (reach === 1 && !sameTown) return
    if (reach === 0 && fields[field + VILLAGE] !== people.village[person]) return
    const pay = fields[field + PAY]! - referencePoints(weights, people.wageFloor[person]!)
    let points = base + Math.min(weights.wage.most, Math.max(weights.wage.least, pay))
    if (atHome && sameTown) points += weights.sameTown
    if (atHome && kind === WORKSHOP) points += weights.workshop
    if (atHome && kind === PUBLIC_POST) points += weights.publicPost
    if (count === pairs.vacancy.length) grow(pairs)
    pairs.vacancy[count] = fields[field + ROW]!
    pairs.points[count] = points
    pairs.band[count++] = fields[field + SKILL]! > 0 ? weights.bands[level]! : 0
  }
  return pairs
}

function levelIn({ people }: Market, person: number, occupation: number): number {
  for (let at = people.skillAt[person]!; at < people.skillAt[person + 1]!; at++)
    if (people.skill[at] === occupation) return people.skillLevel[at]!
  return 0
}

function grow(pairs: PlainPairs): void {
  const longer = <A extends Int32Array | Uint8Array>(made: A, held: A) => {
    made.set(held)
    return made
  }
  const length = pairs.vacancy.length * 2
  pairs.vacancy = longer(new Int32Array(length), pairs.vacancy)
  pairs.points = longer(new Int32Array(length), pairs.points)
  pairs.band = longer(new Uint8Array(length), pairs.band)
}

/** Vacancies with openings cell by cell, what is asked of each side by side. */
function byCell({ vacancies, places, occupations }: Market, weights: Weights) {
  const at = new Int32Array(places * occupations + 1)
  const cellOf = (row: number) => vacancies.occupation[row]! * places + vacancies.place[row]!
  const rows = Array.from(vacancies.openings.keys()).filter((row) => vacancies.openings[row]! > 0)
  for (const row of rows) at[cellOf(row) + 1]!++
  for (let cell = 0; cell < places * occupations; cell++) at[cell + 1]! += at[cell]!
  const next = at.slice()
  const fields = new Int32Array(rows.length * FIELDS)
  for (const row of rows) {
    const village = vacancies.village[row]!
    const pay = wagePoints(weights, vacancies.wageLow[row]!, vacancies.wageHigh[row]!)
    const asked = [row, vacancies.wageHigh[row]!, pay, vacancies.schooling[row]!, vacancies.certificates[row]!]
    const limits = [vacancies.skill[row]!, vacancies.ageMin[row]!, vacancies.ageMax[row]!, vacancies.demands[row]!]
    const where = [vacancies.kind[row]!, Math.floor(village / 1000), village]
    fields.set([...asked, ...limits, ...where], next[cellOf(row)]!++ * FIELDS)
  }
  return { at, fields }
}
