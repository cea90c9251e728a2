import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import { type Column, PERSON_COLUMNS, VACANCY_COLUMNS } from '#domain/jobs/lines/headings.ts'
import { accept } from '#domain/jobs/stated/accept.ts'
import { check } from '#domain/jobs/stated/check.ts'
import { readInstance } from '#domain/jobs/stated/instance.ts'
import { parseJson } from '#domain/jobs/stated/json-text.ts'
import { type CityMatchReport, matchFiles } from '#server/jobs/city-match.ts'
import { version } from '#server/version.ts'
import { keptRun } from './match/kept-run.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'

const columns = (known: readonly Column[]) =>
  known
    .map(({ key, zh, required, says }) => `  ${`${key}${required ? '*' : ''}`.padEnd(15)} ${zh[0]}: ${says}`)
    .join('\n')

export const usage: Usage = {
  summary: { zh: '人岗匹配：人人按意愿、岗位按公开次序', en: 'match people and vacancies, fairly and checked' },
  forms: [
    'match --instance FILE.json',
    'match --run new [--on YYYY-MM-DD] [--seed TEXT]',
    'match --run ID [--replay]',
    'match --persons P.csv --vacancies V.csv --out OUT.csv [--seed TEXT] [--on YYYY-MM-DD] [--backups 0-4] [--factor 1-3] [--threads N] [--certificate quick|full]',
  ],
  more: `P.csv (* must be there; headings in either language, UTF-8 or GB18030):
${columns(PERSON_COLUMNS)}
V.csv:
${columns(VACANCY_COLUMNS)}
OUT.csv: person, anchor, rank, points, backup_1 …, reason, standing, cut_off (T tier - B band - public rank; open).
Lines with a fault are left out and told one by one (OUT.csv.errors.csv holds all); the exit code is then 1.
With --run the whole city is placed out of the ledger, or a kept run shown; --replay computes it again from what was known then.
OUT.csv.gaps.csv: how many got nothing, by home, first wished occupation and reason.`,
}

const OPTIONS = {
  instance: { type: 'string' },
  run: { type: 'string' },
  replay: { type: 'boolean' },
  persons: { type: 'string' },
  vacancies: { type: 'string' },
  out: { type: 'string' },
  seed: { type: 'string' },
  on: { type: 'string' },
  backups: { type: 'string' },
  factor: { type: 'string' },
  threads: { type: 'string' },
  certificate: { type: 'string' },
} as const

/** Prints a matching of stated preferences, a run of the whole city, or the report of a run over two files; that goes to a file. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, usage)
  const { instance, persons, vacancies, out } = values
  if (positionals.length > 0) return refuseUsage(usage)
  if (values.run !== undefined) {
    if (instance || persons || vacancies || out || !/^(new|\d{1,15})$/.test(values.run)) return refuseUsage(usage)
    if (values.on !== undefined && !isDay(values.on)) return refuseUsage(usage)
    const { run: kept, replay = false, seed, on } = values
    return keptRun({ run: kept, replay, seed, on }, io)
  }
  if (instance) return persons || vacancies || out ? refuseUsage(usage) : matchInstance(instance, io)
  if (!persons || !vacancies || !out) return refuseUsage(usage)
  const { seed = 'ricebowl', on = new Date().toISOString().slice(0, 10), certificate = 'quick' } = values
  if (!isDay(on) || (certificate !== 'quick' && certificate !== 'full')) return refuseUsage(usage)
  const whole = (text: string | undefined, least: number, most: number, otherwise: number) => {
    const number = text === undefined ? otherwise : Number(text)
    return Number.isInteger(number) && number >= least && number <= most ? number : refuseUsage(usage)
  }
  const report = await matchFiles({
    ...{ persons, vacancies, out, seed, on, certificate },
    backUps: whole(values.backups, 0, 4, 3),
    factor: whole(values.factor, 1, 3, 2),
    threads: whole(values.threads, 1, 64, Math.min(8, availableParallelism())),
  })
  io.answer({ version: version(), ...report }, reportText(report))
  return report.refused.lines > 0 ? 1 : 0
}

function reportText(report: CityMatchReport): string {
  const { people, vacancies, openings, placed, unmatched, refused, certificate, files } = report
  const { blockingPairs, overQuota, ineligible, doubled } = certificate
  const errors = refused.errors.map(({ file, row, column, text }) => `${file} ${row} ${column}: ${text.zh} ${text.en}`)
  const reasons = Object.entries(unmatched.reasons).map(([reason, count]) => `${reason} ${count}`)
  return [
    ...errors,
    `人员 people ${people}, 岗位 vacancies ${vacancies}, 名额 openings ${openings}`,
    `已安排 placed ${placed}, 未安排 unmatched ${unmatched.people} (${reasons.join(', ')})`,
    `阻塞对 blocking pairs ${blockingPairs.anchors} + ${blockingPairs.backUps}, 超额、不合格、重复 over, ineligible, doubled ${overQuota} ${ineligible} ${doubled}`,
    `${files.result}, ${files.gaps}${refused.file ? `, ${refused.file}` : ''}`,
  ].join('\n')
}

function matchInstance(path: string, io: Io): number {
  const instance = readInstance(parseJson(readText(path)))
  const matching = accept(instance)
  const { blockingPairs, overOpenings, unacceptable } = check(instance, matching)
  if (overOpenings + unacceptable > 0) throw new Error('a place was given that is none')
  const people = [...instance.people.keys()]
  const placed = people.filter((person) => matching.has(person))
  const unmatched = people.filter((person) => !matching.has(person))
  const matched = Object.fromEntries(placed.map((person) => [person, [matching.get(person)!]]))
  const text = [
    ...placed.map((person) => `${person} → ${matching.get(person)}`),
    ...unmatched.map((name) => `${name} —`),
  ]
  io.answer(
    { matched, unmatched, blockingPairs },
    [...text, `未安排 unmatched ${unmatched.length}, 阻塞对 blocking pairs ${blockingPairs}`].join('\n'),
  )
  return 0
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof TypeError)
      fail('jobs.file.notUtf8', {
        zh: `${path} 不是 UTF-8 编码；请另存为 UTF-8。`,
        en: `${path} is not UTF-8; save it as UTF-8.`,
      })
    return fail('jobs.file.unreadable', {
      zh: `读不到文件 ${path}；检查路径和权限。`,
      en: `${path} cannot be read; check its path and permissions.`,
    })
  }
}
