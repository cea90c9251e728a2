import { dayNumber } from '#domain/base/date.ts'
import type { Resident } from '../people/resident.ts'
import type { Spell } from '../work/spells.ts'
import type { Desk } from './desk.ts'
import { registered } from './proof.ts'

const GRANT_YEARS = ['2022', '2023', '2024'].map((year) => [year, dayNumber(`${year}-06-01`)] as const)

/** Once a year for work outside the county; the amounts without a ticket (S14, S15). */
export function payTransport(desk: Desk, person: Resident, spell: Spell, inCity: boolean): void {
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
