import { dayNumber, dayText } from '#domain/base/date.ts'
import { DEMO_DAY } from '../calibration.ts'
import { type Randomness, Weighted } from '../randomness.ts'
import { inventName, type PersonName } from './person-name.ts'

export const DAY = dayNumber(DEMO_DAY)
const YEAR = 365.25

/** A person before any row is written: what life courses are drawn for. */
export type Resident = {
  id: number
  area: number
  household: Household
  relation: string
  male: boolean
  birth: number
  death: number | null
  ethnic: string
  name: PersonName
  education: string
  inSchool: boolean | null
  health: string
  capacity: string | null
  disability: number | null
  lifted: boolean
  /** On the lists of people in difficulty, by kind of membership. */
  hardship: string | null
  monitored: string | null
  /** Took part in working life; filled by the life course. */
  works: boolean
  /** Has an officer in charge. */
  watched: boolean
  /** Has worked outside the city; has worked with a contract and insured. */
  away: boolean
  formal: boolean
  founder: boolean
  talent: boolean
}
export type Household = {
  id: number
  area: number
  relocated: boolean | null
  unsafe: boolean | null
  members: Resident[]
  monitored: string | null
}

export const ageOn = (person: { birth: number }, day: number): number => Math.floor((day - person.birth) / YEAR)
export const aliveOn = (person: { death: number | null }, day: number): boolean =>
  person.death === null || person.death > day

const sizes = new Weighted<number>([
  [1, 9],
  [2, 17],
  [3, 22],
  [4, 25],
  [5, 15],
  [6, 8],
  [7, 4],
])

type Ethnic = readonly (readonly [string, number])[]
const han: Ethnic = [
  ['01', 985],
  ['15', 8],
  ['06', 5],
  ['05', 0.6],
  ['04', 0.4],
]
/** Shares by county; assumed from the counties' names and places. */
const ethnicOf: Readonly<Record<number, Weighted<string>>> = {
  500114: new Weighted([
    ['15', 60],
    ['06', 12],
    ['01', 28],
  ]),
  500240: new Weighted([
    ['15', 68],
    ['06', 3],
    ['01', 29],
  ]),
  500241: new Weighted([
    ['15', 40],
    ['06', 14],
    ['01', 46],
  ]),
  500242: new Weighted([
    ['15', 58],
    ['06', 25],
    ['01', 17],
  ]),
  500243: new Weighted([
    ['06', 45],
    ['15', 14],
    ['01', 41],
  ]),
}
const elsewhere = new Weighted(han)

/** A household of one to seven, head first; everybody in it carries `lifted`. */
export function inventHousehold(
  chance: Randomness,
  at: { county: number; area: number; nextId: () => number; lifted: boolean; most: number },
): Household {
  const size = Math.min(sizes.pick(chance), at.most)
  const household: Household = {
    id: at.nextId(),
    area: at.area,
    relocated: chance.chance(0.02) ? null : at.lifted && chance.chance(0.13),
    unsafe: chance.chance(0.01) ? null : chance.chance(0.004),
    members: [],
    monitored: null,
  }
  const ethnic = (ethnicOf[at.county] ?? elsewhere).pick(chance)
  const headAge = size === 1 ? chance.between(38, 84) : clamp(Math.round(50 + chance.bell() * 11), 26, 78)
  const head = add(chance, household, at, 'head', headAge, chance.chance(0.78), ethnic)
  if (size === 1) return household
  if (chance.chance(0.84)) spouse(chance, household, at, head, headAge)
  while (household.members.length < size) relative(chance, household, at, head, headAge)
  return household
}

type Place = { county: number; nextId: () => number; lifted: boolean }

function spouse(chance: Randomness, household: Household, at: Place, head: Resident, headAge: number): void {
  const far = chance.chance(0.0012) ? chance.pick(['05', '04']) : undefined
  const ethnic = far ?? (ethnicOf[at.county] ?? elsewhere).pick(chance)
  add(chance, household, at, 'spouse', clamp(headAge - chance.between(-3, 6), 21, 84), !head.male, ethnic)
}

function relative(chance: Randomness, household: Household, at: Place, head: Resident, headAge: number): void {
  const { surname } = head.name
  const draw = chance.next()
  if (draw < 0.2 && headAge < 66) {
    const male = chance.chance(0.4)
    return void add(
      chance,
      household,
      at,
      'parent',
      clamp(headAge + chance.between(21, 32), 55, 99),
      male,
      head.ethnic,
      male ? surname : undefined,
    )
  }
  if (draw < 0.3 && headAge > 52)
    return void add(
      chance,
      household,
      at,
      'grandchild',
      clamp(headAge - chance.between(44, 56), 0, 30),
      chance.chance(0.52),
      head.ethnic,
      surname,
    )
  if (draw < 0.33)
    return void add(
      chance,
      household,
      at,
      'sibling',
      clamp(headAge + chance.between(-9, 9), 18, 88),
      chance.chance(0.7),
      head.ethnic,
      surname,
    )
  if (draw < 0.36)
    return void add(chance, household, at, 'other', chance.between(1, 75), chance.chance(0.5), head.ethnic)
  add(
    chance,
    household,
    at,
    'child',
    clamp(headAge - chance.between(20, 36), 0, 50),
    chance.chance(0.53),
    head.ethnic,
    surname,
  )
}

