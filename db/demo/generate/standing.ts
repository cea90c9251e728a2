import type { Rows } from '../copy/tables.ts'
import { ageOn, aliveOn, DAY, type Household, type Resident } from '../people/resident.ts'
import type { Quotas } from '../quotas.ts'
import { type Randomness, Weighted } from '../randomness.ts'
import type { Desk } from './desk.ts'
import { prove, registered, workingHour } from './proof.ts'
import { officers } from './words.ts'

const risks = new Weighted<string>([
  ['illness', 45],
  ['disability', 17],
  ['labour_shortage', 11],
  ['job_loss', 10],
  ['education', 6],
  ['disaster', 4],
  ['other', 7],
])
const LIFTED_FROM = 16_436 // 2015-01-01
const LIFTED_YEARS = 1600
const LAST = 20_088 // 2024-12-31

/** Which households are monitored and who is in hardship; decided before anything is written. */
export function drawStanding(chance: Randomness, households: readonly Household[], quotas: Quotas): void {
  for (const household of households) {
    const draw = chance.next()
    const alone = household.members.length === 1
    const kind =
      alone && draw < 0.09
        ? 'destitute'
        : draw < 0.16
          ? 'low_income'
          : draw < 0.21
            ? 'low_income_edge'
            : draw < 0.216
              ? 'rigid_expense'
              : null
    for (const person of household.members) person.hardship = kind
  }
  let left = quotas.monitored.unstable ?? 0
  for (const household of chance.shuffle([...households])) {
    if (left <= 0) break
    left -= monitor(household, 'unstable', left)
  }
}

/** Marks the members who are alive on the demo's day, up to `most`; how many. */
export function monitor(household: Household, kind: string, most: number): number {
  const marked = household.members.filter((p) => aliveOn(p, DAY) && p.birth <= DAY).slice(0, most)
  for (const person of marked) person.monitored = kind
  if (marked.length > 0) household.monitored = kind
  return marked.length
}

/** Writes every membership; the risk of exactly `riskRemoved` people is removed by the demo's day. */
export function writeStanding(desk: Desk, households: readonly Household[]): void {
  const { chance } = desk
  const monitored = households.flatMap((h) => h.members.filter((p) => p.monitored))
  const removed = new Set(chance.shuffle([...monitored]).slice(0, desk.part.quotas.riskRemoved))
  for (const household of households) {
    const liftedOn = LIFTED_FROM + chance.int(LIFTED_YEARS)
    const watchedFrom = DAY - 8 - chance.int(540)
    const risk = risks.pick(chance)
    const measures = { removed: chance.chance(0.97), open: chance.chance(0.85) }
    for (const person of household.members) {
      if (person.lifted) member(desk, person, 'lifted', Math.max(liftedOn, person.birth))
      if (person.hardship) member(desk, person, person.hardship, Math.max(DAY - 100 - chance.int(1500), person.birth))
      if (person.disability) member(desk, person, 'disabled', Math.max(DAY - 300 - chance.int(3000), person.birth))
      if (person.monitored)
        watched(
          desk,
          person,
          Math.max(watchedFrom, person.birth),
          risk,
          removed.has(person),
          removed.has(person) ? measures.removed : measures.open,
        )
    }
    if (!household.monitored && chance.chance(0.0022)) later(desk, household, risk)
  }
}

function watched(desk: Desk, person: Resident, from: number, risk: string, removed: boolean, measure: boolean): void {
  const { chance } = desk
  const removedOn = removed
    ? Math.min(DAY, from + 1 + chance.int(Math.max(1, DAY - from)))
    : chance.chance(0.6)
      ? DAY + 20 + chance.int(900)
      : null
  member(desk, person, person.monitored as string, from, { risk, risk_removed_on: removedOn })
  helped(desk, person, from, 'officer', 0.94)
  helped(desk, person, from, 'plan', 0.85)
  if (measure) helped(desk, person, from, 'measure', 0.98)
}

/** Found after the demo's day: the number goes on moving. */
function later(desk: Desk, household: Household, risk: string): void {
  const from = DAY + 30 + desk.chance.int(LAST - DAY - 60)
  for (const person of household.members) {
    if (!aliveOn(person, from) || person.birth > from) continue
    member(desk, person, person.lifted ? 'unstable' : 'marginal', from, { risk, risk_removed_on: null })
    helped(desk, person, from, 'officer', 0.9)
    helped(desk, person, from, 'measure', 0.8)
  }
}

function member(
  desk: Desk,
  person: Resident,
  kind: string,
  from: number,
  more: { risk: string | null; risk_removed_on: number | null } = { risk: null, risk_removed_on: null },
): void {
  if (!aliveOn(person, from)) return
  const row = {
    ...desk.place(person.area),
    person_id: person.id,
    kind,
    ...more,
    valid_from: from,
    valid_to: person.death,
    ...registered(desk.chance, from),
  }
  if (row.risk_removed_on !== null && desk.chance.chance(0.4)) removalTold(desk, row, row.risk_removed_on)
  desk.rows.membership(row)
}

/** The removal of a risk was recorded days after it; until then the ledger said that it stood. */
function removalTold(desk: Desk, row: Rows['membership'], removedOn: number): void {
  const known_to = workingHour(desk.chance, removedOn + 3 + desk.chance.int(25))
  if (known_to <= (row.known_from as number)) return
  desk.rows.membership_history({ ...row, risk_removed_on: null, known_to, superseded_by: 'correction' })
  row.known_from = known_to
}

const GOALS = ['稳定就业', '技能提升', '公益性岗位安置', '产业带动', '医疗救助', '低保兜底']

export function helped(
  desk: Desk,
  person: Resident,
  from: number,
  kind: 'officer' | 'plan' | 'measure',
  share: number,
): void {
  const { chance } = desk
  if (!chance.chance(share)) return
  const start = from + chance.int(25)
  const end = kind === 'officer' || chance.chance(0.7) ? null : start + 200 + chance.int(700)
  desk.rows.assistance({
    ...desk.place(person.area),
    person_id: person.id,
    kind,
    officer: chance.pick(officers),
    goal: kind === 'officer' ? null : chance.pick(GOALS),
    valid_from: start,
    valid_to: end,
    ...prove(chance, start, end),
  })
}

export const inDifficulty = (p: Resident): boolean =>
  p.monitored !== null ||
  p.disability === 1 ||
  p.disability === 2 ||
  ['low_income', 'low_income_edge', 'destitute'].includes(p.hardship ?? '')

export const workingAge = (p: Resident, day: number): boolean =>
  ageOn(p, day) >= 16 && ageOn(p, day) < 60 && aliveOn(p, day)
