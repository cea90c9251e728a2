import { fail } from '#domain/base/fail.ts'
import { MERGE_FIELDS, type MergeField, mergeFields } from '#domain/people/identity/merge-fields.ts'
import { noteAuditWritten } from '../../access/audit.ts'
import type { FieldCrypto } from '../../access/field-crypto.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { sealedOf } from '../identity/candidate.sql.ts'
import { registerIdentity } from '../identity/open-file.sql.ts'
import { refuseElsewhere, refuseTaken } from '../identity/open-file.ts'
import { type Settled, settle } from '../identity/settle.ts'
import type { PeopleGiven } from '../list/people-given.ts'
import { holdBoth, labelOf, saidOf } from './compare-files.ts'
import { insertMerge } from './merged-file.sql.ts'
import {
  changePerson,
  dropPerson,
  forgetDeterminations,
  keepPerson,
  membersOf,
  type PersonChange,
  type PersonVersion,
  releaseIdentity,
} from './person-version.sql.ts'
import { leaveOut, moveRows, overlapsOf } from './rows-of-person.sql.ts'

/** What is asked of a merge: which file survives, what it takes of the other, which rows of an overlap are left out. */
export type MergeAsk = {
  survivor: number
  closed: number
  take: readonly MergeField[]
  leaveOut: readonly { record: string; id: number }[]
}
type Given = { ctx: Ctx; given: PeopleGiven }

/** Fields the survivor takes: those asked for, and those it does not know. */
export const takenFields = (
  take: readonly MergeField[],
  survivor: PersonVersion,
  closed: PersonVersion,
): MergeField[] =>
  mergeFields.filter((key) => {
    if (saidOf(key, closed) === null) return false
    return take.includes(key) ? saidOf(key, survivor) !== saidOf(key, closed) : saidOf(key, survivor) === null
  })

/** Refuses (`people.merge.overlap`, `people.merge.paidTwice`) a merge whose rows could not stand in one file. */
export async function checkMerge(tx: Tx, ask: MergeAsk): Promise<[PersonVersion, PersonVersion]> {
  const both = await holdBoth(tx, ask.survivor, ask.closed)
  const left = new Set(ask.leaveOut.map(({ record, id }) => `${record} ${id}`))
  const overlaps = await overlapsOf(tx, both[0].county, ask.survivor, ask.closed)
  const may = new Set(overlaps.flatMap(({ table, one, other }) => [`${table} ${one.id}`, `${table} ${other.id}`]))
  if ([...left].some((key) => !may.has(key))) refuseStray()
  const open = overlaps.filter(
    ({ table, one, other }) => !left.has(`${table} ${one.id}`) && !left.has(`${table} ${other.id}`),
  )
  const paid = overlaps.find(({ table }) => table === 'grant_paid')
  if (paid) refusePaidTwice(String(paid.one.programme), String(paid.one.period))
  if (open.length > 0) refuseOverlap([...new Set(open.map(({ table }) => table))])
  return both
}

/**
 * Everything of one file is said of the other from now on; the closed one leaves the ledger, keeps its history and points at the
 * survivor. Counts of a moment before are not touched: what was known then stands in the history with its own file.
 */
export async function mergeFiles(tx: Tx, ask: MergeAsk, { ctx, given }: Given): Promise<Settled> {
  const at = ctx.now.toISOString()
  const [survivor, closed] = await checkMerge(tx, ask)
  const { county } = survivor
  const taken = takenFields(ask.take, survivor, closed)
  const change = await takenColumns(tx, taken, survivor, closed, ctx, given.crypto)
  await forgetDeterminations(tx, closed)
  for (const { record, id } of ask.leaveOut) await leaveOut(tx, county, record, [id], { at, why: 'merged' })
  await moveRows(tx, { county, from: closed.id, to: survivor.id, area: survivor.area }, { at, why: 'merged' })
  await given.carry?.(tx, { why: 'merged', from: closed, to: survivor }, at)
  await closeFile(tx, closed, at)
  if (taken.length > 0) {
    if (!(await keepPerson(tx, survivor, at, 'merged'))) refuseStale()
    if (taken.includes('identity') && survivor.id_index) await releaseIdentity(tx, survivor.id_index, survivor)
    await changePerson(tx, survivor, change, at)
  }
  await register(tx, taken.includes('identity') ? closed.id_index : survivor.id_index, survivor, ctx)
  await insertMerge(tx, {
    ...{ county, area: closed.area, closed_id: closed.id, survivor_id: survivor.id, closed_said: closed.known_from },
    survivor_said: taken.length > 0 ? survivor.known_from : null,
    ...{ number_moved: taken.includes('identity'), merged_at: at, merged_by: ctx.post.id },
  })
  return settle(tx, {
    ...{
      ctx,
      given,
      person: survivor,
      others: await membersOf(tx, county, [survivor.household_id, closed.household_id]),
    },
    shared: [survivor, closed],
    ...{ detail: `merge ${closed.id} into ${survivor.id}`, fields: ['merge', ...taken] },
  })
}

