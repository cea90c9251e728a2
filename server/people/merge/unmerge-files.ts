import type { MergedFileRow } from '#db/types.ts'
import type { Words } from '#domain/base/fail.ts'
import { fail } from '#domain/base/fail.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { type Settled, settle } from '../identity/settle.ts'
import { refusePerson } from '../list/find-person.ts'
import type { Merged, PeopleGiven } from '../list/people-given.ts'
import { rowWords } from './compare-files.ts'
import { refuseStale, register } from './merge-files.ts'
import { markUnmerged, mergesInto } from './merged-file.sql.ts'
import {
  holdPerson,
  keepPerson,
  membersOf,
  type PersonVersion,
  recallPerson,
  releaseIdentity,
} from './person-version.sql.ts'
import { changedSince, moveBack, recordedSince, takeBackIn } from './rows-of-person.sql.ts'

/** A merge into this file that stands; refuses one there is not. */
export async function getMerge(tx: Tx, survivor: PersonVersion, merged: number): Promise<MergedFileRow> {
  const merges = await mergesInto(tx, survivor.county, survivor.id)
  return merges.find(({ id }) => id === merged) ?? refuseNoMerge()
}

export const momentOf = (merge: MergedFileRow): Merged => ({
  county: merge.county,
  closed: merge.closed_id,
  survivor: merge.survivor_id,
  mergedAt: merge.merged_at,
})

/** What was done since that a merge cannot be taken apart under, in words; and what was recorded since, which stays with the survivor. */
export async function sinceMerge(
  tx: Tx,
  merge: MergedFileRow,
  survivor: PersonVersion,
): Promise<{ hindered: Words[]; later: Words[] }> {
  const names = await areaNames(tx)
  const moment = momentOf(merge)
  const changed = await changedSince(tx, moment)
  const hindered = changed.map(({ table, row }) => rowWords(table, row, names))
  if (merge.survivor_said !== null && !sameMoment(survivor.known_from, merge.merged_at)) hindered.push(PERSON_CHANGED)
  const later = await recordedSince(tx, moment)
  return { hindered, later: later.map(({ table, row }) => rowWords(table, row, names)) }
}
const PERSON_CHANGED: Words = {
  zh: '并档后人员基本信息又有改动',
  en: 'the person’s own facts were changed after the merge',
}
const sameMoment = (one: string, other: string) => Date.parse(one) === Date.parse(other)

/** Refuses (`people.unmerge.builtOn`) with the names of what later work changed. */
export async function checkUnmerge(
  tx: Tx,
  survivorId: number,
  merged: number,
): Promise<[PersonVersion, MergedFileRow]> {
  const survivor = (await holdPerson(tx, survivorId)) ?? refusePerson(survivorId)
  const merge = await getMerge(tx, survivor, merged)
  const { hindered } = await sinceMerge(tx, merge, survivor)
  if (hindered.length > 0) refuseBuiltOn(hindered)
  return [survivor, merge]
}

/** Takes a merge apart: both persons, every row that moved and every row that was left out stand again as they stood. */
export async function unmergeFiles(
  tx: Tx,
  { survivor: survivorId, merged }: { survivor: number; merged: number },
  { ctx, given }: { ctx: Ctx; given: PeopleGiven },
): Promise<Settled> {
  const at = ctx.now.toISOString()
  const [survivor, merge] = await checkUnmerge(tx, survivorId, merged)
  const { county } = merge
  if (merge.number_moved && survivor.id_index) await releaseIdentity(tx, survivor.id_index, survivor)
  if (merge.survivor_said !== null) {
    if (!(await keepPerson(tx, survivor, at, 'unmerged'))) refuseStale()
    await recallPerson(tx, survivor, merge.survivor_said, at)
  }
  await recallPerson(tx, { county, id: merge.closed_id }, merge.closed_said, at)
  const closed = (await holdPerson(tx, merge.closed_id)) ?? refusePerson(merge.closed_id)
  const again = (await holdPerson(tx, survivor.id)) ?? refusePerson(survivor.id)
  await register(tx, again.id_index, again, ctx)
  // Two files that carried one number carry it again; the registry names one of them, as before.
  if (closed.id_index && !(again.id_index && closed.id_index.equals(again.id_index)))
    await register(tx, closed.id_index, closed, ctx)
  await moveBack(tx, momentOf(merge), { at, why: 'unmerged' })
  await takeBack(tx, momentOf(merge), at)
  await given.carry?.(tx, { why: 'unmerged', ...momentOf(merge) }, at)
  await markUnmerged(tx, merge, at, ctx.post.id)
  return settle(tx, {
    ...{ ctx, given, person: again },
    others: [closed, ...(await membersOf(tx, county, [again.household_id, closed.household_id]))],
    shared: [again, closed],
    ...{ detail: `unmerge ${closed.id} from ${again.id}`, fields: ['unmerge'] },
  })
}

async function takeBack(tx: Tx, moment: Merged, at: string): Promise<void> {
  try {
    await takeBackIn(tx, moment, at)
  } catch (error) {
    if ((error as { code?: string }).code === '23P01') refuseInTheWay()
    throw error
  }
}

function refuseBuiltOn(what: readonly Words[]): never {
  return fail(
    'people.unmerge.builtOn',
    {
      zh: `并档后又有办理，不能整体撤销：${what.map(({ zh }) => zh).join('；')}。请先更正或撤回这些记录，再撤销并档。`,
      en: `Later work builds on the merge: ${what.map(({ en }) => en).join('; ')}. Correct or withdraw it first.`,
    },
    { status: 409 },
  )
}

function refuseInTheWay(): never {
  return fail(
    'people.unmerge.inTheWay',
    {
      zh: '并档时未保留的记录与后来登记的记录时间重叠，不能放回。请先终止或更正后来登记的那条，再撤销并档。',
      en: 'A row left out of the merge would overlap with one recorded since. End or correct that one first.',
    },
    { status: 409 },
  )
}

function refuseNoMerge(): never {
  return fail(
    'people.unmerge.absent',
    {
      zh: '这次并档不存在或已撤销。请刷新档案。',
      en: 'There is no such merge, or it was taken apart already. Reload the file.',
    },
    { status: 404 },
  )
}
