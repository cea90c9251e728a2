import { drawLottery, randomOf } from '#domain/jobs/market/lottery.ts'
import {
  emptyPeople,
  emptyVacancies,
  HOURS_FROM,
  KINDS,
  type Market,
  MONTHS_FROM,
  NO_AGE_LIMIT,
  PUBLIC_POST,
  shared,
  WORKING_AGE,
  WORKSHOP,
} from '#domain/jobs/market/market.ts'

/**
 * A market nobody is in, for measuring. Counties, provinces and shares follow what is published of Chongqing (38 county-level units when
 * the plan began, 30 provinces, near half of the people lifted out of poverty, some 6 % monitored); how tight it is, and who wishes what,
 * are assumptions. Occupations grow with the vacancies, so that a person has as many eligible ones at every size.
 */
const COUNTIES = 38
const PROVINCES = 30
export const PLACES = COUNTIES + PROVINCES
const TOWNS = 27
/** Share of wishes for an occupation the file knows them to have worked in, and of those who stay whose reason is verified. */
const KNOWN = 0.8
const VERIFIED = 0.7
/** How far what is offered strays from what is wished: standard deviation of the logarithm. */
const MISMATCH = 0.35
const FULL_OCCUPATIONS = 450
const FULL_VACANCIES = 100_000
/** Fewer occupations than in proportion, since the most common ones weigh less among few. */
const SHARE_BELOW = 1.25

type Random = {
  below(limit: number): number
  chance(share: number): boolean
  pick(weights: Float64Array): number
  normal(): number
}

function randomBy(seed: string): Random {
  const below = randomOf(seed)
  const share = () => below(0x40000000) / 0x40000000
  return {
    below,
    chance: (part) => share() < part,
    pick: (upTo) => {
      const drawn = share() * upTo[upTo.length - 1]!
      let [low, high] = [0, upTo.length - 1]
      while (low < high) {
        const middle = (low + high) >> 1
        if (upTo[middle]! > drawn) high = middle
        else low = middle + 1
      }
      return low
    },
    normal: () => Math.sqrt(-2 * Math.log(share() + 1e-12)) * Math.cos(2 * Math.PI * share()),
  }
}

const summed = (shares: number[]): Float64Array => {
  let sum = 0
  return Float64Array.from(shares, (share) => (sum += share))
}
/** Some are wanted far more than others: the n-th by 1 / n to a power. */
const skewed = (count: number, power: number, random: Random): number[] => {
  const shares = Array.from({ length: count }, (_, at) => (at + 1) ** -power)
  for (let at = count - 1; at > 0; at--) {
    const other = random.below(at + 1)
    ;[shares[at], shares[other]] = [shares[other]!, shares[at]!]
  }
  return shares
}

type Taste = {
  occupations: Float64Array
  offered: Float64Array
  homes: Float64Array
  provinces: Float64Array
  where: Float64Array
  count: number
}

function tasteOf(vacancies: number, random: Random): Taste {
  const size = vacancies / FULL_VACANCIES
  const count = Math.max(6, Math.round(FULL_OCCUPATIONS * (size < 1 ? size ** SHARE_BELOW : size)))
  const wished = skewed(count, 0.85, random)
  // What is offered is like what is wished, but not the same.
  const offered = wished.map((share) => share * Math.exp(MISMATCH * random.normal()))
  const counties = skewed(COUNTIES, 0.7, random)
  const provinces = skewed(PROVINCES, 0.8, random)
  const [cityShare, provinceShare] = [0.62, 0.38]
  const total = (shares: number[]) => shares.reduce((sum, share) => sum + share, 0)
  const where = [
    ...counties.map((share) => (cityShare * share * Math.exp(0.35 * random.normal())) / total(counties)),
    ...provinces.map((share) => (provinceShare * share) / total(provinces)),
  ]
  return {
    count,
    occupations: summed(wished),
    offered: summed(offered),
    homes: summed(counties),
    provinces: summed(provinces),
    where: summed(where),
  }
}

const TIERS = summed([0.06, 0.49, 0.1, 0.35])
const SCHOOLING = summed([0, 0.22, 0.46, 0.17, 0.09, 0.04, 0.02])
const SCHOOLING_ASKED = summed([0.68, 0.16, 0.1, 0.04, 0.015, 0.005])

export function generateMarket(people: number, seed: string, vacancies: number = Math.round(people / 10)): Market {
  const random = randomBy(seed)
  const taste = tasteOf(vacancies, random)
  const middleClass = new Uint16Array(taste.count).map((_, at) => Math.floor(at / 6))
  const kept = { places: PLACES, occupations: taste.count, middleClass }
  return {
    ...kept,
    people: generatePeople(people, taste, random, seed),
    vacancies: generateVacancies(vacancies, taste, random),
  }
}

