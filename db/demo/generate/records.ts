import { dayNumber } from '#domain/base/date.ts'
import { ageOn, aliveOn, DAY, type Resident } from '../people/resident.ts'
import { Weighted } from '../randomness.ts'
import type { Desk } from './desk.ts'
import { pay } from './grants.ts'
import { prove, registered } from './proof.ts'
import { inDifficulty, workingAge } from './standing.ts'
import { courses, organisers } from './words.ts'

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
      ...THROUGH_NOBODY,
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

/** No list says through which employer. */
export const THROUGH_NOBODY = { employer: null, credit_code: null }

/** Still on the residents' list, and the premium paid on behalf. */
function doublyInsured(desk: Desk, person: Resident, from: number): void {
  desk.rows.insurance({
    ...desk.place(person.area),
    ...THROUGH_NOBODY,
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
