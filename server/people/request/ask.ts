import { withinScope } from '#domain/access/scope.ts'
import type { Words } from '#domain/base/fail.ts'
import { fail } from '#domain/base/fail.ts'
import { recordWrite } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { PersonVersion } from '../merge/person-version.sql.ts'
import { type ChangeRequest, insertRequest } from './request.sql.ts'

export type Asked = { request: number }
export type Asking = Pick<ChangeRequest, 'kind' | 'reason' | 'content'> &
  Partial<Pick<ChangeRequest, 'other_id' | 'to_area' | 'id_index'>>

/** A request about a file, logged; refused (`people.request.waiting`) while another of the kind is waiting. */
export async function askFor(
  tx: Tx,
  person: PersonVersion,
  asking: Asking,
  { actor, officer, post, now }: Ctx,
): Promise<Asked> {
  try {
    const id = await insertRequest(tx, {
      ...{
        county: person.county,
        area: person.area,
        person_id: person.id,
        other_id: null,
        to_area: null,
        id_index: null,
      },
      ...asking,
      ...{ reason: asking.reason.trim(), asked_by: post.id, asked_officer: officer.id, asked_title: post.title },
      ...{ asked_lo: post.scope.lo, asked_hi: post.scope.hi, asked_at: now.toISOString() },
    })
    await recordWrite(tx, actor, {
      action: 'people.record',
      object: { kind: 'person', county: person.county, area: person.area, id: person.id },
      fields: [asking.kind],
      detail: `ask ${asking.kind} ${id}`,
      reason: asking.reason,
      rows: 1,
    })
    return { request: id }
  } catch (error) {
    if ((error as { code?: string }).code === '23505') refuseWaiting()
    throw error
  }
}

type Decider = Pick<Ctx, 'officer' | 'post'>

/**
 * Why this post may not decide a request; null = it may. Never who asked; else a post that sees all that the asking post sees, or,
 * of a move, one that receives.
 */
export function hindrance(request: ChangeRequest, { officer, post }: Decider): Words | null {
  if (request.asked_officer === officer.id) return OWN
  const above = withinScope(post.scope, { lo: request.asked_lo, hi: request.asked_hi })
  if (request.kind !== 'move') return above ? null : LOWER
  const receives = request.to_area !== null && request.to_area >= post.scope.lo && request.to_area < post.scope.hi
  return receives ? null : NOT_RECEIVING
}
const OWN: Words = {
  zh: '申请人本人不能复核自己的申请，请由同级另一位或上级经办人复核。',
  en: 'Who asked does not decide: another officer of the post’s level, or the office above, does.',
}
const LOWER: Words = {
  zh: '应由与申请岗位同级或上级的经办人复核。',
  en: 'This is for a post of the same area as the one that asked, or of one above it.',
}
const NOT_RECEIVING: Words = {
  zh: '迁移由接收地的经办人确认接收。',
  en: 'A move is accepted by an officer of the place that receives.',
}

/** Refuses a decision by the one who asked, by a lower post, or of what is decided already. */
export function checkDecider(request: ChangeRequest, decider: Decider): void {
  if (request.decision !== null) refuseDecided()
  const words = hindrance(request, decider)
  if (words) fail('people.request.notYours', words, { status: 409 })
}

function refuseWaiting(): never {
  return fail(
    'people.request.waiting',
    {
      zh: '这份档案已有一件同类申请在等复核。请先等它办结，或撤回后重新提出。',
      en: 'A request of this kind is waiting for this file already. Let it be decided, or withdraw it and ask again.',
    },
    { status: 409 },
  )
}

export function refuseDecided(): never {
  return fail(
    'people.request.decided',
    { zh: '这件申请已办结。请刷新列表。', en: 'This request was decided already. Reload the list.' },
    { status: 409 },
  )
}

export function refuseRequest(): never {
  return fail(
    'people.request.absent',
    {
      zh: '没有这件申请，或它不在当前岗位的范围内。请从“待我复核”重新打开。',
      en: 'There is no such request, or it lies outside this post. Open it again from the list of requests.',
    },
    { status: 404 },
  )
}
