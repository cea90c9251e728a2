/**
 * What a city-wide run reads, as columns: one place in every array for each person and each vacancy. Sex, ethnicity and household
 * registration have no column, so nothing that is computed from a market can depend on them. Rows stand in the order of their ids.
 */
export type Market = {
  people: People
  vacancies: Vacancies
  /** Place numbers in use: every county-level unit of the city and every province outside it that is a home, a wish or a vacancy's place. */
  places: number
  /** Small classes (小类) of the classification of occupations in use, in the order of their codes. */
  occupations: number
  /** Middle class (中类) of each small class: neighbours in one middle class are related. */
  middleClass: Uint16Array
}

export type People = {
  count: number
  /** Place of the home. */
  home: Uint16Array
  /** Last six digits of the home's division code: town and village. */
  village: Int32Array
  /** Completed years on the day of the run; 0 when the birth date is not known. */
  age: Uint8Array
  /** Assistance tier, 0 is served first; at most 7. */
  tier: Uint8Array
  /** 1 primary school or none … 6 university; 0 not known. */
  schooling: Uint8Array
  /** A bit for each certificate held and verified. */
  certificates: Int32Array
  /** A bit for each demand (body, hours, months) that the person cannot meet. */
  cannot: Int32Array
  /** Least wage, yuan a month; 0 when none was stated. */
  wageFloor: Uint16Array
  /** How far from home within the home county: 0 own village, 1 own town, 2 all of it. */
  reach: Uint8Array
  /** 1 where a verified fact (care for others, health) keeps the person in the home county. */
  stays: Uint8Array
  /** Wished occupations, best first: `wish[wishAt[i] … wishAt[i + 1])`. */
  wishAt: Uint32Array
  wish: Uint16Array
  /** Wished places, best first. */
  placeAt: Uint32Array
  place: Uint16Array
  /** Occupations the file knows: worked in (level 0), or certified, 1 junior (初级工) … 5 senior technician (高级技师). */
  skillAt: Uint32Array
  skill: Uint16Array
  skillLevel: Uint8Array
  /** A published random rank, each number once. */
  lottery: Uint32Array
}

export type Vacancies = {
  count: number
  occupation: Uint16Array
  place: Uint16Array
  /** Last six digits of its division code; 0 outside the city or when not known. */
  village: Int32Array
  openings: Int32Array
  /** Yuan a month. */
  wageLow: Uint16Array
  wageHigh: Uint16Array
  schooling: Uint8Array
  certificates: Int32Array
  /** Level of verified skill in its occupation that it asks for; 0 none. */
  skill: Uint8Array
  demands: Int32Array
  ageMin: Uint8Array
  /** 127 where no rule sets one. */
  ageMax: Uint8Array
  /** An index of `KINDS`. */
  kind: Uint8Array
}

/** What kind of vacancy it is: with an employer, in an employment-assistance workshop, a public post. */
export const KINDS = ['ordinary', 'workshop', 'publicPost'] as const
export const WORKSHOP = 1
export const PUBLIC_POST = 2

/** Bits of `demands` and `cannot`; the months 1 to 12 follow from `MONTHS_FROM`. */
export const BODY = ['lifting', 'standing', 'heights', 'heat', 'dust', 'noise', 'sight', 'hearing'] as const
export const HOURS = ['nights', 'shifts', 'longDays', 'weekends'] as const
export const HOURS_FROM = 8
export const MONTHS_FROM = 12
export const BODY_BITS = 0x0000ff
export const HOURS_BITS = 0x000f00
export const MONTH_BITS = 0xfff000

/** Limits of the packed forms the engine works on. */
export const MOST_PEOPLE = 1 << 24
export const MOST_VACANCIES = 1 << 20
export const NO_AGE_LIMIT = 127
/** Upper wage of a vacancy that states none: it bars nobody, and is worth what wages are compared with. */
export const WAGE_NOT_STATED = 65_535

/** 劳动法 article 15: nobody under sixteen; article 64: nobody under eighteen in hazardous work. */
export const WORKING_AGE = 16
export const HAZARDOUS_AGE = 18

const COLUMNS = {
  u8: (length: number) => new Uint8Array(new SharedArrayBuffer(length)),
  u16: (length: number) => new Uint16Array(new SharedArrayBuffer(length * 2)),
  u32: (length: number) => new Uint32Array(new SharedArrayBuffer(length * 4)),
  i32: (length: number) => new Int32Array(new SharedArrayBuffer(length * 4)),
}

/** An array of zeros in memory that threads share. */
export const shared = <C extends keyof typeof COLUMNS>(column: C, length: number): ReturnType<(typeof COLUMNS)[C]> =>
  COLUMNS[column](length) as ReturnType<(typeof COLUMNS)[C]>

/** Columns for so many people, who state so many wishes, places and skills in all. */
export function emptyPeople(count: number, wishes: number, places: number, skills: number): People {
  return {
    count,
    home: shared('u16', count),
    village: shared('i32', count),
    age: shared('u8', count),
    tier: shared('u8', count),
    schooling: shared('u8', count),
    certificates: shared('i32', count),
    cannot: shared('i32', count),
    wageFloor: shared('u16', count),
    reach: shared('u8', count),
    stays: shared('u8', count),
    wishAt: shared('u32', count + 1),
    wish: shared('u16', wishes),
    placeAt: shared('u32', count + 1),
    place: shared('u16', places),
    skillAt: shared('u32', count + 1),
    skill: shared('u16', skills),
    skillLevel: shared('u8', skills),
    lottery: shared('u32', count),
  }
}

export function emptyVacancies(count: number): Vacancies {
  return {
    count,
    occupation: shared('u16', count),
    place: shared('u16', count),
    village: shared('i32', count),
    openings: shared('i32', count),
    wageLow: shared('u16', count),
    wageHigh: shared('u16', count),
    schooling: shared('u8', count),
    certificates: shared('i32', count),
    skill: shared('u8', count),
    demands: shared('i32', count),
    ageMin: shared('u8', count),
    ageMax: shared('u8', count),
    kind: shared('u8', count),
  }
}
