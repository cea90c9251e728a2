import { contains } from '#domain/places/area.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import type { FoundPerson } from '../../../people/list/find-person.ts'
import { areaNames } from '../../../places/area-names.ts'
import * as refuse from '../agreement/corridor-refusals.ts'
import { type Batch, findBatch, lockBatch } from './batch.sql.ts'

/** The person an audit line is about. */
export const aboutPerson = ({ county, area, id }: FoundPerson) => ({ object: { kind: 'person', county, area, id } })

/** A batch that the acting post sends; refused with the unit that does. */
export async function heldBatch(tx: Tx, id: number, ctx: Ctx): Promise<Batch> {
  const batch = (await findBatch(tx, id)) ?? refuse.noBatch()
  if (ctx.post.area === null || !contains(ctx.post.area, batch.area))
    refuse.notHeld((await areaNames(tx)).pathOf(batch.area))
  return batch
}

/** One that has not left, locked so that nobody lets it leave meanwhile. */
export async function unleftBatch(tx: Tx, id: number, ctx: Ctx): Promise<Batch> {
  const batch = (await lockBatch(tx, await heldBatch(tx, id, ctx))) ?? refuse.noBatch()
  return batch.left_on === null ? batch : refuse.hasLeft()
}
