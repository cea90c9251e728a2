import type { Rows } from '../copy/tables.ts'
import type { Desk } from '../generate/desk.ts'
import { pay, payTransport } from '../generate/grants.ts'
import { prove } from '../generate/proof.ts'
import { duties, inventEmployer, inventIndustry, provinces, SHANDONG } from '../generate/words.ts'
import { DAY, type Resident } from '../people/resident.ts'
import type { DrawnSite } from '../sites/sites.ts'
import { sendToShandong } from './dispatch.ts'
import { confirmAgain, correct, makeOdd, renew } from './employment-record.ts'
import type { Spell } from './spells.ts'
import { type Course, PUBLIC, WORKSHOP } from './workforce.ts'

type EmploymentRow = Rows['employment']

/** Writes a course's spells: work, and with it the roster or the public post. */
export function writeSpells(desk: Desk, course: Course, spells: readonly Spell[], sites: readonly DrawnSite[]): void {
  const rules = { posts: spells.some((spell) => spell.seat === PUBLIC) }
  for (const spell of spells) {
    const row = baseRow(desk, course, spell)
    if (spell.seat >= WORKSHOP) workshopSpell(desk, course, spell, row, sites[spell.seat - WORKSHOP] as DrawnSite)
    else if (spell.seat === PUBLIC) postSpell(desk, course, spell, row)
    else ordinarySpell(desk, course, spell, row)
    makeOdd(desk.chance, row)
    renew(desk, row)
    correct(desk, row)
    if (row.valid_to === null) confirmAgain(desk, row)
    desk.rows.employment(row)
    if (!rules.posts && row.contract && row.injury_insured) course.person.formal = true
    if (!inTheCity(row.place as number)) course.person.away = true
  }
}

function baseRow(desk: Desk, { person }: Course, spell: Spell): EmploymentRow {
  return {
    ...desk.place(person.area),
    person_id: person.id,
    place: 0,
    channel: null,
    employer: null,
    credit_code: null,
    industry: null,
    occupation: null,
    monthly_wage_fen: null,
    point_to_point: false,
    contract: null,
    injury_insured: null,
    unemployment_insured: null,
    skill_certificate: desk.chance.chance(0.16),
    brand_id: null,
    valid_from: spell.from,
    valid_to: spell.to,
    ...prove(desk.chance, spell.from, spell.to),
  }
}

function workshopSpell(desk: Desk, { person }: Course, spell: Spell, row: EmploymentRow, site: DrawnSite): void {
  const industry = inventIndustry(desk.chance, true)
  Object.assign(row, {
    ...{ place: site.area, channel: 'workshop', employer: site.name, industry: 'C', occupation: industry.occupation },
    ...{
      contract: desk.chance.chance(0.72),
      injury_insured: desk.chance.chance(0.58),
      unemployment_insured: desk.chance.chance(0.2),
    },
    ...{ monthly_wage_fen: wage(desk, 0.55, spell.from), evidence: 'roster' },
  })
  desk.rows.roster({
    ...desk.place(person.area),
    person_id: person.id,
    site_id: site.id,
    role: 'worker',
    valid_from: spell.from,
    valid_to: spell.to,
    ...prove(desk.chance, spell.from, spell.to, 'roster'),
  })
}

function postSpell(desk: Desk, { person }: Course, spell: Spell, row: EmploymentRow): void {
  const { chance } = desk
  const employer = '村民委员会（演示）'
  const pay = chance.pick([30_000, 50_000, 60_000, 80_000, 100_000])
  Object.assign(row, {
    ...{
      place: person.area,
      channel: 'public_post',
      employer,
      industry: 'S',
      occupation: '4-09-08-01',
      monthly_wage_fen: pay,
    },
    ...{ contract: chance.chance(0.8), injury_insured: chance.chance(0.7), unemployment_insured: false },
  })
  desk.rows.public_post({
    ...desk.place(person.area),
    person_id: person.id,
    stream: postStream(desk, person, spell),
    duty: chance.pick(duties),
    employer,
    monthly_pay_fen: pay,
    valid_from: spell.from,
    valid_to: spell.to,
    ...prove(chance, spell.from, spell.to),
  })
}

function ordinarySpell(desk: Desk, course: Course, spell: Spell, row: EmploymentRow): void {
  const { chance } = desk
  const inCity = spell.inCity ?? (course.homely ? chance.chance(0.93) : chance.chance(0.08))
  const ownCounty = inCity && chance.chance(0.56)
  const industry = inventIndustry(chance, ownCounty)
  const sent = !inCity && sendToShandong(desk, course.person, spell)
  row.place = sent ? SHANDONG : !inCity ? provinces.pick(chance) : ownCounty ? course.person.area : desk.otherCounty()
  row.channel = ownCounty ? chance.pick(['local_firm', 'local_firm', 'flexible', 'farm', 'own_business']) : 'migrant'
  row.industry = row.channel === 'farm' ? 'A' : industry.letter
  row.occupation = row.channel === 'farm' ? '5-01-01-01' : industry.occupation
  row.monthly_wage_fen = wage(desk, industry.wage * (ownCounty ? 0.82 : inCity ? 0.96 : 1.08), spell.from)
  if (ownCounty && chance.chance(0.003))
    pay(
      desk,
      course.person,
      'cross-region-transport',
      chance.pick(['2021', '2022', '2023', '2024']),
      5_000,
      Math.max(DAY, spell.from) - chance.int(60),
    )
  row.point_to_point = sent || (!ownCounty && chance.chance(0.05))
  if (!ownCounty) payTransport(desk, course.person, spell, inCity)
  if (row.channel === 'farm' || row.channel === 'own_business' || row.channel === 'flexible') {
    row.employer = row.channel === 'farm' ? '自家经营' : row.channel === 'own_business' ? '自办' : '灵活就业'
    Object.assign(row, { contract: false, injury_insured: chance.chance(0.08), unemployment_insured: false })
    return
  }
  const employer = inventEmployer(chance, industry)
  row.employer = employer.name
  row.credit_code = chance.chance(0.7) ? employer.code : null
  row.contract = chance.chance(0.04) ? null : chance.chance(0.62)
  row.injury_insured = chance.chance(0.05) ? null : chance.chance(row.contract ? 0.7 : 0.18)
  row.unemployment_insured = chance.chance(0.05) ? null : chance.chance(row.contract ? 0.5 : 0.06)
  if (desk.brands.length > 0 && chance.chance(0.04)) row.brand_id = chance.pick(desk.brands)
}

/** A post of the human-resources stream ends after three years, save for those near retirement; few overrun. */
function postStream(desk: Desk, person: Resident, spell: Spell): string {
  const long = (spell.to ?? DAY + 1200) - spell.from >= 1090
  const near = (DAY - person.birth) / 365.25 >= (person.male ? 56 : 46)
  return desk.chance.chance(long && !near ? 0.02 : 0.35) ? 'hrss' : 'agriculture'
}

/** About 4,430 yuan in 2021 and 4,960 in 2024 (S105, S107), times what industry and place make of it; to the hundred. */
function wage(desk: Desk, factor: number, from: number): number {
  const years = (from - DAY) / 365.25
  const mean = 4432 * 1.038 ** years * factor
  const yuan = mean * Math.exp(desk.chance.bell() * 0.26 - 0.034)
  return Math.max(12, Math.round(yuan / 100)) * 10_000
}

const inTheCity = (place: number): boolean => place >= 5e11 && place < 5.1e11
