import { dayNumber } from '#domain/base/date.ts'
import { DEMO_MOMENT, momentDays } from '../calibration.ts'
import { ageOn, aliveOn, DAY, type Resident } from '../people/resident.ts'
import { Weighted } from '../randomness.ts'
import type { Desk } from './desk.ts'
import { pay } from './employment.ts'
import { prove, registered } from './proof.ts'
import { helped, inDifficulty, workingAge } from './standing.ts'
import { courses, organisers } from './words.ts'
import { type Course, NONE } from './workforce.ts'

const yearStart = (year: string): number => dayNumber(`${year}-01-01`)

/** Old-age insurance: nearly everybody of sixteen and more; those in difficulty are brought in year by year. */
export function writeInsurance(desk: Desk, people: readonly Resident[]): void {
  const { chance } = desk
  for (const person of people) {
    const hard = inDifficulty(person)
    if (ageOn(person, DAY) < 13 || (ageOn(person, DAY) < 16 && !hard) || (person.inSchool === true && !hard)) continue
    const early = chance.chance(hard ? 0.958 : 0.972)
    if (!early && !chance.chance(hard ? 0.87 : 0.5)) continue
    const adult = person.birth + Math.ceil(16 * 365.25)
    const from = Math.max(adult, early ? yearStart('2012') + chance.int(3200) : yearStart('2022') + chance.int(900))
    if (!aliveOn(person, from)) continue
    const employee = !hard && (person.formal ? chance.chance(0.5) : person.works && chance.chance(0.006))
    desk.rows.insurance({
      ...desk.place(person.area),
      person_id: person.id,
      kind: employee ? 'pension_employee' : 'pension_resident',
      tier_fen: employee ? null : hard ? 10_000 : chance.pick([20_000, 20_000, 20_000, 30_000, 50_000, 100_000]),
      payer: employee ? 'employer' : hard ? 'programme' : 'self',
      valid_from: from,
      // Some are told of a death late: the programme still pays.
      valid_to: chance.chance(0.96) ? person.death : null,
      ...registered(chance, from),
    })
    if (employee && chance.chance(0.005)) doublyInsured(desk, person, from)
  }
}

/** Still on the residents' list, and the premium paid on behalf. */
function doublyInsured(desk: Desk, person: Resident, from: number): void {
  desk.rows.insurance({
    ...desk.place(person.area),
    person_id: person.id,
    kind: 'pension_resident',
    tier_fen: 10_000,
    payer: 'programme',
    valid_from: from,
    valid_to: null,
    ...registered(desk.chance, from),
  })
}

/** Premiums paid on behalf, so many a year: people in difficulty of working age first. In 2024 a fixed number at 100 yuan, the others at 70. */
export function writePremiums(desk: Desk, people: readonly Resident[]): void {
  const { chance, part } = desk
  const able = chance.shuffle(people.filter((p) => workingAge(p, DAY)))
  const first = able.filter(inDifficulty)
  const order = first.concat(able.filter((p) => p.lifted && !inDifficulty(p)))
  for (const [year, count] of Object.entries(part.quotas.premiums)) {
    const alive = order.filter((p) => aliveOn(p, yearStart(year) + 270)).slice(0, count)
    alive.forEach((person, n) => {
      const whole = year === '2024' ? n < part.quotas.premiumsFull : chance.chance(0.46)
      pay(desk, person, 'premium-on-behalf', year, whole ? 10_000 : 7_000, yearStart(year) + 120 + chance.int(145))
    })
  }
}

const kinds = new Weighted<keyof typeof courses & string>([
  ['skill', 62],
  ['entrepreneurship', 12],
  ['new_occupation', 8],
  ['special', 10],
  ['project', 8],
])

/** Person-times completed, so many a year since the plan began; besides them some that were not completed, and some of others. */
export function writeTrainings(desk: Desk, people: readonly Resident[]): void {
  const { chance, part } = desk
  const able = people.filter((p) => ageOn(p, DAY) >= 17 && ageOn(p, DAY) < 62 && p.death === null)
  const near = able.filter((p) => p.inSchool !== true && !p.away)
  if (near.length === 0) return
  // Classes are held at home: few who work away are on their lists, and fewer pupils.
  const pick = () => {
    const person = chance.pick(chance.chance(0.97) ? near : able)
    return person.inSchool !== true || chance.chance(0.2) ? person : chance.pick(near)
  }
  // Before the plan people were trained as well; its count begins with it.
  const before = (part.quotas.trainings['2021'] ?? 0) * 1.3
  for (let n = 0; n < before; n++) training(desk, pick(), DAY - 30 - chance.int(330), 'migrant', true)
  for (const [year, count] of Object.entries(part.quotas.trainings)) {
    const from = year === '2021' ? DAY + 1 : yearStart(year)
    const span = yearStart(String(Number(year) + 1)) - 22 - from
    for (let n = 0; n < count; n++)
      training(desk, pick(), from + chance.int(span), chance.chance(0.07) ? 'returnee_founder' : 'migrant', true)
    for (let n = 0; n < count * 0.08; n++) training(desk, pick(), from + chance.int(span), 'other', chance.chance(0.3))
  }
}

function training(desk: Desk, person: Resident, from: number, trainee: string, completed: boolean): void {
  const { chance } = desk
  const kind = kinds.pick(chance)
  const days = chance.between(4, 18)
  const done = completed ? from + days : null
  const certified = done !== null && chance.chance(0.81)
  desk.rows.training({
    ...desk.place(person.area),
    person_id: person.id,
    course: chance.pick(courses[kind] ?? ['技能培训']),
    kind,
    trainee: completed ? trainee : 'other',
    hours: chance.chance(0.02) ? null : days * 8,
    completed_on: done,
    certificate_no: certified ? `演示${desk.county}${String(desk.nextId()).padStart(9, '0')}` : null,
    certificate_on: certified ? (done as number) + (chance.chance(0.003) ? -6 : chance.between(5, 40)) : null,
    organiser: chance.pick(organisers),
    valid_from: from,
    valid_to: from + days,
    ...prove(chance, from, from + days),
  })
}

