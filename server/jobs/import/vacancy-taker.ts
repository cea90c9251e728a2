import { Value } from 'typebox/value'
import { fail, type Words } from '#domain/base/fail.ts'
import { occupationWords, type RowFault, vacancyOfRow } from '#domain/jobs/import/vacancy-of-row.ts'
import { checkVacancy } from '#domain/jobs/vacancy/check-vacancy.ts'
import { VacancyFacts } from '#domain/jobs/vacancy/vacancy.api.ts'
import type { CellValue } from '#domain/lists/reading.ts'
import { maskPhone, normalisePhone } from '#domain/people/identity-mask.ts'
import type { Tx } from '../../db.ts'
import type { OtherRow } from '../../lists/chunk/others.sql.ts'
import type { OtherOutcome, OtherTaker, OtherTelling, ToldDifference } from '../../lists/chunk/take-others.ts'
import { openRowSeal } from '../../lists/staging/row-seal.ts'
import { nextLedgerId } from '../../people/identity/open-file.sql.ts'
import { jobData } from '../job-data.ts'
import { type Change, insertVacancy, supersedeVacancy, type Vacancy } from '../vacancy/vacancy.sql.ts'
import { columnsOf, minimumOn, phoneColumns, termColumns } from '../vacancy/vacancy-rows.ts'
import { factsOf } from '../vacancy/vacancy-view.ts'
import { chosenOccupations } from './occupation-word.sql.ts'
import { saidOf } from './said-of-row.ts'
import { vacancyDifferences } from './vacancy-differences.ts'
import * as sql from './vacancy-import.sql.ts'

/**
 * Rows of a list of vacancies, each held against the same checks as one entered by hand. The same employer, title and place of the unit is
 * the same vacancy: it is refreshed and says what the row says; what the row leaves blank stays.
 */
export const vacancyTaker: OtherTaker = {
  async take(tx, rows, telling) {
    const cells = new Map(rows.map((row) => [row, cellsOf(row, telling)]))
    const chosen = await chosenOccupations(tx, [...new Set([...cells.values()].map(occupationWords))])
    const read = rows.map((row) => ({ row, ...readRow(cells.get(row)!, chosen, telling) }))
    const keys = read.flatMap(({ facts }) => (facts ? sql.sameKey(columnsOf(facts)) : []))
    const standing = await sql.standingVacancies(tx, telling.import.area, keys)
    const [told, outcomes]: [sql.Told[], OtherOutcome[]] = [[], []]
    for (const { row, facts, faults } of read) {
      const done = facts ? await takeRow(tx, row, facts, standing, telling) : refusedRow(row, faults)
      outcomes.push(done)
      if (done.to && (done.outcome === 'new' || done.outcome === 'changed'))
        told.push({ row: row.row, ...done.to, effect: done.outcome === 'new' ? 'opened' : 'changed' })
    }
    await sql.keepTold(tx, telling.import, told, telling.now.toISOString())
    return outcomes
  },
  async undo(tx, importId, now) {
    const told = await sql.toldBy(tx, importId)
    if (told.some(({ said_at, known_from }) => said_at !== known_from)) refuseBuiltOn()
    for (const { effect, said_at, known_from, valid_from, ...key } of told) {
      const change: Change =
        effect === 'opened' ? { valid_to: valid_from, close_reason: 'mistake' } : await sql.saidUntil(tx, key, said_at)
      const seen = { ...key, knownFrom: known_from }
      if (!(await supersedeVacancy(tx, seen, change, { now, why: 'undone' }))) refuseBuiltOn()
    }
    await sql.forgetTold(tx, importId)
    return told.length
  },
}

type Read = { facts?: VacancyFacts; faults: RowFault[] }
type Cells = ReadonlyMap<string, CellValue>

const cellsOf = ({ values }: OtherRow, { columns }: OtherTelling): Cells =>
  new Map(columns.map((key, at) => [key, values[at] ?? null]))

