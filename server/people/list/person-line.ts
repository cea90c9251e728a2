import type { Static } from 'typebox'
import { dayNumber } from '#domain/base/date.ts'
import type { PersonLine } from '#domain/people/people.api.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { type PersonKey, type PersonLineRow, personLineRows } from './person-line.sql.ts'

export type { PersonKey }

/** People as every list shows them, in the order of the keys; those the post cannot see are left out. One query. */
export async function personLines(
  tx: Tx,
  keys: readonly PersonKey[],
  clocks: Clocks,
): Promise<Static<typeof PersonLine>[]> {
  if (keys.length === 0) return []
  const rows = await personLineRows(tx, keys, clocks)
  const names = await areaNames(tx)
  return rows.map((row) => personLine(row, clocks.on, names))
}

function personLine(row: PersonLineRow, on: string, names: AreaNames): Static<typeof PersonLine> {
  return {
    id: row.id,
    name: row.name,
    identity: row.id_mask,
    sex: row.sex,
    age: ageOn(row.birth_date, on),
    area: row.area,
    areaName: names.pathOf(row.area),
    memberships: row.memberships ?? [],
    work: row.since === null ? null : { channel: row.channel, employer: row.employer, since: row.since },
    verifiedOn: row.verified_on,
  }
}

/** Whole years, as the fact `age` counts them; null where the birthday is not recorded or still to come. */
export function ageOn(birth: string | null, on: string): number | null {
  if (birth === null || dayNumber(birth) > dayNumber(on)) return null
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4))
  return on.slice(5) < birth.slice(5) ? years - 1 : years
}
