import type { Words } from '#domain/base/fail.ts'
import { fail } from '#domain/base/fail.ts'
import type { Input, Reply } from '#domain/base/route.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Fact } from '#domain/people/fact.ts'
import type { changeRequestApi } from '#domain/people/identity/change-request.api.ts'
import { MERGE_FIELDS, type MergeField, mergeFields } from '#domain/people/identity/merge-fields.ts'
import { recordRead } from '../../access/audit.ts'
import type { Ctx } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { type AreaNames, areaNames } from '../../places/area-names.ts'
import { valueWords } from '../file/fact-words.ts'
import type { LedgerRow } from '../file/file-rows.sql.ts'
import { refuseSelf } from '../identity/duplicates/duplicates.ts'
import { refusePerson } from '../list/find-person.ts'
import { holdPerson, type PersonVersion } from './person-version.sql.ts'
import { type OverlapRow, overlapsOf, rowCounts } from './rows-of-person.sql.ts'

type Comparison = Reply<typeof changeRequestApi.compareFiles>

/** Two files of the scope, the first of which would survive. Refuses two files of two counties: one moves first. */
export async function holdBoth(tx: Tx, one: number, other: number): Promise<[PersonVersion, PersonVersion]> {
  // In the order of their ids, so that two who compare the same files never wait for each other in a ring.
  const held = new Map<number, PersonVersion>()
  for (const id of [one, other].sort((a, b) => a - b)) held.set(id, (await holdPerson(tx, id)) ?? refusePerson(id))
  const [first, second] = [held.get(one)!, held.get(other)!]
  if (first.id === second.id) refuseSelf()
  if (first.county !== second.county) refuseTwoCounties()
  return [first, second]
}

/** What each says, what would move, and what could not stand in one file. Both readings are logged. */
export async function compareFiles(
  tx: Tx,
  { params }: Input<typeof changeRequestApi.compareFiles>,
  { actor }: Pick<Ctx, 'actor'>,
): Promise<Comparison> {
  const [one, other] = await holdBoth(tx, params.id, params.other)
  for (const person of [one, other])
    await recordRead(tx, actor, {
      action: 'people.read',
      object: { kind: 'person', county: person.county, area: person.area, id: person.id },
      detail: 'compared before a merge',
      rows: 1,
    })
  const names = await areaNames(tx)
  const overlaps = await overlapsOf(tx, one.county, one.id, other.id)
  const counts = await rowCounts(tx, one.county, other.id)
  return {
    one: { id: one.id, name: one.name, openedOn: one.opened_on },
    other: { id: other.id, name: other.name, openedOn: other.opened_on },
    fields: mergeFields.map((key) => fieldOf(key, one, other, names)),
    moves: counts
      .filter(({ rows }) => rows > 0)
      .map(({ table, rows }) => ({ record: table, label: labelOf(table), rows })),
    overlaps: overlaps.map((overlap) => overlapView(overlap, names)),
  }
}

/** Whether two files say the same of a field; sealed ones by their blind index. */
export function saysSame(key: MergeField, one: PersonVersion, other: PersonVersion): boolean {
  return saidOf(key, one) === saidOf(key, other)
}
/** A value to compare by; null = not said. */
export function saidOf(key: MergeField, person: PersonVersion): string | null {
  const index = { identity: person.id_index, phone: person.phone_index, bank: person.bank_index }
  if (key === 'identity' || key === 'phone' || key === 'bank') return index[key]?.toString('hex') ?? null
  const value = person[key]
  return value === null ? null : String(value)
}

function fieldOf(
  key: MergeField,
  one: PersonVersion,
  other: PersonVersion,
  names: AreaNames,
): Comparison['fields'][number] {
  return {
    ...{ key, label: MERGE_FIELDS[key].label, one: wordsOf(key, one, names), other: wordsOf(key, other, names) },
    differs: !saysSame(key, one, other),
    onlyOther: saidOf(key, one) === null && saidOf(key, other) !== null,
  }
}

function wordsOf(key: MergeField, person: PersonVersion, names: AreaNames): Words | null {
  const value = person[MERGE_FIELDS[key].shown as 'name'] as unknown
  if (value === null) return null
  const fact = (catalogue.person.facts as Readonly<Record<string, Fact>>)[key]
  const said = fact?.kind === 'scalar' ? valueWords(fact, key, value, names) : undefined
  return said ?? { zh: String(value), en: String(value) }
}

/** The kind of record that a table holds, by the catalogue; undefined for work in progress, which rules do not read. */
const recordOf = (table: string) => Object.values(catalogue).find((record) => record.table === table)
export const labelOf = (table: string): Words => recordOf(table)?.label ?? { zh: '在办事项', en: 'work in progress' }

function overlapView({ table, one, other }: OverlapRow, names: AreaNames): Comparison['overlaps'][number] {
  const side = (row: LedgerRow) => ({ id: row.id as number, words: rowWords(table, row, names) })
  const mend = table === 'grant_paid' ? 'settle' : 'choose'
  return { record: table, label: labelOf(table), one: side(one), other: side(other), mend }
}

/** A row in few words: its kind, what it is called, its days. */
export function rowWords(table: string, row: LedgerRow, names: AreaNames): Words {
  const facts = Object.entries(recordOf(table)?.facts ?? {}) as [string, Fact][]
  const told = facts.flatMap(([key, fact]) => {
    if (fact.kind !== 'scalar' || !TELLING.has(key)) return []
    const words = valueWords(fact, key, row[fact.column], names)
    return words?.zh ? [words] : []
  })
  const days = {
    zh: `${row.valid_from} 至 ${row.valid_to ?? '今'}`,
    en: `${row.valid_from} to ${row.valid_to ?? 'now'}`,
  }
  const { zh, en } = labelOf(table)
  return {
    zh: [zh, ...told.map((each) => each.zh), days.zh].join(' · '),
    en: [en, ...told.map((each) => each.en), days.en].join(' · '),
  }
}
const TELLING = new Set(['kind', 'stream', 'programme', 'period', 'employer', 'course', 'name', 'role'])

function refuseTwoCounties(): never {
  return fail(
    'people.merge.twoCounties',
    {
      zh: '两份档案不在同一区县。请先把其中一份迁移到另一份所在的区县，对方接收后再并档。',
      en: 'The two files lie in two counties. Move one to the county of the other first; merge once it has been accepted there.',
    },
    { status: 409 },
  )
}
