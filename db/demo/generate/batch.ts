import { apportion } from '../apportion.ts'
import { type AnyTable, allTables } from '../copy/tables.ts'
import { inventHousehold } from '../people/household.ts'
import { DAY, type Household, type Resident } from '../people/resident.ts'
import { Randomness } from '../randomness.ts'
import type { Batch, Part } from '../schedule.ts'
import { writeSites } from '../sites/site-rows.ts'
import { drawSites } from '../sites/sites.ts'
import { writeSpells } from '../work/employment.ts'
import { writeEnterprises } from '../work/enterprises.ts'
import { spellsOf } from '../work/spells.ts'
import { writeOfficers, writeWishes } from '../work/wishes.ts'
import { type Course, employFreely, employLifted, employOthers } from '../work/workforce.ts'
import { Desk, newWriters, type RowSinks, sinksOf, type Writers } from './desk.ts'
import { NumberGiver } from './numbers.ts'
import { writeHousehold } from './person-rows.ts'
import { writeInsurance, writePremiums, writeTrainings } from './records.ts'
import type { Sealer } from './seal.ts'
import { drawStanding, monitor, writeStanding } from './standing.ts'
import { writeTalents } from './talents.ts'

/** Rows of one batch as COPY wants them, by table. */
export type BatchRows = { index: number; tables: { name: AnyTable; rows: number; chunks: Uint8Array[] }[] }

export function generateBatch(batch: Batch, sealer: Sealer): BatchRows {
  const writers = newWriters()
  const rows = sinksOf(writers)
  const numbers = new NumberGiver(batch)
  let id = batch.idFrom
  for (const part of batch.parts) generatePart(batch.seed, part, { rows, numbers, sealer, nextId: () => id++ })
  return { index: batch.index, tables: takeRows(writers) }
}

export function takeRows(writers: Writers): BatchRows['tables'] {
  return (Object.keys(allTables) as AnyTable[]).map((name) => ({
    name,
    rows: writers[name].rows,
    chunks: writers[name].take(),
  }))
}

type Tools = { rows: RowSinks; numbers: NumberGiver; sealer: Sealer; nextId: () => number }

function generatePart(seed: number, part: Part, tools: Tools): void {
  const chance = new Randomness(seed, part.key)
  const sites = drawSites(seed, part.sites)
  const desk = new Desk({ ...tools, chance, part, sites })
  if (part.writesSites) writeSites(desk)

  const lifted = settle(desk, part.quotas.lifted)
  drawStanding(chance, lifted, part.quotas)
  const others = [...monitoredHouseholds(desk, 'marginal'), ...monitoredHouseholds(desk, 'sudden')]
  const people = lifted.flatMap((household) => household.members)

  const courses = employLifted(chance, people, part.quotas, sites)
  const outsiders: Household[] = []
  const single = (ages: readonly [number, number]) => inventSingle(desk, outsiders, ages)
  courses.push(
    ...employFreely(
      chance,
      others.flatMap((household) => household.members),
    ),
  )
  courses.push(...employOthers(chance, part.quotas, sites, () => single([19, 62])))
  for (const { person } of courses) {
    person.works = true
    // Rules look for people at work who are said to have no capacity for it.
    if (chance.chance(0.0025)) person.capacity = chance.pick(['lost', 'none'])
  }
  const talents: Household[] = []
  writeTalents(desk, (ages, education) =>
    Object.assign(inventSingle(desk, talents, ages), { education, inSchool: false, talent: true }),
  )

  const residents = [...lifted, ...others]
  writeStanding(desk, residents)
  for (const household of residents) writeHousehold(desk, household)
  for (const household of [...outsiders, ...talents]) writeHousehold(desk, household, DAY - 700 - chance.int(900))
  for (const course of courses) writeSpells(desk, course, spellsOf(chance, course, sites), sites)
  const everybody = residents.flatMap((household) => household.members)
  writeInsurance(desk, [...everybody, ...outsiders.flatMap((h) => h.members)])
  writePremiums(desk, everybody)
  writeTrainings(desk, everybody)
  const courseOf = new Map(courses.map((course): [Resident, Course] => [course.person, course]))
  writeOfficers(desk, everybody, courseOf)
  writeWishes(desk, everybody, courseOf)
  writeEnterprises(desk, courses)
}

/** Lifted households, village after village, until the number of people is met. */
function settle(desk: Desk, people: number): Household[] {
  const { chance, part } = desk
  const weights = part.villages.map(() => 0.4 + chance.next())
  const households: Household[] = []
  apportion(people, weights).forEach((count, n) => {
    const area = part.villages[n] as number
    for (let left = count; left > 0; ) {
      const household = inventHousehold(chance, {
        county: desk.part.sites.countyThen,
        area,
        nextId: desk.nextId,
        lifted: true,
        most: left,
      })
      households.push(household)
      left -= household.members.length
    }
  })
  return households
}

function monitoredHouseholds(desk: Desk, kind: string): Household[] {
  const { chance, part } = desk
  const households: Household[] = []
  for (let left = part.quotas.monitored[kind] ?? 0; left > 0; ) {
    const area = chance.pick(part.villages)
    const household = inventHousehold(chance, {
      county: part.sites.countyThen,
      area,
      nextId: desk.nextId,
      lifted: false,
      most: 7,
    })
    left -= monitor(household, kind, left)
    households.push(household)
  }
  return households
}

/** Somebody with a file of their own and a household of one. */
function inventSingle(desk: Desk, into: Household[], [low, high]: readonly [number, number]): Resident {
  const { chance, part } = desk
  const area = chance.pick(part.villages)
  const household = inventHousehold(chance, {
    county: part.sites.countyThen,
    area,
    nextId: desk.nextId,
    lifted: false,
    most: 1,
  })
  into.push(household)
  const [person] = household.members as [Resident]
  person.birth = DAY - Math.floor(chance.between(low, high) * 365.25) - chance.int(365)
  return Object.assign(person, {
    death: null,
    inSchool: false,
    disability: null,
    health: 'healthy',
    capacity: 'ordinary',
    relation: chance.pick(['head', 'spouse', 'child']),
  })
}
