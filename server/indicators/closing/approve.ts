import type { SnapshotRow } from '#db/types.ts'
import { inScope } from '#domain/access/scope.ts'
import { fail } from '#domain/base/fail.ts'
import { type DueDays, dueDays, monthOf } from '#domain/indicators/closing/month.ts'
import {
  childrenOf,
  outstandingBelow,
  transitions,
  type Unit,
  type UnitAct,
  type UnitState,
  unitLevel,
  unitStateWords,
} from '#domain/indicators/closing/unit-state.ts'
import { contains } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { dayInChina } from '../../access/session.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { insertApprovals, type SaidOf } from './approval.sql.ts'
import { refuseClosed } from './freeze.ts'
import { getFrozen } from './reported.ts'
import { lockMonth } from './snapshot.sql.ts'
import { type Units, unitsOf } from './units.ts'

/** The unit of the whole city. */
export const CITY = 500_000_000_000

/** Who says something of figures, and when. */
export type Actor = {
  officer: Pick<Ctx['officer'], 'id' | 'name'>
  post: Pick<Ctx['post'], 'id' | 'title' | 'area' | 'scope'>
  now: Date
}
/** A unit, by the figures that were looked at. */
export type Looked = { area: number; hash: string }
export type Desk = Units & { snapshot: SnapshotRow; due: DueDays; today: string }

/** What a post finds on its desk for a month that is frozen and not closed; held until the act is done. */
export async function openDesk(tx: Tx, plan: Plan, on: string, now: Date, how: 'alone' | 'together'): Promise<Desk> {
  await lockMonth(tx, plan.key, on, how)
  const { snapshot, closing } = await getFrozen(tx, plan.key, on)
  if (closing) refuseClosed(on)
  return { ...(await unitsOf(tx, snapshot)), snapshot, due: dueDays(plan, monthOf(on)), today: dayInChina(now) }
}

type Standing = Pick<Desk, 'units' | 'states' | 'due' | 'today'>

/** What a post may do with a unit; `outstanding` units below it have not confirmed. The city's own confirmation is the closing. */
export function actsOf({ units, states, due, today }: Standing, own: number, area: number): UnitAct[] {
  const state = states.get(area)
  if (!state || !contains(own, area)) return []
  const late = (of: number) => isLate(due, of, today)
  const below = childrenOf(units).get(area) ?? []
  const complete = below.every((unit) => states.get(unit.area) === 'confirmed')
  const possible: Record<UnitAct, boolean> = {
    confirm: own === area && complete,
    confirm_in_place: own === area ? !complete && below.every((unit) => late(unit.area)) : late(area),
    send_back: true,
  }
  return (Object.keys(transitions[state]) as UnitAct[]).filter((act) => possible[act])
}

const isLate = (due: DueDays, area: number, today: string): boolean => {
  const day = due[unitLevel(area)]
  return day !== null && today > day
}

/**
 * 确认: the figures of a unit are right. Where units below have not said so, or the unit is another's, it is done in their place:
 * after their due day, with a reason, each with a line of its own. How many units are confirmed by it.
 */
export async function confirm(
  tx: Tx,
  desk: Desk,
  { area, hash }: Looked,
  inPlaceReason: string | undefined,
  who: Actor,
): Promise<number> {
  const { unit, inPlace } = mayConfirm(desk, { area, hash }, inPlaceReason, who)
  const others = outstandingBelow(desk.units, desk.states, area)
  const said: SaidOf[] = [...others, unit].map((one) => ({ ...one, inPlace: one.area !== who.post.area }))
  await say(tx, desk, 'confirmed', inPlace ? inPlaceReason! : null, said, who)
  return said.length
}

/** The unit looked at, and whether it is confirmed in the place of others; refuses what may not be confirmed as asked. */
export function mayConfirm(desk: Desk, looked: Looked, inPlaceReason: string | undefined, who: Actor) {
  const { unit, state } = unitOf(desk, looked, who)
  const acts = actsOf(desk, who.post.area!, unit.area)
  const inPlace = !acts.includes('confirm')
  if (inPlace && !acts.includes('confirm_in_place')) refuseNotNow(desk, unit.area, state)
  if (inPlace && !inPlaceReason) refuseUnsaid()
  refuseOwnWork(desk, unit.area, who)
  return { unit, inPlace }
}

