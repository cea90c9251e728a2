import type { Words } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import { faultWords } from '#domain/lists/import-faults.ts'
import type { listsApi } from '#domain/lists/lists.api.ts'
import { catalogue, type RecordName } from '#domain/people/catalogue.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../../db.ts'
import { areaNames } from '../../places/area-names.ts'
import { checkWords } from '../work/import-errors.ts'
import { candidateRows, type StagedOutcome } from './rows.sql.ts'

type RowView = Reply<typeof listsApi.listImportRows>['rows'][number]
type Standing = {
  record: RecordName
  fact?: string
  opens?: boolean
  stood?: string | null
  says?: string | null
  wins?: boolean
  ours?: number[]
  theirs?: number[] | null
}

/** Rows with what becomes of them in words; the files a row in review may belong to, as the post sees them. */
export async function rowViews(
  tx: Tx,
  rows: readonly StagedOutcome[],
  plan: Plan,
  warned: readonly { row: number; predicate: string }[],
): Promise<RowView[]> {
  const names = await areaNames(tx)
  const ids = [...new Set(rows.flatMap(({ candidates }) => candidates ?? []))]
  const people = new Map(ids.length === 0 ? [] : (await candidateRows(tx, ids)).map((person) => [person.id, person]))
  return rows.map((row) => ({
    ...{ row: row.row, outcome: row.outcome, values: row.values, person: row.to_id },
    // Of what is no file it was told in words.
    differences: ((row.differences ?? []) as (Standing | RowView['differences'][number])[]).map((one) =>
      typeof one.record === 'string' ? differenceView(one as Standing) : (one as RowView['differences'][number]),
    ),
    told: [...toldOf(row, plan), ...warned.filter((each) => each.row === row.row).map((each) => warningOf(each, plan))],
    candidates: (row.candidates ?? []).flatMap((id) => {
      const person = people.get(id)
      if (!person) return []
      return [
        {
          id,
          name: person.name,
          identity: person.id_mask,
          birthDate: person.birth_date,
          areaName: names.pathOf(person.area),
        },
      ]
    }),
  }))
}

function toldOf({ outcome, read, found }: StagedOutcome, plan: Plan): RowView['told'] {
  const words = (code: string) => faultWords(code, (key) => checkWords(plan, key))
  return [
    ...(read ?? []).map((fault) => ({
      column: fault.column ?? null,
      code: fault.code,
      words: fault.words ?? words(fault.code),
      refuses: fault.refuses !== false,
    })),
    ...(found ?? []).map((fault) => ({
      ...{ column: fault.column ?? null, code: fault.code, words: fault.words ?? words(fault.code) },
      refuses: outcome === 'refused' && !TOLD.has(fault.code),
    })),
  ]
}
/** A finding that the row brings, and how it is mended; the row is taken all the same. */
function warningOf({ predicate }: { predicate: string }, plan: Plan): RowView['told'][number] {
  const code = `check:${predicate}`
  return { column: null, code, words: faultWords(code, (key) => checkWords(plan, key)), refuses: false }
}

const TOLD = new Set(['lists.person.livesElsewhere', 'lists.household.differs'])

function differenceView({
  record,
  fact,
  opens = false,
  stood = null,
  says = null,
  wins = true,
  ours,
  theirs,
}: Standing): RowView['differences'][number] {
  const facts = catalogue[record].facts as Readonly<Record<string, { label: Words }>>
  const label = fact === undefined ? null : (facts[fact]?.label ?? BESIDE[fact] ?? { zh: fact, en: fact })
  return {
    record: catalogue[record].label,
    opens,
    fact: label,
    stood,
    says,
    wins,
    why: opens ? null : whyOf(wins, ours, theirs ?? null),
  }
}
const BESIDE: Readonly<Record<string, Words>> = {
  identity: { zh: '证件号码', en: 'identity number' },
  phone: { zh: '联系电话', en: 'phone' },
  bank: { zh: '银行账号', en: 'bank account' },
  address: { zh: '住址', en: 'address' },
  extra: { zh: '其他项目', en: 'further fields' },
}

/** Who is believed and why: whether the list may replace, then rank, then the day it speaks of. */
function whyOf(wins: boolean, ours: number[] = [], theirs: number[] | null): Words {
  if (theirs === null) return { zh: '台账原为空，填入', en: 'Nothing stood; it is filled in' }
  const [firm = 0, rank = 0, day = 0] = ours
  const [, theirRank = 0, theirDay = 0] = theirs
  if (firm === 0) return { zh: '这种清单只填空白，不改已有内容', en: 'This list only fills blanks' }
  if (rank !== theirRank)
    return wins
      ? {
          zh: `来源级别 ${rank} 高于原来的 ${theirRank}，采用清单`,
          en: `Rank ${rank} is above ${theirRank}: the list is believed`,
        }
      : {
          zh: `来源级别 ${rank} 低于原来的 ${theirRank}，保留台账`,
          en: `Rank ${rank} is below ${theirRank}: the ledger stands`,
        }
  if (day !== theirDay)
    return wins
      ? { zh: '同级来源，清单所属日期较新，采用清单', en: 'Same rank, later day: the list is believed' }
      : { zh: '同级来源，清单所属日期较旧，保留台账', en: 'Same rank, earlier day: the ledger stands' }
  return { zh: '同级同日，按固定次序取一个', en: 'Same rank and day: one of them by a fixed order' }
}
