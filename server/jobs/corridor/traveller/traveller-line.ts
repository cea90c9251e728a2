import type { TravellerLine } from '#domain/jobs/corridor/batch.api.ts'
import { travellerState } from '#domain/jobs/corridor/batch-state.ts'
import { ageOn } from '../../../people/list/person-line.ts'
import type { AreaNames } from '../../../places/area-names.ts'
import type { NamedTraveller, Traveller } from './traveller.sql.ts'

export const stateOf = (row: Traveller) =>
  travellerState({
    ...{ boarded: row.boarded, arrivedOn: row.arrived_on, missing: row.missing },
    ...{ startedOn: row.started_on, returnedOn: row.returned_on },
  })

/** A traveller as the list of a batch shows one: numbers masked. */
export const travellerLine = (row: NamedTraveller, on: string, names: AreaNames): TravellerLine => ({
  ...{ id: row.id, person: row.person_id, name: row.name, identity: row.id_mask, phone: row.phone_mask },
  ...{ age: ageOn(row.birth_date, on), areaName: names.pathOf(row.area), state: stateOf(row) },
  ...{ absence: row.absence, missing: row.missing, arrivedOn: row.arrived_on, startedOn: row.started_on },
  ...{ returnedOn: row.returned_on, returnReason: row.return_reason, knownFrom: row.known_from },
})
