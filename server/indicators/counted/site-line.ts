import type { Static } from 'typebox'
import type { SiteLine } from '#domain/places/places.api.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import type { CountedKey } from '../indicator.sql.ts'
import { siteLines } from './site-line.sql.ts'

/** Sites as every list shows them, in the order of the keys. */
export async function sitesOf(tx: Tx, keys: readonly CountedKey[], clocks: Clocks): Promise<Static<typeof SiteLine>[]> {
  const names = await areaNames(tx)
  const rows = await siteLines(tx, keys, clocks)
  return rows.map((row) => ({ ...row, areaName: names.pathOf(row.area) }))
}
