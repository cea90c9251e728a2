/** What the ledger holds of a person's insurance and work in one month, as far as a site is concerned. */
export type MonthFacts = {
  /** By whom insurance that an employer paid was in force in the month: this site, somebody else, or somebody the register does not name. */
  paid: { here: boolean; other: boolean; unnamed: boolean }
  /** The work record at the site says so of work-injury cover; null = it says nothing, or there is no such record. */
  covered: boolean | null
  /** Another job stood in the month: who paid where nobody is named cannot be told. */
  elsewhere: boolean
}
export type Insured = 'yes' | 'no' | 'unknown'

/**
 * Insured at this employer in the month. `no` only where another employer is named, or the record of work says that there is no cover
 * and no employer paid anything: what nobody recorded is unknown.
 */
export function insuredHere({ paid, covered, elsewhere }: MonthFacts): Insured {
  if (covered === true || paid.here) return 'yes'
  if (paid.unnamed) return elsewhere ? 'unknown' : 'yes'
  return paid.other || covered === false ? 'no' : 'unknown'
}

export type WageMatch = 'same' | 'less' | 'more' | 'unknown'
type Wages = {
  statedFen: number | null
  paidFen: number | null
  /** Joined or left within the month: a part of a month is not held against a whole one. */
  part: boolean
}

/** Wage paid against the wage of the work record; `percent` is how far they may differ and still be the same. */
export function wageMatch({ statedFen, paidFen, part }: Wages, percent: number): WageMatch {
  if (statedFen === null || paidFen === null || part) return 'unknown'
  if (paidFen * 100 < statedFen * (100 - percent)) return 'less'
  return paidFen * 100 > statedFen * (100 + percent) ? 'more' : 'same'
}