const OUT_OF_WORK = [DEMO_MOMENT, momentDays.length - 1]

/** Nine in ten who could work and do not have an officer in charge. */
export function writeOfficers(desk: Desk, people: readonly Resident[], courseOf: ReadonlyMap<Resident, Course>): void {
  for (const person of people) {
    const moment = OUT_OF_WORK.find((t) => (courseOf.get(person)?.seats[t] ?? NONE) === NONE)
    if (moment === undefined || !mayAsk(person, momentDays[moment] as number)) continue
    person.watched = desk.chance.chance(0.9)
    if (person.watched) helped(desk, person, (momentDays[moment] as number) - 30 - desk.chance.int(400), 'officer', 1)
  }
}

/** The moments people were asked at: the demo's day and once a year after it. */
const WAVES: readonly { moment: number; share: number }[] = [
  { moment: DEMO_MOMENT, share: 1 },
  ...[6, 7, 8, 10].map((moment) => ({ moment, share: 0.45 })),
]

/** What people asked for, and the officer in charge of those who look for work. */
export function writeWishes(desk: Desk, people: readonly Resident[], courseOf: ReadonlyMap<Resident, Course>): void {
  for (const { moment, share } of WAVES) {
    const day = momentDays[moment] as number
    for (const person of people) {
      const seat = courseOf.get(person)?.seats[moment] ?? NONE
      if (mayAsk(person, day)) ask(desk, person, day, seat !== NONE, share)
    }
  }
}

function mayAsk(person: Resident, day: number): boolean {
  const age = ageOn(person, day)
  if (age < 16 || age > 66 || !aliveOn(person, day)) return false
  return person.inSchool !== true && person.capacity !== 'lost' && person.capacity !== 'none'
}

function ask(desk: Desk, person: Resident, day: number, atWork: boolean, share: number): void {
  const { chance } = desk
  const say = (kind: string, details: readonly string[]) => wish(desk, person, kind, chance.pick(details), day)
  if (chance.chance(share * (atWork ? 0.012 : 0.17))) {
    const from = say('work', ['愿意在县内就业', '愿意外出务工', '希望就近照顾家人'])
    if (!person.watched) helped(desk, person, from, 'officer', 0.6)
    helped(desk, person, from, 'plan', 0.78)
    if (chance.chance(0.88)) say('service', ['职业介绍', '政策咨询', '职业指导'])
  }
  const other = chance.next() / share
  if (other < 0.03) say('training', ['想学电工', '想学烹饪', '想学养老护理'])
  else if (other < 0.035) say('enterprise', ['想返乡开店', '想办养殖场'])
  else if (other < 0.037) say('loan', ['需要创业担保贷款'])
}

function wish(desk: Desk, person: Resident, kind: string, detail: string, day: number): number {
  const { chance } = desk
  const from = day - 3 - chance.int(170)
  const to = from + 365
  desk.rows.wish({
    ...desk.place(person.area),
    person_id: person.id,
    kind,
    detail,
    valid_from: from,
    valid_to: to,
    ...prove(chance, from, to, 'visit'),
  })
  return from
}

/** Founders among the people who work: first businesses, the two support plans, loans; some are on a park's roster. */
export function writeEnterprises(desk: Desk, workers: readonly Course[]): void {
  const { chance } = desk
  for (const { person } of workers) {
    if (!person.lifted || ageOn(person, DAY) < 19 || ageOn(person, DAY) > 60 || !chance.chance(0.02)) continue
    person.founder = true
    const from = yearStart('2018') + chance.int(2450)
    const to = chance.chance(0.18) ? from + 300 + chance.int(900) : null
    const after = (share: number) => (chance.chance(share) ? Math.max(from, DAY - 200) + 15 + chance.int(800) : null)
    desk.rows.enterprise({
      ...desk.place(person.area),
      person_id: person.id,
      name: `${person.name.surname || '山城'}家${chance.pick(['小面馆', '农家乐', '养殖场', '电商店', '茶叶合作社', '花椒基地'])}（演示）`,
      credit_code: null,
      form: chance.pick(['individual', 'individual', 'micro', 'cooperative', 'farm', 'company']),
      first_time: chance.chance(0.05) ? null : chance.chance(0.76),
      hires: chance.chance(0.06) ? null : chance.int(9),
      acceleration_on: after(0.13),
      sailing_on: after(0.24),
      loan_fen: chance.chance(0.2) ? chance.between(5, 20) * 1_000_000 : null,
      valid_from: from,
      valid_to: to,
      ...prove(chance, from, to, 'register_match'),
    })
    joinPark(desk, person, from, to)
  }
}

function joinPark(desk: Desk, person: Resident, from: number, to: number | null): void {
  const { chance } = desk
  const site = desk.sites.find(
    (s) =>
      ['incubator', 'return_home_park'].includes(s.kind) &&
      s.from <= from &&
      (s.to === null || (to !== null && s.to >= to)),
  )
  if (!site || !chance.chance(0.3)) return
  desk.rows.roster({
    ...desk.place(person.area),
    person_id: person.id,
    site_id: site.id,
    role: 'founder',
    valid_from: from,
    valid_to: to,
    ...prove(chance, from, to, 'roster'),
  })
}
