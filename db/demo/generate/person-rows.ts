import { maskBank, maskIdentity, maskPhone } from '#domain/people/identity-mask.ts'
import { bankNumber, phoneNumber } from '../invented-number.ts'
import { ageOn, DAY, type Household, type Resident } from '../people/resident.ts'
import type { Desk } from './desk.ts'
import { prove, workingHour } from './proof.ts'
import { workingAge } from './standing.ts'

const SYSTEM_START = 16_071 // 2014-01-01
const YEARS_2014_2020 = 2400

/** Writes a household and its people: identity, phone and bank sealed, the registry filled. */
export function writeHousehold(desk: Desk, household: Household, openedOn?: number): void {
  const { chance } = desk
  const opened = openedOn ?? SYSTEM_START + chance.int(YEARS_2014_2020)
  const { id, area } = household
  desk.rows.household({
    county: desk.county,
    area,
    id,
    code: chance.chance(0.995) ? `${desk.county}${String(id).padStart(10, '0')}` : null,
    relocated: household.relocated,
    unsafe_house: household.unsafe,
    income_per_head_fen: chance.chance(0.012)
      ? null
      : Math.max(3_800, Math.round(12_600 * Math.exp(chance.bell() * 0.32))) * 100,
    address_cipher: desk.sealer.seal(
      'household.address',
      desk.county,
      id,
      `演示地址${chance.between(1, 12)}组${chance.between(1, 160)}号`,
    ),
    valid_from: opened,
    valid_to: null,
    ...prove(chance, opened, null, 'visit'),
  })
  let phone: number | undefined
  for (const person of household.members) {
    const adult = ageOn(person, DAY) >= 16
    const own =
      adult && chance.chance(0.84)
        ? phone !== undefined && chance.chance(0.2)
          ? phone
          : desk.numbers.serial()
        : undefined
    phone ??= own
    writePerson(desk, person, Math.max(opened, person.birth + 40), own)
  }
}

function writePerson(desk: Desk, person: Resident, opened: number, phone: number | undefined): void {
  const { chance } = desk
  const row = {
    ...bodyRow(desk, person, opened),
    ...identityRow(desk, person),
    ...phoneRow(desk, person.id, phone),
    ...bankRow(desk, person),
    ...personProof(desk, opened),
  }
  if (chance.chance(0.012)) {
    const toldAt = workingHour(chance, DAY - 200 + chance.int(900))
    if (toldAt > row.known_from) {
      const before = chance.chance(0.5) ? { education: 'primary' } : { capacity: 'weak' }
      desk.rows.person_history({ ...row, ...before, version: 1, known_to: toldAt, superseded_by: 'correction' })
      Object.assign(row, { known_from: toldAt, version: 2 })
    }
  }
  desk.rows.person(row)
}

function bodyRow(desk: Desk, person: Resident, opened: number) {
  const { name } = person
  return {
    county: desk.county,
    area: person.area,
    id: person.id,
    household_id: person.household.id,
    relation: person.relation,
    name: name.name,
    pinyin: name.pinyin,
    initials: name.initials,
    grams: name.grams,
    sex: desk.chance.chance(0.001) ? null : person.male ? 'male' : 'female',
    death_date: person.death,
    ethnic: person.ethnic,
    education: desk.chance.chance(0.004) ? null : person.education,
    in_school: person.inSchool,
    health: desk.chance.chance(0.003) ? null : person.health,
    capacity: person.capacity,
    disability_grade: person.disability,
    opened_on: opened,
    version: 1,
  }
}

/** Some files lack the number or the birthday; a few carry the number of somebody in the same county: the lists of findings live on them. */
function identityRow(desk: Desk, person: Resident) {
  const { chance } = desk
  const given = desk.numbers.identity(person.birth, person.male)
  person.birth = given.birth
  const birth_date = chance.chance(0.0015) ? null : given.birth
  if (chance.chance(0.0006)) return { birth_date, id_kind: 'resident', id_cipher: null, id_index: null, id_mask: null }
  const twin = desk.lastIdentity
  const copied = twin !== undefined && chance.chance(0.0003)
  const number = copied ? twin : given.number
  desk.lastIdentity = number
  const id_index = desk.sealer.index('person.id', number)
  if (!copied) desk.rows.person_identity({ id_index, county: desk.county, person_id: person.id })
  const id_cipher = desk.sealer.seal('person.id', desk.county, person.id, number)
  return { birth_date, id_kind: 'resident', id_cipher, id_index, id_mask: maskIdentity(number) }
}

function phoneRow(desk: Desk, id: number, serial: number | undefined) {
  const crowd = serial !== undefined && desk.crowds.phone > 0 && desk.chance.chance(0.04)
  if (crowd) desk.crowds.phone--
  const number = serial === undefined ? undefined : phoneNumber(crowd ? desk.crowds.serial : serial)
  if (number === undefined) return { phone_cipher: null, phone_index: null, phone_mask: null }
  return {
    phone_cipher: desk.sealer.seal('person.phone', desk.county, id, number),
    phone_index: desk.sealer.index('person.phone', number),
    phone_mask: maskPhone(number),
  }
}

function bankRow(desk: Desk, person: Resident) {
  const paid = person.hardship !== null || person.monitored !== null
  if (ageOn(person, DAY) < 16 || !desk.chance.chance(paid ? 0.97 : 0.3))
    return { bank_cipher: null, bank_index: null, bank_mask: null }
  const crowd = desk.crowds.bank > 0 && paid && workingAge(person, DAY)
  if (crowd) desk.crowds.bank--
  const number = bankNumber(crowd ? desk.crowds.serial : desk.numbers.serial())
  return {
    bank_cipher: desk.sealer.seal('person.bank', desk.county, person.id, number),
    bank_index: desk.sealer.index('person.bank', number),
    bank_mask: maskBank(number),
  }
}

const FILES_COUNT_UNTIL = 20_453 // 2025-12-31

/** Files were gone through in the summer before the plan; some lapse again, in the order of the years. */
function personProof(desk: Desk, opened: number) {
  const { chance } = desk
  const proof = prove(chance, opened, null)
  const draw = chance.next()
  if (draw < 0.03)
    return { ...proof, verified_on: null, verified_method: null, verified_by: null, verified_until: null }
  const on = Math.max(opened, DAY - chance.int(150))
  return { ...proof, verified_on: on, verified_until: draw < 0.2 ? on + 60 + chance.int(1150) : FILES_COUNT_UNTIL }
}