/** 退回: the figures of a unit are wrong; they wait for the ledger to be corrected and frozen anew, or for the unit to stand by them. */
export async function sendBack(tx: Tx, desk: Desk, looked: Looked, reason: string, who: Actor): Promise<void> {
  const { unit, state } = unitOf(desk, looked, who)
  if (!actsOf(desk, who.post.area!, unit.area).includes('send_back')) refuseNotNow(desk, unit.area, state)
  await say(tx, desk, 'sent_back', reason, [{ ...unit, inPlace: unit.area !== who.post.area }], who)
}

const say = (
  tx: Tx,
  desk: Desk,
  act: 'confirmed' | 'sent_back',
  reason: string | null,
  units: SaidOf[],
  { officer, post, now }: Actor,
) =>
  insertApprovals(
    tx,
    {
      ...{ snapshot: desk.snapshot.id, act, reason, acted_at: now.toISOString() },
      ...{ officer_id: officer.id, officer_name: officer.name, post_id: post.id, post_title: post.title },
    },
    units,
  )

function unitOf(desk: Desk, { area, hash }: Looked, { post }: Actor): { unit: Unit; state: UnitState } {
  const unit = inScope(post.scope, area) ? desk.units.find((one) => one.area === area) : undefined
  if (!unit) return refuseNoUnit(area)
  if (unit.hash !== hash) refuseStale()
  return { unit, state: desk.states.get(area)! }
}

/** 自做自审: whoever confirmed a part under another post is not the one to confirm the whole. */
function refuseOwnWork({ lines }: Pick<Desk, 'lines'>, area: number, { officer, post }: Actor): void {
  const own = lines.find(
    (line) =>
      line.act === 'confirmed' &&
      line.officer_id === officer.id &&
      line.post_id !== post.id &&
      contains(area, line.area),
  )
  if (!own) return
  fail(
    'closing.approval.ownWork',
    {
      zh: `您已以“${own.post_title}”的身份确认过其中的数字，上一级请由另一人确认。`,
      en: `You confirmed figures in it as “${own.post_title}”; the level above is for somebody else to confirm.`,
    },
    { status: 403 },
  )
}

function refuseNoUnit(area: number): never {
  return fail(
    'closing.unit.absent',
    {
      zh: '本月没有这个单位的数字，或它不在当前岗位范围内。请从月份列表重新打开，或切换岗位。',
      en: 'The month has no figures of this unit, or it lies outside your post. Open it again from the months, or change posts.',
    },
    { status: 404, where: { area } },
  )
}

function refuseStale(): never {
  fail(
    'closing.figures.stale',
    {
      zh: '您看过之后，数字已重新冻结，本次没有保存。请刷新后核对新的数字。',
      en: 'The figures were frozen anew after you looked at them; nothing was saved. Reload and check the new ones.',
    },
    { status: 409 },
  )
}

function refuseUnsaid(): never {
  fail(
    'closing.reason.missing',
    {
      zh: '下级还没有确认。代为确认请写明原因（不少于4个字）。',
      en: 'Units below have not confirmed. To confirm in their place, say why (at least four characters).',
    },
    { status: 422, where: { field: 'inPlaceReason' } },
  )
}

export function refuseNotNow({ due }: Pick<Desk, 'due'>, area: number, state: UnitState): never {
  const below = { village: null, town: due.village, county: due.town, city: due.county }[unitLevel(area)]
  const after = state === 'waiting' && below ? below : due[unitLevel(area)]
  fail(
    'closing.unit.notNow',
    {
      zh: `该单位现为“${unitStateWords[state].zh}”，现在不能这样办。${after ? `确认期限 ${after} 过后可以代为确认；` : ''}请先等下级确认。`,
      en: `The unit is “${unitStateWords[state].en}”: this cannot be done now. ${after ? `It can be confirmed in place after ${after}; ` : ''}wait for the units below first.`,
    },
    { status: 409, where: { area } },
  )
}

/** What the city says of the whole is the closing. */
export function refuseCity(): never {
  fail(
    'closing.unit.city',
    { zh: '市级的确认就是月结，请用“月结”。', en: 'The city confirms by closing the month: use “close”.' },
    { status: 409 },
  )
}
