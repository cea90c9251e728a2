import type { Tx } from '../../db.ts'
import { headOf } from './freeze.ts'
import type { Frozen } from './reported.ts'
import { areaHash, chain } from './seal.ts'
import { frozenAreas } from './snapshot.sql.ts'

/** Takes every hash again from the text that is kept. The chain runs over all areas: who sees fewer cannot tell (null). */
export async function verify(tx: Tx, { snapshot, closing }: Frozen) {
  const areas = await frozenAreas(tx, snapshot.id)
  const head = headOf(snapshot)
  const broken = areas.filter((one) => areaHash(head, one) !== one.hash).map(({ area }) => area)
  const again = chain(head, snapshot.previous, areas)
  const sealed = again === snapshot.seal && (closing === undefined || closing.seal === again)
  return { areas: areas.length, broken, whole: areas.length === snapshot.areas, sealed }
}
