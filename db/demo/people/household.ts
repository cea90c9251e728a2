import { dayText } from '#domain/base/date.ts'
import { type Randomness, Weighted } from '../randomness.ts'
import { bodyOf, deathDay, educationOf, schoolOf } from './body.ts'
import { inventName } from './person-name.ts'
import { DAY, type Household, type Resident, YEAR } from './resident.ts'

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

function clamp(value: number, low: number, high: number): number {
  return Math.max(low, Math.min(high, value))
}