function readRow(cells: Cells, chosen: ReadonlyMap<string, string>, telling: OtherTelling): Read {
  const { occupations } = jobData()
  const read = vacancyOfRow(cells, telling.asOf, { occupations, chosen })
  if ('faults' in read) return read
  const [unfit] = Value.Errors(VacancyFacts, read.facts)
  if (unfit) return { faults: [unfitting(unfit.instancePath.slice(1))] }
  const faults = refusedIn(read.facts, telling)
  return faults.length === 0 ? { facts: read.facts, faults } : { faults }
}

/** What the law or a wage below the minimum has against a vacancy, as faults of a row. */
function refusedIn(facts: VacancyFacts, { asOf, plan }: OtherTelling): RowFault[] {
  const checks = checkVacancy(facts, { conditions: jobData().conditions, minimum: minimumOn(plan, asOf) })
  return checks
    .filter(({ outcome }) => outcome === 'refused')
    .map(({ key, field, said, words: ofCheck, clause }) => {
      const words = key === 'licence-code' && !facts.creditCode ? NO_CODE : ofCheck
      return {
        code: `jobs.row.${key}`,
        column: COLUMN_OF[field ?? ''] ?? field ?? 'title',
        words: {
          zh: `${said ? `原文“${said}”。` : ''}${words.zh}${clause ? `（${clause.zh}）` : ''}`,
          en: `${said ? `It says “${said}”. ` : ''}${words.en}${clause ? ` (${clause.en})` : ''}`,
        },
      }
    })
}
/** A code that fails its check was left out with a note: that the cell is blank would be untrue. */
const NO_CODE = {
  zh: '没有可用的统一社会信用代码：没有填写，或没有通过校验（见提示）。请对照证照补正。',
  en: 'There is no credit code that can be used: none was written, or it failed its check (see the note). Mend it by the licence.',
}
/** Columns of the list by the fields of the form. */
const COLUMN_OF: Readonly<Record<string, string>> = {
  ...{
    creditCode: 'credit_code',
    wageLowFen: 'wage',
    ageFrom: 'ages',
    ageTo: 'ages',
    ageRule: 'age_rule',
    demands: 'sex',
  },
}

const refusedRow = ({ row }: OtherRow, faults: RowFault[]): OtherOutcome => ({
  ...{ row, outcome: 'refused', to: null, faults },
})

async function takeRow(
  tx: Tx,
  row: OtherRow,
  facts: VacancyFacts,
  standing: Map<string, Vacancy>,
  telling: OtherTelling,
): Promise<OtherOutcome> {
  const key = sql.sameKey(columnsOf(facts))
  const stands = standing.get(key)
  if (!stands) return open(tx, row, facts, telling)
  const to = { county: stands.county, id: stands.id }
  if (facts.openings < stands.taken)
    return refusedRow(row, [{ code: 'jobs.row.taken', column: 'openings', words: fewer(stands.taken) }])
  const { change, differences } = differing(stands, facts, phoneOf(row, telling), telling)
  if (!change) return { row: row.row, outcome: 'same', to, faults: [], differences }
  // What stood was lawful, and so is the row: together they need not be.
  const faults = refusedIn(factsOf({ ...stands, ...change } as Vacancy), telling)
  if (faults.length > 0) return refusedRow(row, faults)
  const seen = { ...to, knownFrom: stands.known_from }
  const kept = await supersedeVacancy(
    tx,
    seen,
    { ...change, recorded_by: telling.acting.post },
    { now: telling.now, why: 'imported' },
  )
  if (!kept) return refusedRow(row, [{ code: 'jobs.row.overtaken', column: 'title', words: OVERTAKEN }])
  return { row: row.row, outcome: 'changed', to, faults: [], differences }
}

