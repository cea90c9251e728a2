import { BODY_BITS, type Market, PUBLIC_POST } from './market.ts'
import { relatedOccupations } from './related.ts'
import type { Weights } from './weights.ts'

/**
 * How many openings each person could be given by verified facts alone: in the occupations they are known to have worked in or to be
 * skilled in and their neighbours, everywhere or, where a verified duty keeps them, in the home county; by age, schooling, certificates,
 * skills, health limits and the conditions of public posts. Wishes are not read: whoever wishes for less must not gain a better rank by it.
 */
export function countOptions(market: Market, weights: Weights): Uint32Array {
  const { people, occupations, middleClass } = market
  const offers = offersOf(market)
  const kin = Array.from({ length: occupations }, (_, each) =>
    relatedOccupations(middleClass, each, weights.related.length),
  )
  const counts = new Uint32Array(people.count)
  /** The person an occupation was last counted for, from 1. */
  const counted = new Uint32Array(occupations)
  for (let person = 0; person < people.count; person++) {
    const [from, to] = [people.skillAt[person]!, people.skillAt[person + 1]!]
    if (from === to) continue
    const mine = person + 1
    const me = factsOf(market, weights, offers, person)
    let options = 0
    for (let at = from; at < to; at++) {
      counted[people.skill[at]!] = mine
      options += openingsIn(market, offers, me, people.skill[at]!, people.skillLevel[at]!)
    }
    for (let at = from; at < to; at++) {
      const near = kin[people.skill[at]!]!
      for (let each = 0; each < near.length; each++) {
        if (counted[near[each]!] === mine) continue
        counted[near[each]!] = mine
        options += openingsIn(market, offers, me, near[each]!, 0)
      }
    }
    counts[person] = options
  }
  return counts
}

/** What is verified of one person, and where they stand in the table of their health limits. */
type Facts = {
  person: number
  home: number
  stays: boolean
  post: boolean
  certificates: number
  cannot: number
  table: Int32Array
  inTable: number
}

function factsOf(market: Market, weights: Weights, offers: Offers, person: number): Facts {
  const { people } = market
  const cannot = people.cannot[person]! & BODY_BITS
  return {
    person,
    home: people.home[person]!,
    stays: people.stays[person]! > 0,
    post: people.tier[person]! <= weights.publicPostTier,
    certificates: people.certificates[person]!,
    cannot,
    table: offers.tables.get(cannot) ?? addTable(market, offers, cannot),
    inTable: people.schooling[person]! * offers.classes + offers.ageClass[people.age[person]!]!,
  }
}

/**
 * Vacancies with openings, those of a key side by side, and of each what is asked: least schooling and skill and the ages; certificates;
 * demands on the body and the place; openings.
 */
type Grouped = { at: Int32Array; asked: Int32Array }
const ASKED = 4
type Offers = {
  /** Plain vacancies and public posts by occupation × place; what asks for a certificate by occupation × the first it asks for. */
  plain: Grouped
  posts: Grouped
  certified: Grouped
  ageClass: Uint8Array
  classes: number
  /** Openings of plain vacancies by occupation, level, schooling and age class: a table for each set of health limits, as they come. */
  tables: Map<number, Int32Array>
}

function offersOf(market: Market): Offers {
  const { vacancies, places, occupations } = market
  const cell = (row: number) => vacancies.occupation[row]! * places + vacancies.place[row]!
  const first = (row: number) => vacancies.occupation[row]! * 32 + firstBit(vacancies.certificates[row]!)
  const isPost = (row: number) => vacancies.kind[row] === PUBLIC_POST
  const asks = (row: number) => vacancies.certificates[row] !== 0
  return {
    plain: grouped(market, occupations * places, cell, (row) => !isPost(row) && !asks(row)),
    posts: grouped(market, occupations * places, cell, isPost),
    certified: grouped(market, occupations * 32, first, (row) => !isPost(row) && asks(row)),
    ...ageClasses(market),
    tables: new Map(),
  }
}

const firstBit = (bits: number): number => 31 - Math.clz32(bits & -bits)

