import { dayNumber } from '#domain/base/date.ts'
import { ageOn, DAY, type Resident } from '../people/resident.ts'
import type { Desk } from './desk.ts'
import { prove, registered } from './proof.ts'

/** Graduates recruited year by year, village doctors with their insurance, titles, honours and awards. */
export function writeTalents(
  desk: Desk,
  invent: (ages: readonly [number, number], education: string) => Resident,
): Resident[] {
  const { chance, part } = desk
  const people: Resident[] = []
  for (const [year, count] of Object.entries(part.quotas.graduates)) {
    for (let n = 0; n < count; n++) {
      const person = invent([21, 25], chance.pick(['bachelor', 'bachelor', 'college', 'master']))
      const from = year === '2021' ? DAY + 1 + chance.int(90) : dayNumber(`${year}-07-01`) + chance.int(28)
      talent(
        desk,
        person,
        'recruitment',
        chance.pick(['三支一扶（支农）', '三支一扶（支医）', '三支一扶（支教）', '三支一扶（帮扶乡村振兴）']),
        'municipal',
        from,
        { graduate: true, rural_service: true },
        730,
      )
      people.push(person)
    }
  }
  for (let n = 0; n < part.quotas.doctors; n++) {
    const person = invent([28, 61], chance.pick(['vocational', 'college']))
    const from = DAY - 400 - chance.int(6500)
    talent(desk, person, 'village_doctor', '乡村医生', 'town', from, { rural_service: true })
    insure(desk, person)
    honours(desk, person)
    people.push(person)
  }
  return people
}

function honours(desk: Desk, person: Resident): void {
  const { chance } = desk
  const since = () => DAY - 600 + chance.int(1780)
  if (chance.chance(0.3)) {
    const preferential = chance.chance(0.04) ? null : chance.chance(0.75)
    talent(
      desk,
      person,
      'title',
      chance.pick(['副主任医师（基层）', '主治医师（基层）', '高级农艺师（基层）']),
      'municipal',
      since(),
      { preferential, rural_service: true },
    )
  }
  if (chance.chance(0.09)) {
    talent(
      desk,
      person,
      'honour',
      chance.pick(['重庆技能大师', '重庆市技术能手', '最美巴渝工匠']),
      'municipal',
      since(),
      { rural_service: chance.chance(0.8) },
    )
  }
  if (chance.chance(0.09))
    talent(
      desk,
      person,
      'award',
      chance.pick(['乡村贡献奖', '先进典型']),
      chance.pick(['municipal', 'county']),
      since(),
      { rural_service: true },
    )
}

type Marks = { preferential?: boolean | null; rural_service?: boolean | null; graduate?: boolean | null }

function talent(
  desk: Desk,
  person: Resident,
  kind: string,
  name: string,
  level: string,
  from: number,
  marks: Marks,
  days?: number,
): void {
  const to = days && desk.chance.chance(0.7) ? from + days : null
  desk.rows.talent({
    ...desk.place(person.area),
    person_id: person.id,
    kind,
    name,
    level,
    preferential: null,
    rural_service: null,
    graduate: kind === 'recruitment' ? true : null,
    ...marks,
    valid_from: from,
    valid_to: to,
    ...registered(desk.chance, from),
  })
}

/** Nine in ten village doctors are insured, some of the others later. */
function insure(desk: Desk, person: Resident): void {
  const { chance } = desk
  const early = chance.chance(0.9)
  if (!early && !chance.chance(0.6)) return
  const from = Math.max(person.birth + 6000, early ? DAY - 300 - chance.int(3000) : DAY + 100 + chance.int(900))
  desk.rows.insurance({
    ...desk.place(person.area),
    ...{ employer: null, credit_code: null },
    person_id: person.id,
    kind: ageOn(person, DAY) < 55 && chance.chance(0.6) ? 'pension_employee' : 'pension_resident',
    tier_fen: null,
    payer: chance.pick(['self', 'employer', 'programme']),
    valid_from: from,
    valid_to: null,
    ...prove(chance, from, null, 'register_match'),
  })
}
