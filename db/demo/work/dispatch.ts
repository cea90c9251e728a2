import { dayNumber, dayText } from '#domain/base/date.ts'
import type { Desk } from '../generate/desk.ts'
import { pay } from '../generate/grants.ts'
import { prove } from '../generate/proof.ts'
import { SHANDONG } from '../generate/words.ts'
import type { Resident } from '../people/resident.ts'
import type { Spell } from './spells.ts'

/** Key of the Shandong–Chongqing corridor. */
const CORRIDOR = 'shandong'
const FIRST_SENT = dayNumber('2020-01-01')

/** Of the people the corridor's quota asks for; the published counts end in June 2022 and July 2024. */
export function sendToShandong(desk: Desk, person: Resident, spell: Spell): boolean {
  const { chance } = desk
  if (spell.from < FIRST_SENT || Object.values(desk.toSend).every((left) => left === 0)) return false
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