function add(
  chance: Randomness,
  household: Household,
  at: Place,
  relation: string,
  age: number,
  male: boolean,
  ethnic: string,
  surname?: string,
): Resident {
  const birth = DAY - Math.floor(age * YEAR) - chance.int(365)
  const birthYear = Number(dayText(birth).slice(0, 4))
  const name = inventName(chance, { male, birthYear, ethnic, surname: surname || undefined })
  const person: Resident = {
    id: at.nextId(),
    area: household.area,
    household,
    relation,
    male,
    birth,
    death: deathDay(chance, age, birth),
    ethnic,
    name,
    education: educationOf(chance, age),
    inSchool: schoolOf(chance, age),
    lifted: at.lifted,
    hardship: null,
    monitored: null,
    works: false,
    watched: false,
    away: false,
    formal: false,
    founder: false,
    talent: false,
    ...bodyOf(chance, age),
  }
  household.members.push(person)
  return person
}

/** Between mid-2020 and the end of 2024; the chance grows with age. */
function deathDay(chance: Randomness, age: number, birth: number): number | null {
  const yearly = age < 50 ? 0.0012 : age < 65 ? 0.006 : age < 78 ? 0.025 : 0.08
  return chance.chance(yearly * 4.3) ? Math.max(birth + 60, DAY - 420 + chance.int(1600)) : null
}

function schoolOf(chance: Randomness, age: number): boolean | null {
  if (age < 6 || age > 23) return chance.chance(0.003) ? null : false
  if (age <= 15) return true
  if (age <= 18) return chance.chance(0.78)
  return chance.chance(0.32)
}

const educations: readonly (readonly [number, Weighted<string>])[] = [
  [
    30,
    new Weighted([
      ['junior', 42],
      ['senior', 16],
      ['vocational', 14],
      ['college', 18],
      ['bachelor', 9],
      ['primary', 1],
    ]),
  ],
  [
    45,
    new Weighted([
      ['junior', 58],
      ['primary', 18],
      ['senior', 12],
      ['vocational', 5],
      ['college', 5],
      ['bachelor', 2],
    ]),
  ],
  [
    60,
    new Weighted([
      ['primary', 44],
      ['junior', 42],
      ['senior', 8],
      ['none', 5],
      ['college', 1],
    ]),
  ],
  [
    200,
    new Weighted([
      ['primary', 66],
      ['none', 22],
      ['junior', 11],
      ['senior', 1],
    ]),
  ],
]
function educationOf(chance: Randomness, age: number): string {
  if (age < 6) return 'none'
  if (age < 13) return 'primary'
  if (age < 16) return 'junior'
  return (educations.find(([upTo]) => age < upTo) ?? educations[3])?.[1].pick(chance) ?? 'primary'
}

type Body = Pick<Resident, 'health' | 'capacity' | 'disability'>

/** Health and working capacity go together: the gravely disabled have lost theirs, the old are half or none. */
function bodyOf(chance: Randomness, age: number): Body {
  const draw = chance.next()
  if (draw < 0.045 + (age > 60 ? 0.03 : 0)) {
    const disability = chance.pick([1, 2, 2, 3, 3, 4, 4])
    return { health: 'disabled', disability, capacity: age < 16 ? 'none' : disability <= 2 ? 'lost' : 'weak' }
  }
  const health = chance.chance(age > 60 ? 0.28 : 0.06)
    ? 'chronic'
    : chance.chance(0.012)
      ? 'serious_illness'
      : 'healthy'
  if (age < 16) return { health, disability: null, capacity: 'none' }
  if (chance.chance(0.004)) return { health, disability: null, capacity: null }
  if (health === 'serious_illness') return { health, disability: null, capacity: chance.pick(['weak', 'lost']) }
  if (age >= 72) return { health, disability: null, capacity: chance.chance(0.24) ? 'weak' : 'none' }
  if (age >= 62)
    return { health, disability: null, capacity: chance.chance(0.62) ? 'weak' : chance.pick(['ordinary', 'none']) }
  const skilled = chance.chance(age < 45 ? 0.11 : 0.05)
  return { health, disability: null, capacity: skilled ? 'skilled' : chance.chance(0.05) ? 'weak' : 'ordinary' }
}

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
