import type { WorkWishRow } from '#db/types.ts'
import type { Day } from '#domain/base/date.ts'
import type { PersonLine } from '#domain/jobs/lines/person-line.ts'
import { CITY_WIDE, placeOf, villageOf } from '#domain/jobs/lines/place-codes.ts'
import type { SmallClasses } from '#domain/jobs/lines/small-classes.ts'
import type { VacancyLine } from '#domain/jobs/lines/vacancy-line.ts'
import {
  BODY,
  HOURS,
  HOURS_FROM,
  MONTH_BITS,
  MONTHS_FROM,
  NO_AGE_LIMIT,
  WAGE_NOT_STATED,
} from '#domain/jobs/market/market.ts'
import type { OpenVacancy } from './open-vacancies.sql.ts'

/** What the ledger knows of somebody who was asked. */
export type Wisher = Pick<
  WorkWishRow,
  'person_id' | 'area' | 'occupations' | 'reach' | 'provinces' | 'wage_floor_fen' | 'cannot' | 'busy_months'
> & {
  birth_date: Day | null
  education: string | null
  /** Assistance tier, 0 is served first. */
  tier: number
  /** Occupations worked in. */
  worked: string[]
  /** Courses that ended with a certificate. */
  certificates: string[]
}

const SCHOOLING: Readonly<Record<string, number>> = {
  ...{ none: 1, primary: 1, junior: 2, senior: 3, vocational: 3, college: 4, bachelor: 5, master: 6 },
}
const REACH: Readonly<Record<string, number>> = { village: 0, town: 1 }

/** A person as matching sees them; without sex, ethnicity or household registration, which it has no column for. */
export function personLine(wisher: Wisher, occupations: SmallClasses, on: Day): PersonLine {
  const home = placeOf(wisher.area)
  const small = (codes: readonly string[]) => [...new Set(codes.flatMap((code) => occupations.find(code) ?? []))]
  return {
    ...{
      id: String(wisher.person_id),
      area: wisher.area,
      age: ageOn(wisher.birth_date, on),
      tier: wisher.tier,
    },
    schooling: SCHOOLING[wisher.education ?? ''] ?? 0,
    ...{ certificates: wisher.certificates, cannot: cannotBits(wisher) },
    ...{ wageFloor: Math.min(65_535, Math.floor((wisher.wage_floor_fen ?? 0) / 100)), reach: REACH[wisher.reach] ?? 2 },
    ...{ stays: 0, occupations: small(wisher.occupations), places: placesOf(wisher, home) },
    skills: small(wisher.worked).map((occupation) => ({ occupation, level: 0 })),
  }
}

function placesOf({ reach, provinces }: Wisher, home: number): number[] {
  if (reach === 'city') return [home, CITY_WIDE]
  return reach === 'away' ? [home, CITY_WIDE, ...provinces.map(placeOf)] : [home]
}

/** Completed years; 0 when not known. */
export function ageOn(birth: Day | null, on: Day): number {
  if (birth === null) return 0
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return Math.max(0, years - (on.slice(5) < birth.slice(5) ? 1 : 0))
}

function cannotBits({ cannot, busy_months }: Wisher): number {
  const body = BODY.map((key, at) => (cannot.includes(key) ? 1 << at : 0))
  const hours = HOURS.map((key, at) => (cannot.includes(key) ? 1 << (HOURS_FROM + at) : 0))
  const months = busy_months.map((month) => 1 << (MONTHS_FROM + month - 1))
  return [...body, ...hours, ...months].reduce((bits, bit) => bits | bit, 0)
}

const LONGEST_DAY = 8
const DAYS_OF_MONTH = 21.75

/** A vacancy as matching sees it. Wages are yuan a month: a day over 21.75 days, an hour over eight hours of them (an assumption). */
export function vacancyLine(row: OpenVacancy, occupations: SmallClasses): VacancyLine | undefined {
  const occupation = occupations.find(row.occupation)
  // Somewhere in the city is no place that could be near or far.
  if (occupation === undefined || placeOf(row.place) === CITY_WIDE) return undefined
  const [low, high] = wageOf(row)
  return {
    ...{ id: String(row.id), occupation, place: placeOf(row.place), village: villageOf(row.place) },
    ...{ openings: row.openings - row.taken, wageLow: low, wageHigh: high },
    schooling: SCHOOLING[row.education ?? ''] ?? 0,
    certificates: certificatesIn(row.certificate),
    ...{ skill: 0, demands: demandBits(row), ageMin: row.age_from, ageMax: row.age_to ?? NO_AGE_LIMIT },
    kind: row.kind === 'workshop' ? 1 : row.kind === 'public_post' ? 2 : 0,
  }
}

/** Names of certificates that a vacancy asks for. */
export const certificatesIn = (text: string | null): string[] =>
  (text ?? '').split(/[、,，;；]/).flatMap((name) => name.trim() || [])

/** A wage that is not stated bars nobody; whoever shows it says that it is unknown. */
function wageOf({ wage_form, wage_low_fen, wage_high_fen }: OpenVacancy): [number, number] {
  const factor = { day: DAYS_OF_MONTH, hour: DAYS_OF_MONTH * LONGEST_DAY }[wage_form] ?? 1
  const yuan = (fen: number) => Math.min(WAGE_NOT_STATED - 1, Math.round((fen / 100) * factor))
  const [low, high] = [wage_low_fen ?? wage_high_fen, wage_high_fen ?? wage_low_fen]
  return low === null || high === null ? [0, WAGE_NOT_STATED] : [yuan(low), yuan(high)]
}

/** Of hours only the length of the day is recorded as such; work all year asks for every month, flexible work for none. */
function demandBits({ hazards, hours_per_day, season }: OpenVacancy): number {
  const bit = (key: (typeof BODY)[number]) => 1 << BODY.indexOf(key)
  const lifting = hazards.includes('lifting') || hazards.includes('labour_4') ? bit('lifting') : 0
  const heights = hazards.includes('height') ? bit('heights') : 0
  const long = (hours_per_day ?? 0) > LONGEST_DAY ? 1 << (HOURS_FROM + HOURS.indexOf('longDays')) : 0
  return lifting | heights | long | (season === null || season === 'year_round' ? MONTH_BITS : 0)
}
