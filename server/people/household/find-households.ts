import type { Input, Reply } from '#domain/base/route.ts'
import type { lifeApi } from '#domain/people/identity/life.api.ts'
import { countyOf } from '#domain/places/area.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { findHouseholds } from './household.sql.ts'

const MOST = 12

/** Households of a village to choose one of. The words are written down nowhere; whom they showed is. */
export async function householdsToChoose(
  tx: Tx,
  { area, text = '', household }: Input<typeof lifeApi.findHouseholds>['body'],
  { actor }: Pick<Ctx, 'actor'>,
): Promise<Reply<typeof lifeApi.findHouseholds>> {
  const words = text.normalize('NFKC').trim()
  const asked = { county: countyOf(area), area, text: words, household: household ?? null, most: MOST + 1 }
  const found = await findHouseholds(tx, asked)
  const shown = found.slice(0, MOST)
  await recordRead(tx, actor, {
    action: 'people.list',
    object: { kind: 'person', area, ids: shown.flatMap(({ members }) => members.map(({ id }) => id)) },
    detail: 'households to choose',
    rows: shown.length,
  })
  return {
    households: shown.map(({ members, ...each }) => ({ ...each, members: members.map(({ name }) => name) })),
    more: found.length > MOST,
  }
}