function grouped(
  { vacancies }: Market,
  keys: number,
  keyOf: (row: number) => number,
  takes: (row: number) => boolean,
): Grouped {
  const at = new Int32Array(keys + 1)
  const rows = Array.from(vacancies.openings.keys()).filter((row) => vacancies.openings[row]! > 0 && takes(row))
  for (const row of rows) at[keyOf(row) + 1]!++
  for (let key = 0; key < keys; key++) at[key + 1]! += at[key]!
  const next = at.slice()
  const asked = new Int32Array(rows.length * ASKED)
  for (const row of rows) asked.set(askedOf(vacancies, row), next[keyOf(row)]!++ * ASKED)
  return { at, asked }
}

const askedOf = (vacancies: Market['vacancies'], row: number): number[] => [
  vacancies.schooling[row]! |
    (vacancies.skill[row]! << 3) |
    (vacancies.ageMin[row]! << 6) |
    (vacancies.ageMax[row]! << 13),
  vacancies.certificates[row]!,
  (vacancies.demands[row]! & BODY_BITS) | (vacancies.place[row]! << 8),
  vacancies.openings[row]!,
]

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

function openingsIn(market: Market, offers: Offers, me: Facts, occupation: number, level: number): number {
  const atHome = occupation * market.places + me.home
  let openings = me.stays
    ? openingsOf(market, offers.plain, atHome, me, level)
    : me.table[(occupation * 8 + level) * 8 * offers.classes + me.inTable]!
  for (let held = me.certificates; held !== 0; held &= held - 1)
    openings += openingsOf(market, offers.certified, occupation * 32 + firstBit(held), me, level)
  return me.post ? openings + openingsOf(market, offers.posts, atHome, me, level) : openings
}

function openingsOf({ people }: Market, { at, asked }: Grouped, key: number, me: Facts, level: number): number {
  const [from, to] = [at[key]! * ASKED, at[key + 1]! * ASKED]
  if (from === to) return 0
  const age = people.age[me.person]!
  const schooling = people.schooling[me.person]!
  let openings = 0
  for (let each = from; each < to; each += ASKED) {
    const limits = asked[each]!
    const short = (schooling - (limits & 7)) | (level - ((limits >> 3) & 7)) | (age - ((limits >> 6) & 127))
    if ((short | ((limits >> 13) - age)) < 0) continue
    const where = asked[each + 2]!
    if (((asked[each + 1]! & ~me.certificates) | (where & me.cannot)) !== 0) continue
    if (me.stays && where >> 8 !== me.home) continue
    openings += asked[each + 3]!
  }
  return openings
}

/** Openings where they begin to be open, then summed up along age, schooling and level. */
function addTable(market: Market, offers: Offers, cannot: number): Int32Array {
  const { occupations, places } = market
  const { classes, ageClass, plain } = offers
  const table = new Int32Array(occupations * 64 * classes)
  for (let occupation = 0; occupation < occupations; occupation++)
    for (let each = plain.at[occupation * places]!; each < plain.at[(occupation + 1) * places]!; each++) {
      const [limits, openings] = [plain.asked[each * ASKED]!, plain.asked[each * ASKED + 3]!]
      if ((plain.asked[each * ASKED + 2]! & cannot) !== 0) continue
      const to = ((occupation * 8 + ((limits >> 3) & 7)) * 8 + (limits & 7)) * classes
      const after = ageClass[limits >> 13]! + 1
      table[to + ageClass[(limits >> 6) & 127]!]! += openings
      if (after < classes) table[to + after]! -= openings
    }
  for (let at = 0; at < table.length; at++) if (at % classes > 0) table[at]! += table[at - 1]!
  for (let at = 0; at < table.length; at++) if (Math.floor(at / classes) % 8 > 0) table[at]! += table[at - classes]!
  for (let at = 0; at < table.length; at++)
    if (Math.floor(at / classes / 8) % 8 > 0) table[at]! += table[at - 8 * classes]!
  offers.tables.set(cannot, table)
  return table
}
