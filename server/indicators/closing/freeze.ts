import type { SnapshotRow } from '#db/types.ts'
import { fail } from '#domain/base/fail.ts'
import { canonical, type SnapshotHead } from '#domain/indicators/closing/canonical.ts'
import { divisionOn, TODAY } from '#domain/places/division.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { dayInChina } from '../../access/session.ts'
import type { Tx } from '../../db.ts'
import { instantOf } from '../figure-run.sql.ts'
import type { FigureRuns } from '../figure-run.ts'
import { currentDefinitions, findFrozen } from './reported.ts'
import { readAgain } from './reread.ts'
import { areaHash, chain, sm3 } from './seal.ts'
import { insertDefinition, insertSnapshot, insertSnapshotAreas, lastSeal, lockMonth, runAreas } from './snapshot.sql.ts'

/** No transaction that writes lasts as long: what was recorded before this long ago can be seen by now. */
const SETTLED_MS = 120_000

export type By = { officer: string; postId: number; post: string } | null
type Asked = { plan: Plan; on: string; knownAt?: string | undefined; now: Date }

/** The moment to freeze at: the one asked for, or the newest at which nothing can be under way any more. Refuses a month that has not ended. */
export function momentToFreeze({ on, knownAt, now }: Omit<Asked, 'plan'>): string {
  if (dayInChina(now) <= on) refuseUnended(on)
  const settled = now.getTime() - SETTLED_MS
  const asked = knownAt === undefined ? settled : Date.parse(knownAt)
  if (dayInChina(new Date(asked)) < on) refuseEarly(on)
  return knownAt !== undefined && asked < settled ? knownAt : new Date(settled).toISOString()
}

/** The run of that moment, counted now if it was not kept. */
export const runToFreeze = (runs: FigureRuns, { plan, ...asked }: Asked) =>
  runs.get(plan, asked.on, momentToFreeze(asked))

/**
 * 冻结: copies the figures of all areas out of a run, with a hash for each and a seal over all, after reading them again from
 * the lists. Under the scope of the whole city. Refuses a closed month, figures that are frozen already, and lists that
 * no longer give the figures.
 */
export async function freeze(
  tx: Tx,
  run: { id: number; on: string; knownAt: string },
  { plan, now, onProgress }: Pick<Asked, 'plan' | 'now'> & { onProgress?: (share: number) => void },
  by: By,
): Promise<SnapshotRow> {
  const { on } = run
  await lockMonth(tx, plan.key, on, 'alone')
  const before = await findFrozen(tx, plan.key, on)
  if (before?.closing) refuseClosed(on)
  const definitions = canonical(currentDefinitions(plan))
  const knownAt = await instantOf(tx, run.knownAt)
  const head: SnapshotHead = {
    ...{ plan: plan.key, on, knownAt, definition: sm3(definitions) },
    edition: (before?.snapshot.edition ?? 0) + 1,
  }
  if (before?.snapshot.known_at === knownAt && before.snapshot.definition === head.definition) refuseSame(on)
  const counted = await runAreas(tx, run.id, [...new Set([divisionOn(on), TODAY])])
  if (counted.length === 0) refuseNothing(on)
  const areas = counted.map(({ division, area, tallies }) => {
    const figures = canonical(tallies)
    return { division, area, figures, hash: areaHash(head, { division, area, figures }) }
  })
  const { read, differing } = await readAgain(tx, { plan, on, knownAt, onProgress }, areas)
  if (differing.length > 0) refuseDiffering(differing)
  await insertDefinition(tx, head.definition, definitions)
  const previous = await lastSeal(tx, plan.key)
  const snapshot = await insertSnapshot(tx, {
    ...{ plan: plan.key, on_day: on, edition: head.edition, known_at: knownAt, frozen_at: now.toISOString() },
    ...{ definition: head.definition, unit_division: TODAY, areas: areas.length, previous },
    ...{ seal: chain(head, previous, areas), reread: read },
    ...{ officer_name: by?.officer ?? null, post_id: by?.postId ?? null, post_title: by?.post ?? null },
  })
  await insertSnapshotAreas(tx, snapshot.id, areas)
  return snapshot
}

export const headOf = (row: SnapshotRow): SnapshotHead => ({
  plan: row.plan,
  on: row.on_day,
  edition: row.edition,
  knownAt: row.known_at,
  definition: row.definition,
})

export function refuseDiffering(indicators: readonly string[]): never {
  const few = indicators.slice(0, 3).join('、')
  fail(
    'closing.figures.differ',
    {
      zh: `有 ${indicators.length} 项指标按冻结时点重新读取名单，与数字不符（${few}）。没有冻结或月结。请稍候重新冻结；仍不符请联系系统管理员核对台账。`,
      en: `${indicators.length} indicators, read again from their lists as of the frozen moment, differ from their figures (${few}). Nothing was frozen or closed. Freeze again in a moment; if it stays, have the system administrator check the ledger.`,
    },
    { status: 409 },
  )
}
export function refuseClosed(on: string): never {
  const month = on.slice(0, 7)
  fail(
    'closing.month.closed',
    {
      zh: `${month} 已月结，不再改动；之后的变化见“更正”。`,
      en: `${month} is closed and stays as it is; what changed since is a restatement.`,
    },
    { status: 409, where: { month } },
  )
}
function refuseSame(on: string): never {
  const month = on.slice(0, 7)
  fail(
    'closing.snapshot.same',
    {
      zh: `${month} 已按同一时点冻结，台账此后没有可用的变动。有更正登记后再冻结新版。`,
      en: `${month} is frozen at this very moment of knowledge; freeze a new edition after something was corrected.`,
    },
    { status: 409, where: { month } },
  )
}
function refuseUnended(on: string): never {
  fail(
    'closing.month.unended',
    { zh: `该月还没有过完，${on} 之后才能冻结。`, en: `The month has not ended: it can be frozen after ${on}.` },
    { status: 409, where: { on } },
  )
}
function refuseEarly(on: string): never {
  fail(
    'closing.moment.early',
    {
      zh: `所知时点应不早于月末 ${on}。请改选之后的时点。`,
      en: `The moment of knowledge may not lie before the month’s end, ${on}. Choose a later one.`,
    },
    { status: 422, where: { field: 'knownAt' } },
  )
}
function refuseNothing(on: string): never {
  fail(
    'closing.figures.none',
    { zh: `${on} 没有可冻结的数字。请重试。`, en: `There are no figures of ${on} to freeze. Try again.` },
    { status: 409, where: { on } },
  )
}
