import { dayNumber } from '#domain/base/date.ts'
import { DEMO_DAY } from '../calibration.ts'
import type { PersonName } from './person-name.ts'

export const DAY = dayNumber(DEMO_DAY)
export const YEAR = 365.25

/** A person before any row is written: what life courses are drawn for. */
export type Resident = {
  id: number
  area: number
  household: Household
  relation: string
  male: boolean
  birth: number
  death: number | null
  ethnic: string
  name: PersonName
  education: string
  inSchool: boolean | null
  health: string
  capacity: string | null
  disability: number | null
  lifted: boolean
  /** On the lists of people in difficulty, by kind of membership. */
  hardship: string | null
  monitored: string | null
  /** Took part in working life; filled by the life course. */
  works: boolean
  /** Has an officer in charge. */
  watched: boolean
  /** Has worked outside the city; has worked with a contract and insured. */
  away: boolean
  formal: boolean
  founder: boolean
  talent: boolean
}
export type Household = {
  id: number
  area: number
  relocated: boolean | null
  unsafe: boolean | null
  members: Resident[]
  monitored: string | null
}

export const ageOn = (person: { birth: number }, day: number): number => Math.floor((day - person.birth) / YEAR)
export const aliveOn = (person: { death: number | null }, day: number): boolean =>
  person.death === null || person.death > day