async function open(tx: Tx, row: OtherRow, facts: VacancyFacts, telling: OtherTelling): Promise<OtherOutcome> {
  const { county, area } = telling.import
  const place = { county, area, id: await nextLedgerId(tx) }
  await insertVacancy(tx, {
    ...{ ...place, ...columnsOf(facts), taken: 0, ...termColumns(telling.plan, facts.from, null) },
    ...{ phone_cipher: null, phone_mask: null, ...phoneColumns(telling.crypto, place, phoneOf(row, telling)) },
    ...{ known_from: telling.now.toISOString(), source: telling.source, recorded_by: telling.acting.post },
  })
  return { row: row.row, outcome: 'new', to: { county, id: place.id }, faults: [] }
}

function phoneOf({ row, sealed }: OtherRow, telling: OtherTelling): string | undefined {
  if (sealed === null) return undefined
  const at = telling.sealed.indexOf('phone')
  return openRowSeal(telling.crypto, telling.import.id, row, sealed)[at] ?? undefined
}

/** What the row says otherwise than what stands, and that it stands still; no change where it says nothing new, or is older than what stands. */
function differing(
  stands: Vacancy,
  facts: VacancyFacts,
  phone: string | undefined,
  { asOf, plan, crypto, list }: OtherTelling,
): { change?: Change; differences: ToldDifference[] } {
  const other = Object.fromEntries(saidOf(facts).filter(([column, value]) => stands[column as keyof Vacancy] !== value))
  const [, day] = [facts.from, asOf].sort() as [string, string]
  const later = day > stands.refreshed_on
  // An older list does not speak against a newer one.
  if (day < stands.refreshed_on)
    return { differences: vacancyDifferences(stands, other, { list, wins: false, why: older }) }
  const kept = stands.phone_mask !== null && phone !== undefined ? { phone_mask: maskPhone(normalisePhone(phone)) } : {}
  const differences = vacancyDifferences(stands, kept, { list, wins: false, why: () => PHONE_STANDS })
  if (!later && Object.keys(other).length === 0) return { differences }
  const change = {
    ...other,
    ...(later && termColumns(plan, day, stands.work_to)),
    ...(stands.phone_mask === null && phoneColumns(crypto, stands, phone)),
  }
  return {
    change,
    differences: [...vacancyDifferences(stands, change, { list, wins: true, why: newer }), ...differences],
  }
}

const newer = ({ blank }: { blank: boolean }): Words =>
  blank
    ? { zh: '岗位原来没写，填入', en: 'Nothing stood; it is filled in' }
    : { zh: '清单不早于岗位最近一次确认，采用清单', en: 'The list is no older than what stands: it is believed' }
const older = (): Words => ({
  zh: '清单早于岗位最近一次确认，保留岗位',
  en: 'The list is older than what stands: the vacancy stays',
})
const PHONE_STANDS: Words = {
  zh: '岗位已有联系电话，清单不改；需要时在岗位页面更正',
  en: 'A phone stands, which lists do not replace; correct it on the page of the vacancy',
}

const unfitting = (field: string): RowFault => ({
  code: 'jobs.row.unfit',
  column: COLUMN_OF[field] ?? field,
  words: {
    zh: '这一格太长，或数字超出范围（岗位名称至多60字，说明至多1000字，人数1至10万）；请改短或更正。',
    en: 'This cell is too long or its number out of range (titles 60, words 1,000, openings 1 to 100,000); shorten or mend it.',
  },
})

const fewer = (taken: number) => ({
  zh: `这个岗位已确认上岗 ${taken} 人，招聘人数不能更少；请核对人数。`,
  en: `${taken} of its openings are taken, so there cannot be fewer; check the number.`,
})
const OVERTAKEN = {
  zh: '导入时这个岗位正被他人改动，这一行没有取入；请再导入一次。',
  en: 'Somebody changed this vacancy while the list was taken; import this row again.',
}

function refuseBuiltOn(): never {
  return fail(
    'lists.import.builtOn',
    {
      zh: '不能撤销：导入的岗位后来又有变动（确认上岗、更正、刷新或关闭）。请在岗位页面逐个办理。',
      en: 'It cannot be undone: vacancies of this import were changed since (taken, corrected, refreshed or closed). Change them one by one.',
    },
    { status: 409 },
  )
}
