import { fail } from '#domain/base/fail.ts'
import type { Input } from '#domain/base/route.ts'
import type { changeRequestApi } from '#domain/people/identity/change-request.api.ts'
import { isMergeField, type MergeField } from '#domain/people/identity/merge-fields.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import type { Settled } from '../identity/settle.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { checkMerge, type MergeAsk, mergeFiles, refuseStale, takenFields } from '../merge/merge-files.ts'
import type { PersonVersion } from '../merge/person-version.sql.ts'
import { checkUnmerge, unmergeFiles } from '../merge/unmerge-files.ts'
import { type Asked, askFor } from './ask.ts'
import type { ChangeRequest } from './request.sql.ts'

export type MergeContent = {
  take: MergeField[]
  leaveOut: { record: string; id: number }[]
  names: [string, string]
  /** Two files of different names are looked at twice. */
  namesDiffer: boolean
  seen: [string, string]
}
export type UnmergeContent = { merged: number; closed: number }
type Given = { ctx: Ctx; given: PeopleGiven }

/** Asks for a merge that could be done as things stand: what constraints refuse is told now and not to the second officer. */
export async function askMerge(
  tx: Tx,
  id: number,
  body: Input<typeof changeRequestApi.askMerge>['body'],
  ctx: Ctx,
): Promise<Asked> {
  if (!body.take.every(isMergeField)) refuseField()
  const ask: MergeAsk = {
    survivor: id,
    closed: body.other,
    take: body.take.filter(isMergeField),
    leaveOut: body.leaveOut,
  }
  const [survivor, closed] = await checkMerge(tx, ask)
  const content: MergeContent = {
    ...{ take: takenFields(ask.take, survivor, closed), leaveOut: body.leaveOut },
    ...{ names: [survivor.name, closed.name], namesDiffer: survivor.name !== closed.name },
    seen: [survivor.known_from, closed.known_from],
  }
  return askFor(tx, survivor, { kind: 'merge', reason: body.reason, content, other_id: closed.id }, ctx)
}

export async function approveMerge(tx: Tx, request: ChangeRequest, given: Given): Promise<Settled> {
  const { take, leaveOut, seen } = request.content as MergeContent
  const ask: MergeAsk = { survivor: request.person_id, closed: request.other_id!, take, leaveOut }
  const both = await checkMerge(tx, ask)
  if (!asSeen(both, seen)) refuseStale()
  return mergeFiles(tx, ask, given)
}
const asSeen = (both: readonly PersonVersion[], seen: readonly string[]) =>
  both.every((person, at) => person.known_from === seen[at])

export async function askUnmerge(
  tx: Tx,
  id: number,
  body: Input<typeof changeRequestApi.askUnmerge>['body'],
  ctx: Ctx,
): Promise<Asked> {
  const [survivor, merge] = await checkUnmerge(tx, id, body.merged)
  const content: UnmergeContent = { merged: merge.id, closed: merge.closed_id }
  return askFor(tx, survivor, { kind: 'unmerge', reason: body.reason, content, other_id: merge.closed_id }, ctx)
}

export const approveUnmerge = (tx: Tx, request: ChangeRequest, given: Given): Promise<Settled> =>
  unmergeFiles(tx, { survivor: request.person_id, merged: (request.content as UnmergeContent).merged }, given)

function refuseField(): never {
  return fail(
    'people.merge.unknownField',
    {
      zh: '没有这一项可以选择。请重新对照两份档案。',
      en: 'There is no such field to take. Compare the two files anew.',
    },
    { status: 422, where: { field: 'take' } },
  )
}
