import { createReadStream, existsSync, statSync } from 'node:fs'
import { fail } from '#domain/base/fail.ts'
import { type Column, type Head, PERSON_COLUMNS, readHead, VACANCY_COLUMNS } from '#domain/jobs/lines/headings.ts'
import { LineCells, type LineFault } from '#domain/jobs/lines/line-cells.ts'
import { type Built, MarketBuilder, MOST_CERTIFICATES } from '#domain/jobs/lines/market-builder.ts'
import { readPersonLine } from '#domain/jobs/lines/person-line.ts'
import { type SmallClasses, smallClassesOf } from '#domain/jobs/lines/small-classes.ts'
import { readVacancyLine } from '#domain/jobs/lines/vacancy-line.ts'
import { BrokenText, csvRows } from '../../adapters/csv-rows.ts'
import { readTextForm } from '../../lists/reading/text/text-form.ts'
import { jobData } from '../job-data.ts'
import type { FaultFile } from './fault-file.ts'

export type MarketFiles = { persons: string; vacancies: string; on: string; seed: string }
export type ReadMarket = Built & {
  occupations: SmallClasses
  read: { persons: number; vacancies: number }
  notUsed: string[]
}

const LONGEST = 64 * 1024

/** Reads both files line by line. A line with a fault is left out and told; the good ones go on. */
export async function readMarket(files: MarketFiles, faults: FaultFile): Promise<ReadMarket> {
  const { conditions, ...data } = jobData()
  const occupations = smallClassesOf(data.occupations.all)
  const builder = new MarketBuilder()
  const notUsed: string[] = []
  const vacancies = await eachLine(files.vacancies, VACANCY_COLUMNS, async (cells, head) => {
    const line = readVacancyLine(
      cells,
      occupations,
      head.forbidden.map(({ name }) => name),
      conditions,
    )
    if (cells.faults.length === 0 && !builder.addVacancy(line, cells.row)) refuseMore(cells)
    await faults.add('vacancies', cells.faults)
  })
  const persons = await eachLine(files.persons, PERSON_COLUMNS, async (cells) => {
    const line = readPersonLine(cells, occupations, files.on)
    if (cells.faults.length === 0) builder.addPerson(line, cells.row)
    else await faults.add('persons', cells.faults)
  })
  notUsed.push(...vacancies.head.notUsed, ...persons.head.notUsed)
  const built = builder.build(files.seed, occupations.middleClass)
  for (const row of built.repeated.vacancies) await faults.add('vacancies', [repeated(row)])
  for (const row of built.repeated.people) await faults.add('persons', [repeated(row)])
  return { ...built, occupations, read: { persons: persons.lines, vacancies: vacancies.lines }, notUsed }
}

function refuseMore(cells: LineCells): void {
  cells.fault('certificates', 'tooMany', {
    zh: `一次运行最多 ${MOST_CERTIFICATES} 种证书、1048576 个岗位；统一证书名称或分批运行`,
    en: `one run tells at most ${MOST_CERTIFICATES} kinds of certificate and 1048576 vacancies apart; spell certificates alike or run in parts`,
  })
}

const repeated = (row: number): LineFault => ({
  row,
  column: 'id',
  code: 'jobs.line.repeated',
  text: { zh: '编号与前面一行重复；改正其一', en: 'this id stands in a line before; mend one of them' },
  value: '',
})

/** Every line that says something, after the headings; row 1 are the headings. */
async function eachLine(
  path: string,
  known: readonly Column[],
  take: (cells: LineCells, head: Head) => Promise<void>,
): Promise<{ head: Head; lines: number }> {
  let head: Head | undefined
  let [row, lines] = [0, 0]
  for await (const records of recordsOf(path))
    for (const record of records) {
      row++
      if (record.every((cell) => cell.trim() === '')) continue
      if (head === undefined) {
        head = readHead(record, known, path)
        for (const { name, at } of head.forbidden) head.columns.set(name, at)
        continue
      }
      lines++
      await take(new LineCells(record, head.columns, row), head)
    }
  return { head: head ?? readHead([], known, path), lines }
}

async function* recordsOf(path: string): AsyncGenerator<string[][]> {
  if (!existsSync(path) || !statSync(path).isFile())
    fail('jobs.file.unreadable', {
      zh: `读不到文件 ${path}；检查路径和权限。`,
      en: `${path} cannot be read; check its path and permissions.`,
    })
  const { encoding, separator, bom } = await readTextForm(path)
  try {
    yield* csvRows(textOf(path, encoding, bom), { separator, longest: LONGEST })
  } catch (error) {
    if (!(error instanceof BrokenText)) throw error
    fail('jobs.file.broken', {
      zh: `${path} 不是完整的分隔文本：有引号没有结束，或一行超过 ${LONGEST} 字。`,
      en: `${path} is no sound separated text: a quote is not closed, or a line is longer than ${LONGEST} characters.`,
    })
  }
}

async function* textOf(path: string, encoding: string, bom: number) {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  for await (const chunk of createReadStream(path, { start: bom, highWaterMark: 1 << 18 }))
    yield decoder.decode(chunk as Buffer, { stream: true })
  yield decoder.decode()
}
