import type { Words } from '#domain/base/fail.ts'
import type { AreaCode } from '#domain/places/area.ts'
import { findProvince } from '#domain/places/provinces.ts'
import type { PlanCorridor } from '#domain/plan/corridor.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../../db.ts'
import { areaNames } from '../../../places/area-names.ts'
import type { Corridor } from './corridor.sql.ts'
import { findCorridor, listCorridorRows } from './corridor.sql.ts'
import * as refuse from './corridor-refusals.ts'

/** An agreement, whoever states it: the plan, or an officer. */
export type Agreement = {
  key: string
  name: Words
  sending: AreaCode
  receiving: AreaCode
  receivingName: Words
  receiver: string | null
  origin: 'plan' | 'officer'
  source: string
  yearFrom: number | null
  yearTo: number | null
  /** Of a year; null where none is stated. */
  taskOf(year: number): { people: number | null; lifted: number | null }
  plan: PlanCorridor | undefined
  /** As an officer entered it; undefined of the plan's. */
  row: Corridor | undefined
}

const byPlan = (plan: Plan, corridor: PlanCorridor): Agreement => ({
  ...{ key: corridor.key, name: corridor.name, sending: corridor.sending, receiving: corridor.receiving.place },
  ...{ receivingName: corridor.receiving.name, receiver: null, origin: 'plan', source: corridor.source },
  ...{ yearFrom: null, yearTo: null, plan: corridor, row: undefined },
  taskOf: (year) => {
    const task = plan.tasks.find((each) => each.indicator === corridor.indicator && each.year === year)
    return { people: task?.value ?? null, lifted: null }
  },
})

const both = (text: string): Words => ({ zh: text, en: text })

async function byOfficer(tx: Tx, row: Corridor): Promise<Agreement> {
  const names = await areaNames(tx)
  const { year_from: from, year_to: to } = row
  return {
    ...{ key: `c${row.id}`, name: both(row.name), sending: row.area, receiving: row.receiving },
    receivingName: findProvince(row.receiving) ?? both(names.pathOf(row.receiving)),
    ...{
      receiver: row.receiver,
      origin: 'officer',
      source: row.document,
      yearFrom: from,
      yearTo: to,
      plan: undefined,
      row,
    },
    taskOf: (year) =>
      year >= from && (to === null || year <= to)
        ? { people: row.task_people, lifted: row.task_lifted }
        : { people: null, lifted: null },
  }
}

/** Those of the plan first, then those that officers entered, as they were entered. */
export async function agreementsOf(tx: Tx, plan: Plan): Promise<Agreement[]> {
  const rows = await listCorridorRows(tx)
  return [
    ...plan.corridors.map((corridor) => byPlan(plan, corridor)),
    ...(await Promise.all(rows.map((row) => byOfficer(tx, row)))),
  ]
}

/** Refuses (404) a key that no agreement has. */
export async function getAgreement(tx: Tx, plan: Plan, key: string): Promise<Agreement> {
  const stated = plan.corridors.find((corridor) => corridor.key === key)
  if (stated) return byPlan(plan, stated)
  const id = /^c(\d{1,15})$/.exec(key)?.[1]
  const row = id === undefined ? undefined : await findCorridor(tx, Number(id))
  return row ? byOfficer(tx, row) : refuse.noAgreement()
}
