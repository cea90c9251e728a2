import type { Static } from 'typebox'
import { findOccupations, groupsOf } from '#domain/jobs/occupation/occupation.ts'
import type { OccupationOffer } from '#domain/jobs/vacancy/vacancy.api.ts'
import { jobData } from './job-data.ts'

/** Occupations for what somebody calls them, the likeliest first, with the groups they lie in. */
export function occupationOffers(text: string, limit?: number): Static<typeof OccupationOffer>[] {
  const { occupations } = jobData()
  return findOccupations(occupations, text, limit).map(({ code, name, alias, how }) => ({
    ...{ code, name, alias, how },
    groups: groupsOf(occupations, code).map((group) => group.name),
  }))
}
