import type { ClosingRow } from '#db/types.ts'
import { fail } from '#domain/base/fail.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { type Actor, CITY, confirm, type Desk, mayConfirm, refuseNotNow } from './approve.ts'
import { refuseDiffering } from './freeze.ts'
import { planAsReported } from './reported.ts'
import { readAgain } from './reread.ts'
import { frozenAreas, insertClosing } from './snapshot.sql.ts'
import { verify } from './verify.ts'

type Asked = { seal: string; inPlaceReason?: string | undefined }

/**
 * 月结: the city approves the month. The hashes are taken again and the lists read again as of the frozen moment: what was
 * frozen while something was still being recorded would show here. Refuses while counties are outstanding, unless in place.
 */
export async function close(
  tx: Tx,
  desk: Desk,
  plan: Plan,
  asked: Asked & { onProgress?: (share: number) => void },
  who: Actor,
): Promise<ClosingRow> {
  const { snapshot } = desk
  const city = mayClose(desk, asked, who)
  await confirm(tx, desk, city, asked.inPlaceReason, who)
  const { broken, sealed } = await verify(tx, { snapshot, closing: undefined })
  if (broken.length > 0 || !sealed) refuseBroken()
  const then = await planAsReported(tx, plan, snapshot)
  const areas = await frozenAreas(tx, snapshot.id)
  const asOf = { plan: then, on: snapshot.on_day, knownAt: snapshot.known_at, onProgress: asked.onProgress }
  const { read, differing } = await readAgain(tx, asOf, areas)
  if (differing.length > 0) refuseDiffering(differing)
  return insertClosing(tx, {
    ...{ plan: snapshot.plan, on_day: snapshot.on_day, snapshot: snapshot.id, seal: snapshot.seal, reread: read },
    ...{ closed_at: who.now.toISOString(), officer_id: who.officer.id, officer_name: who.officer.name },
    ...{ post_id: who.post.id, post_title: who.post.title },
  })
}

/** The city's unit, where the month can be closed as asked; refuses otherwise. */
export function mayClose(desk: Desk, { seal, inPlaceReason }: Asked, who: Actor) {
  const city = desk.units.find(({ area }) => area === CITY)
  if (!city) return refuseNotNow(desk, CITY, 'waiting')
  if (seal !== desk.snapshot.seal) refuseSeal()
  mayConfirm(desk, city, inPlaceReason, who)
  return city
}

function refuseSeal(): never {
  fail(
    'closing.snapshot.stale',
    {
      zh: '您看过之后，本月已重新冻结，没有月结。请刷新后核对新版。',
      en: 'The month was frozen anew after you looked at it and was not closed. Reload and check the new edition.',
    },
    { status: 409 },
  )
}

function refuseBroken(): never {
  fail(
    'closing.seal.broken',
    {
      zh: '冻结的数字与封签不符，没有月结。请重新冻结，并请审计管理员查看。',
      en: 'The frozen figures do not fit their seal; the month was not closed. Freeze it anew and tell the audit administrator.',
    },
    { status: 409 },
  )
}
