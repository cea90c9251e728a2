import { dayNumber } from '#domain/base/date.ts'
import type { Desk } from '../generate/desk.ts'
import { prove } from '../generate/proof.ts'
import { ageOn, DAY, type Resident } from '../people/resident.ts'
import type { Course } from './workforce.ts'

const FROM_2018 = dayNumber('2018-01-01')

/** Founders among the people who work: first businesses, the two support plans, loans; some are on a park's roster. */
export function writeEnterprises(desk: Desk, workers: readonly Course[]): void {
  const { chance } = desk
  for (const { person } of workers) {
    if (!person.lifted || ageOn(person, DAY) < 19 || ageOn(person, DAY) > 60 || !chance.chance(0.02)) continue
    person.founder = true
    const from = FROM_2018 + chance.int(2450)
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
