import type { Words } from '#domain/base/fail.ts'
import { faultWords } from '#domain/lists/import-faults.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { List } from '#domain/plan/list.ts'
import type { ErrorRow } from './import.sql.ts'

/** One thing to mend: which row and column, and how. */
export type ImportError = { row: number; column: string | null; code: string; words: Words }

/** What is wrong with a row that was not taken, as reading and matching found it. */
export function errorsOf({ row, read, found, outcome }: ErrorRow, list: List, plan: Plan): ImportError[] {
  const labels = new Map(list.columns.map(({ key, label }) => [key, label.zh]))
  const nameOf = (key: string) => checkWords(plan, key)
  const told = (code: string, column: string | null, words?: Words): ImportError => ({
    ...{
      row,
      code,
      column: column === null ? null : (labels.get(column) ?? column),
      words: words ?? faultWords(code, nameOf),
    },
  })
  const errors = [
    ...(read ?? [])
      .filter(({ refuses }) => refuses !== false)
      .map(({ code, column, words }) => told(code, column ?? null, words)),
    ...(found ?? []).map(({ code, column, words }) =>
      told(code, column ?? (code.startsWith('lists.identity') ? identityOf(list) : null), words),
    ),
  ]
  return errors.length === 0 || outcome === 'review' ? [...errors, told('lists.row.undecided', null)] : errors
}

const identityOf = (list: List) => list.columns.find(({ type }) => type === 'identity')?.key ?? null

/** A finding that refused a row: its sentence, and what to do. */
export function checkWords({ predicates }: Plan, key: string): Words | undefined {
  const check = predicates.find((each) => each.key === key)
  if (!check) return undefined
  const mend = check.mend ?? { zh: '', en: '' }
  return { zh: `${check.name.zh}。${mend.zh}`, en: `${check.name.en}. ${mend.en}` }
}
