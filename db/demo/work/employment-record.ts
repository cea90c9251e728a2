import { dayNumber } from '#domain/base/date.ts'
import type { Rows } from '../copy/tables.ts'
import type { Desk } from '../generate/desk.ts'
import { LEDGER_END, prove, workingHour } from '../generate/proof.ts'
import type { Randomness } from '../randomness.ts'

type EmploymentRow = Rows['employment']
const LAST = dayNumber('2024-12-31')
const NEW_YEAR = dayNumber('2021-01-01')

/** What the national data-quality rules look for, at low rates, so that no list is empty. */
export function makeOdd(chance: Randomness, row: EmploymentRow): void {
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
export function renew(desk: Desk, row: EmploymentRow): void {
  const on = NEW_YEAR + desk.chance.int(70)
  const from = row.valid_from as number
  if (from > on - 60 || (row.valid_to !== null && row.valid_to < on + 60) || !desk.chance.chance(0.78)) return
  desk.rows.employment({ ...row, valid_to: on })
  Object.assign(row, { id: desk.nextId(), valid_from: on, ...prove(desk.chance, on, row.valid_to) })
}

/** Some ends and wages were corrected: what the ledger said before stays known. */
export function correct(desk: Desk, row: EmploymentRow): void {
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

/** What is still true was confirmed again at the end of the records; what the ledger had said until then stays known. */
export function confirmAgain(desk: Desk, row: EmploymentRow): void {
  const { chance } = desk
  if (row.verified_on === null || !chance.chance(0.9)) return
  const on = LAST - chance.int(30)
  const toldAt = workingHour(chance, on + 1)
  if (toldAt <= (row.known_from as number)) return
  desk.rows.employment_history({ ...row, known_to: toldAt, superseded_by: 'verified' })
  Object.assign(row, { known_from: toldAt, verified_on: on, verified_until: on + 92 })
}