function generatePeople(count: number, taste: Taste, random: Random, seed: string): Market['people'] {
  const all = emptyPeople(count, count * 4, count * 12, count * 5)
  const at = { wish: 0, place: 0, skill: 0 }
  for (let row = 0; row < count; row++) {
    all.home[row] = random.pick(taste.homes)
    all.village[row] = villageBy(random)
    all.age[row] = random.chance(0.005)
      ? 15
      : 16 + Math.floor((52 * Math.max(random.below(1000), random.below(1000))) / 1000)
    all.tier[row] = random.pick(TIERS)
    all.schooling[row] = random.pick(SCHOOLING)
    all.certificates[row] = bitsBy(random, 12, 0.05)
    all.cannot[row] = limitsBy(random)
    all.wageFloor[row] = random.chance(0.15) ? 0 : 1800 + 100 * random.below(22)
    all.reach[row] = random.chance(0.1) ? 1 : 2
    fillWishes(all, at, taste, random)
    fillPlaces(all, row, at, taste, random)
    all.wishAt[row + 1] = at.wish
    all.placeAt[row + 1] = at.place
    all.skillAt[row + 1] = at.skill
  }
  all.lottery = drawLottery(count, seed)
  const cut = { wish: trimmed('u16', all.wish, at.wish), place: trimmed('u16', all.place, at.place) }
  return {
    ...all,
    ...cut,
    skill: trimmed('u16', all.skill, at.skill),
    skillLevel: trimmed('u8', all.skillLevel, at.skill),
  }
}

function trimmed<C extends 'u8' | 'u16'>(column: C, values: Uint8Array | Uint16Array, length: number) {
  const exact = shared(column, length)
  exact.set(values.subarray(0, length))
  return exact
}

const villageBy = (random: Random) => (1 + random.below(TOWNS)) * 1000 + 1 + random.below(10)

function bitsBy(random: Random, bits: number, share: number): number {
  let held = 0
  for (let bit = 0; bit < bits; bit++) if (random.chance(share)) held |= 1 << bit
  return held
}

/** One in five cannot do something heavy, one in six no nights, one in twelve stays home in a month of the harvest. */
function limitsBy(random: Random): number {
  let bits = random.chance(0.2) ? (1 << random.below(8)) | (1 << random.below(8)) : 0
  if (random.chance(0.16)) bits |= 1 << (HOURS_FROM + random.below(4))
  if (random.chance(0.08)) bits |= 1 << (MONTHS_FROM + 4 + random.below(6))
  return bits
}

/** Most have done something before, some with a certificate of its level, and wish for it again; some wish for something new. */
function fillWishes(all: Market['people'], at: { wish: number; skill: number }, taste: Taste, random: Random) {
  const [begun, known] = [at.wish, at.skill]
  for (let each = random.below(4); each >= 0; each--) {
    const occupation = random.pick(taste.occupations)
    if (all.wish.subarray(begun, at.wish).includes(occupation)) continue
    all.wish[at.wish++] = occupation
    if (!random.chance(KNOWN)) continue
    all.skill[at.skill] = occupation
    all.skillLevel[at.skill++] = random.chance(0.35) ? 1 + Math.min(random.below(5), random.below(5)) : 0
  }
  // What one did before and does not want again.
  const other = random.pick(taste.occupations)
  if (!random.chance(0.2) || all.skill.subarray(known, at.skill).includes(other)) return
  all.skill[at.skill] = other
  all.skillLevel[at.skill++] = 0
}

function fillPlaces(all: Market['people'], row: number, at: { place: number }, taste: Taste, random: Random) {
  const begun = at.place
  const add = (place: number) => {
    if (!all.place.subarray(begun, at.place).includes(place)) all.place[at.place++] = place
  }
  const home = all.home[row]!
  if (random.chance(0.26)) {
    all.stays[row] = random.chance(VERIFIED) ? 1 : 0
    return add(home)
  }
  if (random.chance(0.7)) add(home)
  for (let more = 1 + random.below(3); more > 0; more--) add(random.pick(taste.homes))
  if (random.chance(0.5))
    for (let more = 1 + random.below(3); more > 0; more--) add(COUNTIES + random.pick(taste.provinces))
  if (random.chance(0.3)) add(home)
}

function generateVacancies(count: number, taste: Taste, random: Random): Market['vacancies'] {
  const all = emptyVacancies(count)
  for (let row = 0; row < count; row++) {
    const place = random.pick(taste.where)
    const near = place < COUNTIES
    all.occupation[row] = random.pick(taste.offered)
    all.place[row] = place
    all.village[row] = near ? villageBy(random) : 0
    all.openings[row] = Math.min(500, Math.max(1, Math.round(Math.exp(1.55 + 1.15 * random.normal()))))
    const wage = 2100 + 100 * random.below(near ? 30 : 42)
    all.wageLow[row] = wage
    all.wageHigh[row] = wage + 100 * random.below(20)
    all.schooling[row] = random.pick(SCHOOLING_ASKED)
    all.certificates[row] = random.chance(0.06) ? 1 << random.below(12) : 0
    all.skill[row] = random.chance(0.08) ? 1 + random.below(3) : 0
    all.demands[row] = demandsBy(random)
    all.ageMin[row] = random.chance(0.15) ? 18 : WORKING_AGE
    all.ageMax[row] = random.chance(0.2) ? 55 : NO_AGE_LIMIT
    all.kind[row] =
      near && random.chance(0.12) ? (random.chance(0.5) ? WORKSHOP : PUBLIC_POST) : KINDS.indexOf('ordinary')
  }
  return all
}

function demandsBy(random: Random): number {
  let bits = bitsBy(random, 8, 0.08)
  if (random.chance(0.25)) bits |= 1 << (HOURS_FROM + random.below(4))
  const seasonal = random.chance(0.1)
  const from = random.below(12)
  for (let month = 0; month < 12; month++)
    if (!seasonal || (month - from + 12) % 12 < 4) bits |= 1 << (MONTHS_FROM + month)
  return bits
}
