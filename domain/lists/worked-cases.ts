import type { List } from '../plan/list.ts'
import type { PlanProblem } from '../plan/read/problem.ts'
import { sayIn } from '../plan/read/yaml-file.ts'
import type { ReadPlan } from '../plan/read-plan.ts'
import type { SheetCell } from './cells/reading-of-cell.ts'
import { headingTables, mapHeadings } from './headings/recognise.ts'
import { placeFinder } from './places/place-finder.ts'
import { rowTyper } from './row-typer.ts'
import { saidByRow } from './said-by-row.ts'

type CaseFile = ReadPlan['listCases'][number]
type Case = CaseFile['value']['cases'][number]
/** What a case comes to, in the form in which cases are written. */
type Outcome = {
  says: { record: string; facts: Record<string, unknown>; from?: string; to?: string }[]
  faults: string[]
}

/** Every list has worked cases, and each says what it is written to say; the problems are those of the files. */
export function checkListCases({ plan, listCases, problems: before }: ReadPlan): PlanProblem[] {
  if (!plan || before.length) return []
  const problems: PlanProblem[] = []
  for (const entry of listCases) {
    const list = plan.lists.find(({ key }) => key === entry.value.list)!
    for (const [i, worked] of entry.value.cases.entries()) checkOne(entry, list, i, worked, problems)
  }
  for (const { key } of plan.lists)
    if (!listCases.some(({ value }) => value.list === key)) problems.push(lacksCases(key))
  return problems
}

function checkOne({ value, file }: CaseFile, list: List, i: number, worked: Case, problems: PlanProblem[]): void {
  const outcome = work(list, worked.row, value)
  const say = sayIn(file, problems)
  for (const part of ['faults', 'says'] as const) {
    const [wanted, got] = [canonical(worked[part] ?? []), canonical(outcome[part])]
    if (wanted === got) continue
    say(['cases', i, part], {
      zh: `算例“${worked.about.zh}”写的是 ${wanted}，得出的是 ${got}；更正清单或算例。`,
      en: `The case “${worked.about.en}” says ${wanted}, the list comes to ${got}; correct the list or the case.`,
    })
    return
  }
}

function work(list: List, row: Readonly<Record<string, SheetCell>>, { places, asOf }: CaseFile['value']): Outcome {
  const headings = Object.keys(row)
  const [table] = headingTables([list])
  const finder = placeFinder(
    Object.entries(places).map(([code, name]) => ({ code: Number(code), name, now: [Number(code)] })),
  )
  const type = rowTyper(list, { headings, columns: mapHeadings(headings, table!.columnOf) }, { finder, calendar: 1900 })
  const { values, faults } = type(1, Object.values(row))
  const refusing = faults.filter(({ refuses }) => refuses)
  const { said, faults: more } = refusing.length ? { said: [], faults: [] } : saidByRow(list, values, asOf ?? null)
  return {
    says: more.length
      ? []
      : said.map(({ record, facts, from, to }) => ({ record, facts, ...(from && { from }), ...(to && { to }) })),
    faults: [...faults, ...more].map(({ code, column }) => `${code} ${column}`),
  }
}

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_, item) =>
    item && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )

const lacksCases = (key: string): PlanProblem => ({
  file: `lists/${key}.yaml`,
  line: null,
  path: 'key',
  message: {
    zh: `清单“${key}”没有算例；在 lists/cases/${key}.yaml 里写上。`,
    en: `The list “${key}” has no worked case; write some in lists/cases/${key}.yaml.`,
  },
})
