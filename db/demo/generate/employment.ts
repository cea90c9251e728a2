import { dayNumber, dayText } from '#domain/base/date.ts'
import type { Rows } from '../copy/tables.ts'
import { DAY, type Resident } from '../people/resident.ts'
import type { Desk } from './desk.ts'
import { LEDGER_END, prove, registered, workingHour } from './proof.ts'
import type { DrawnSite } from './sites.ts'
import type { Spell } from './spells.ts'
import { duties, inventEmployer, inventIndustry, provinces, SHANDONG } from './words.ts'
import { type Course, PUBLIC, WORKSHOP } from './workforce.ts'

type EmploymentRow = Rows['employment']
/** Key of the Shandong–Chongqing corridor. */
const CORRIDOR = 'shandong'
const LAST = dayNumber('2024-12-31')
const NEW_YEAR = dayNumber('2021-01-01')
const FIRST_SENT = dayNumber('2020-01-01')

/** Writes a course's spells: work, and with it the roster or the public post. */
export function writeSpells(desk: Desk, course: Course, spells: readonly Spell[], sites: readonly DrawnSite[]): void {
  const rules = { posts: spells.some((spell) => spell.seat === PUBLIC) }
  for (const spell of spells) {
    const row = baseRow(desk, course, spell)
    if (spell.seat >= WORKSHOP) workshopSpell(desk, course, spell, row, sites[spell.seat - WORKSHOP] as DrawnSite)
    else if (spell.seat === PUBLIC) postSpell(desk, course, spell, row)
    else ordinarySpell(desk, course, spell, row)
    oddities(desk, row)
    renewed(desk, row)
    superseded(desk, row)
    if (row.valid_to === null) confirmedAgain(desk, row)
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
  const sent = !inCity && sendToShandong(desk, course, spell)
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
  if (!ownCounty) transportGrants(desk, course, spell, inCity)
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

/** What is still true was confirmed again at the end of the records; what the ledger had said until then stays known. */
function confirmedAgain(desk: Desk, row: EmploymentRow): void {
  const { chance } = desk
  if (row.verified_on === null || !chance.chance(0.9)) return
  const on = LAST - chance.int(30)
  const toldAt = workingHour(chance, on + 1)
  if (toldAt <= (row.known_from as number)) return
  desk.rows.employment_history({ ...row, known_to: toldAt, superseded_by: 'verified' })
  Object.assign(row, { known_from: toldAt, verified_on: on, verified_until: on + 92 })
}

/** Of the people the corridor's quota asks for; the published counts end in June 2022 and July 2024. */
function sendToShandong(desk: Desk, { person }: Course, spell: Spell): boolean {
  const { chance } = desk
  if (spell.from < FIRST_SENT) return false
  const [year = '', month = ''] = dayText(spell.from).split('-')
  const late = (year === '2022' && month > '06') || (year === '2024' && month > '07')
  if (late || !desk.toSend[year]) return false
  desk.toSend[year]--
  desk.rows.dispatch({
    ...desk.place(person.area),
    person_id: person.id,
    corridor: CORRIDOR,
    batch: `${year}-${month}`,
    place: SHANDONG,
    arrived_on: chance.chance(0.93) ? spell.from + chance.between(1, 4) : null,
    valid_from: spell.from,
    valid_to: spell.to,
    ...prove(chance, spell.from, spell.to),
  })
  if (spell.from + 95 < (spell.to ?? Number.POSITIVE_INFINITY) && chance.chance(0.6))
    pay(desk, person, 'shandong-steady-job', year, year < '2022' ? 100_000 : 300_000, spell.from + 100 + chance.int(60))
  return true
}

const GRANT_YEARS = ['2022', '2023', '2024'].map((year) => [year, dayNumber(`${year}-06-01`)] as const)

/** Once a year for work outside the county; the amounts without a ticket (S14, S15). */
function transportGrants(desk: Desk, { person }: Course, spell: Spell, inCity: boolean): void {
  for (const [year, middle] of GRANT_YEARS) {
    if (spell.from > middle || (spell.to !== null && spell.to <= middle) || !desk.chance.chance(0.2)) continue
    pay(desk, person, 'cross-region-transport', year, inCity ? 5_000 : 20_000, middle + 20 + desk.chance.int(170))
  }
}

export function pay(desk: Desk, person: Resident, programme: string, period: string, fen: number, on: number): void {
  const key = `${person.id}/${programme}/${period}`
  if (desk.paid.has(key)) return
  desk.paid.add(key)
  desk.rows.grant_paid({
    ...desk.place(person.area),
    person_id: person.id,
    programme,
    period,
    amount_fen: fen,
    paid_on: on,
    valid_from: on,
    valid_to: null,
    ...registered(desk.chance, on),
  })
}

/** About 4,430 yuan in 2021 and 4,960 in 2024 (S105, S107), times what industry and place make of it; to the hundred. */
function wage(desk: Desk, factor: number, from: number): number {
  const years = (from - DAY) / 365.25
  const mean = 4432 * 1.038 ** years * factor
  const yuan = mean * Math.exp(desk.chance.bell() * 0.26 - 0.034)
  return Math.max(12, Math.round(yuan / 100)) * 10_000
}

/** What the national data-quality rules look for, at low rates, so that no list is empty. */
function oddities(desk: Desk, row: EmploymentRow): void {
  const { chance } = desk
  const draw = chance.next()
  if (draw < 0.0004) row.monthly_wage_fen = chance.between(31, 90) * 100_000
  else if (draw < 0.0008) row.monthly_wage_fen = chance.between(20, 99) * 100
  else if (draw < 0.0014) row.monthly_wage_fen = chance.between(101, 399) * 100
  else if (draw < 0.004) row.monthly_wage_fen = null
  else if (draw < 0.006) row.employer = null
  else if (draw < 0.0075) row.industry = null
  else if (draw < 0.009) row.channel = null
  else if (draw < 0.011) row.point_to_point = null
  else if (draw < 0.0118 && row.channel === 'migrant') row.channel = chance.pick(['public_post', 'workshop'])
  else if (draw < 0.015 && row.channel === 'workshop') row.channel = 'local_firm'
  else if (draw < 0.016 && row.channel === 'public_post') row.channel = 'workshop'
}

/** Most contracts of 2020 were made anew in the first months of 2021: two records of one job, end to end. */
function renewed(desk: Desk, row: EmploymentRow): void {
  const on = NEW_YEAR + desk.chance.int(70)
  const from = row.valid_from as number
  if (from > on - 60 || (row.valid_to !== null && row.valid_to < on + 60) || !desk.chance.chance(0.78)) return
  desk.rows.employment({ ...row, valid_to: on })
  Object.assign(row, { id: desk.nextId(), valid_from: on, ...prove(desk.chance, on, row.valid_to) })
}

/** Some ends and wages were corrected: what the ledger said before stays known. */
function superseded(desk: Desk, row: EmploymentRow): void {
  const { chance } = desk
  const since = row.known_from as number
  if (!chance.chance(row.valid_to === null ? 0.02 : 0.11)) return
  const heard = (row.valid_to ?? (row.valid_from as number) + 200) + chance.between(2, 40)
  const toldOn = Math.min(Math.max(heard, Math.floor(since / 86_400) + 1), LEDGER_END - 1)
  const toldAt = workingHour(chance, toldOn)
  const before =
    row.valid_to === null ? { monthly_wage_fen: (row.monthly_wage_fen ?? 300_000) + 20_000 } : { valid_to: null }
  desk.rows.employment_history({
    ...row,
    ...before,
    known_to: toldAt,
    superseded_by: row.valid_to === null ? 'correction' : 'ended',
  })
  row.known_from = toldAt
}

const inTheCity = (place: number): boolean => place >= 5e11 && place < 5.1e11
