import { DEMO_MOMENT, momentDays } from '../calibration.ts'
import type { Desk } from '../generate/desk.ts'
import { prove } from '../generate/proof.ts'
import { helped } from '../generate/standing.ts'
import { ageOn, aliveOn, type Resident } from '../people/resident.ts'
import { type Course, NONE } from './workforce.ts'

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