async function closeFile(tx: Tx, closed: PersonVersion, at: string): Promise<void> {
  if (!(await keepPerson(tx, closed, at, 'merged'))) refuseStale()
  if (closed.id_index) await releaseIdentity(tx, closed.id_index, closed)
  try {
    await dropPerson(tx, closed)
  } catch (error) {
    // A table of work in progress points at the file, and knows best how to hand itself over.
    if ((error as { code?: string }).code === '23503') refuseWork()
    throw error
  }
}

/** The columns of the fields taken; what is sealed is bound to its row and is sealed anew for the survivor. */
async function takenColumns(
  tx: Tx,
  taken: readonly MergeField[],
  survivor: PersonVersion,
  closed: PersonVersion,
  { actor }: Ctx,
  crypto: FieldCrypto,
): Promise<PersonChange> {
  const change: Record<string, unknown> = {}
  for (const key of taken)
    for (const column of MERGE_FIELDS[key].columns)
      if (!column.endsWith('_cipher')) change[column] = closed[column as keyof PersonVersion]
  const sealed = taken.filter((key) => key === 'identity' || key === 'phone' || key === 'bank')
  if (sealed.length === 0) return change
  const [row] = await sealedOf(tx, [closed.id], actor.requestId)
  noteAuditWritten()
  for (const key of sealed) {
    const column = key === 'identity' ? 'id' : key
    const cipher = row?.[`${column}_cipher`]
    if (!cipher) continue
    const plain = crypto.open(`person.${column}`, closed.county, closed.id, cipher)
    change[`${column}_cipher`] = crypto.seal(`person.${column}`, survivor.county, survivor.id, plain)
  }
  return change
}

/** The number of a file stands in the registry, or the act is refused: one number, one person. */
export async function register(tx: Tx, index: Buffer | null, person: PersonVersion, { actor }: Pick<Ctx, 'actor'>) {
  if (index === null) return
  const answer = await registerIdentity(tx, index, person, actor.requestId)
  noteAuditWritten()
  if (answer === 'elsewhere') refuseElsewhere()
  if (answer !== 'registered') refuseTaken()
}

export function refuseStale(): never {
  return fail(
    'people.request.stale',
    {
      zh: '档案在提出申请之后已被改动，本次没有办理。请退回，由经办人对照最新内容重新提出。',
      en: 'The file was changed after this was asked for; nothing was done. Reject it, and let it be asked again from what the file says now.',
    },
    { status: 409 },
  )
}

function refuseWork(): never {
  return fail(
    'people.merge.workOpen',
    {
      zh: '被并入的档案还有在办事项，本次没有并档。请先办结或撤销该档案的在办事项，再并档。',
      en: 'There is work under way on the file to be closed; nothing was merged. Finish or withdraw it first.',
    },
    { status: 409 },
  )
}

function refuseOverlap(tables: string[]): never {
  const labels = tables.map(labelOf)
  return fail(
    'people.merge.overlap',
    {
      zh: `两份档案在同一时间都有：${labels.map(({ zh }) => zh).join('、')}。请逐项选择保留哪一条，再提出并档。`,
      en: `Both files say the same of one time: ${labels.map(({ en }) => en).join(', ')}. Choose which row stays, one by one, and ask again.`,
    },
    { status: 409 },
  )
}

function refusePaidTwice(programme: string, period: string): never {
  return fail(
    'people.merge.paidTwice',
    {
      zh: `两份档案都领取了同一项目同一期的补贴（${programme}，${period}）。并档不能掩盖重复发放：请先核实并追回或更正其中一笔，再并档。`,
      en: `Both files were paid the same grant for the same period (${programme}, ${period}). A merge must not hide that: have one of the two recovered or corrected first.`,
    },
    { status: 409 },
  )
}

function refuseStray(): never {
  return fail(
    'people.merge.strayRow',
    {
      zh: '只有两份档案互相冲突的记录才能在并档时不保留。请重新对照两份档案后再提出。',
      en: 'Only rows that contradict each other can be left out of a merge. Compare the two files anew and ask again.',
    },
    { status: 422 },
  )
}
