import type { CountyCounts } from '../../people/count/county-counts.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import type { Plans } from './site-kind.ts'

/** What the wiring gives to what answers for sites and the people on their rosters. */
export type SitesGiven = Pick<PeopleGiven, 'saving' | 'redetermine'> &
  Plans & {
    /** The day that is asked about where none is named. */
    on(): string
    /** What is counted of sites, kept by county. */
    counts: CountyCounts
  }
