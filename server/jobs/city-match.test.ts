import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { randomOf } from '#domain/jobs/market/lottery.ts'
import { type CityMatch, matchFiles } from './city-match.ts'

const scratch = mkdtempSync(join(tmpdir(), 'ricebowl-match-'))
afterAll(() => rmSync(scratch, { recursive: true }))
const below = randomOf('files')
const pick = <T>(values: T[]): T => values[below(values.length)]!

const OCCUPATIONS = ['6-18-02', '6-18-01', '4-10-01', '4-03-02', '6-05-01']
const PLACES = ['500101', '500235', '广东']
const PERSON_HEAD = 'id,area,born,tier,schooling,wage_floor,occupations,places,skills,stays'
const VACANCY_HEAD = 'id,occupation,place,openings,wage_low,wage_high,skill,kind'
const people = Array.from({ length: 2500 }, (_, at) => {
  const wishes = [...new Set([pick(OCCUPATIONS), pick(OCCUPATIONS)])].join(';')
  const places = [...new Set([pick(['home', '广东']), pick(PLACES)])].join(';')
  const skills = `${pick(OCCUPATIONS)}:${below(6)}`
  const area = `${pick(['500101', '500235'])}00${1 + below(3)}001`
  const facts = [pick(['1990-01-01', '1960-05-05', '2009-01-01']), 1 + below(4), 1 + below(5), 2000 + 100 * below(15)]
  return [`p${at}`, area, ...facts, wishes, places, skills, pick(['yes', 'no'])].join(',')
})
const vacancies = Array.from({ length: 220 }, (_, at) => {
  const wage = 2200 + 100 * below(20)
  const kind = pick(['ordinary', 'ordinary', 'workshop', 'public'])
  return [`v${at}`, pick(OCCUPATIONS), pick(PLACES), below(14), wage, wage + 500, pick([0, 0, 0, 2]), kind].join(',')
})
const shuffled = <T>(values: T[]): T[] =>
  values
    .map((value) => ({ value, at: below(1e9) }))
    .sort((a, b) => a.at - b.at)
    .map(({ value }) => value)

async function match(name: string, persons: string[], jobs: string[], more: Partial<CityMatch> = {}) {
  const path = (file: string) => join(scratch, `${name}.${file}.csv`)
  writeFileSync(path('p'), persons.join('\n'))
  writeFileSync(path('v'), jobs.join('\n'))
  const files = { persons: path('p'), vacancies: path('v'), out: path('out') }
  const report = await matchFiles({
    ...files,
    on: '2026-11-26',
    seed: 'a',
    threads: 1,
    backUps: 3,
    factor: 2,
    certificate: 'full',
    ...more,
  })
  const { milliseconds: _, files: __, ...rest } = report
  return { report: rest, result: readFileSync(files.out, 'utf8'), gaps: readFileSync(report.files.gaps, 'utf8') }
}
const plain = match('plain', [PERSON_HEAD, ...people], [VACANCY_HEAD, ...vacancies])

test('a run over two files: who got what, certified', async () => {
  const { report, result } = await plain
  expect(report).toMatchObject({
    people: 2500,
    vacancies: 220,
    refused: { lines: 0, errors: [], file: null },
    certificate: { blockingPairs: { anchors: 0, backUps: 0 }, overQuota: 0, ineligible: 0, doubled: 0, onlyFlooded: 0 },
  })
  expect(report.placed).toBeGreaterThan(500)
  expect(report.placed + report.unmatched.people).toBe(2500)
  expect(report.certificate.mostPlaceable).toBeGreaterThanOrEqual(report.placed)
  expect(report.certificate.utilityBound).toBeGreaterThanOrEqual(report.certificate.utility)
  const [head, ...lines] = result.trimEnd().split('\n')
  expect(head).toBe('person,anchor,rank,points,backup_1,backup_2,backup_3,reason,standing,cut_off')
  expect(lines).toHaveLength(2500)
  expect(lines.filter((line) => line.split(',')[1] !== '')).toHaveLength(report.placed)
})
test.each([2, 3])('%i threads: the same to the byte', async (threads) => {
  expect(await match(`threads${threads}`, [PERSON_HEAD, ...people], [VACANCY_HEAD, ...vacancies], { threads })).toEqual(
    await plain,
  )
})
test('any order of lines: the same to the byte, and by the same hash', async () => {
  expect(await match('order', [PERSON_HEAD, ...shuffled(people)], [VACANCY_HEAD, ...shuffled(vacancies)])).toEqual(
    await plain,
  )
})
test('sex, ethnicity and household registration exchanged: the same to the byte', async () => {
  const head = `${PERSON_HEAD},sex,民族,户籍`
  const groups = people.map(() => `${pick(['男', '女'])},${pick(['汉', '土家', '苗'])},${pick(['农业', '非农业'])}`)
  const filled = await match(
    'groups',
    [head, ...people.map((line, at) => `${line},${groups[at]}`)],
    [VACANCY_HEAD, ...vacancies],
  )
  const exchanged = shuffled(groups)
  const other = await match(
    'exchanged',
    [head, ...people.map((line, at) => `${line},${exchanged[at]}`)],
    [VACANCY_HEAD, ...vacancies],
  )
  expect(other).toEqual(filled)
  expect([filled.result, filled.report.inputs]).toEqual([(await plain).result, (await plain).report.inputs])
})
test('what is read does change the result: tiers exchanged, another seed', async () => {
  const tiers = shuffled(people.map((line) => line.split(',')[3]!))
  const exchanged = people.map((line, at) => line.split(',').with(3, tiers[at]!).join(','))
  const other = await match('tiers', [PERSON_HEAD, ...exchanged], [VACANCY_HEAD, ...vacancies])
  expect(other.result).not.toBe((await plain).result)
  expect(other.report.inputs).not.toBe((await plain).report.inputs)
  const drawn = await match('seed', [PERSON_HEAD, ...people], [VACANCY_HEAD, ...vacancies], { seed: 'b' })
  expect(drawn.result).not.toBe((await plain).result)
})

test('bad lines are told one by one, the value masked, and the good ones go on', async () => {
  const bad = [
    'x1,12,1990-01-01,1,1,,,,,',
    'p0,500101001001,1990-01-01,1,1,2000,6-18-02,,,',
    ',500101,1990-02-30,0,王,-1,屠龙,火星,6-18-02:9,也许',
  ]
  const jobs = [...vacancies, 'y1,6-18-02,500000,1,3000,2000,,', 'y2,6-18-02,500101,1.5,,,,']
  const { report, result } = await match('bad', [PERSON_HEAD, ...people, ...bad], [VACANCY_HEAD, ...jobs])
  const told = report.refused.errors.map(({ file, row, column, code }) => `${file} ${row} ${column} ${code.slice(10)}`)
  const third = 'born day,tier notWhole,schooling unknown,wage_floor notWhole,stays unknown,id missing'.split(',')
  const lists = ['occupations occupation', 'places place', 'skills level']
  const expected = [
    ...['vacancies 222 place place', 'vacancies 222 wage_high wage'],
    ...['vacancies 223 openings notWhole', 'vacancies 223 wage_low missing', 'persons 2502 area area'],
    ...[...third, ...lists].map((what) => `persons 2504 ${what}`),
    'persons 2503 id repeated',
  ]
  expect(told.toSorted()).toEqual(expected.toSorted())
  expect(report.refused.lines).toBe(5)
  expect(report.refused.errors.map(({ value }) => value).join('')).not.toMatch(/[^*]{4}/)
  expect(result).toBe((await plain).result)
  expect(readFileSync(report.refused.file!, 'utf8').split('\n')).toHaveLength(report.refused.errors.length + 2)
})
test('a discriminatory condition is refused with the clause; one that says there is no limit is not', async () => {
  const plain = 'v1,6-18-02,500101,1,3000,,,'
  const jobs = [
    `${VACANCY_HEAD},性别,备注`,
    `${plain},限男性,`,
    `${plain.replace('1', '2')},不限,男女不限`,
    `${plain},,限女 40岁以下`,
  ]
  const { report } = await match('sex', [PERSON_HEAD, ...people.slice(0, 5)], jobs)
  expect(report.vacancies).toBe(1)
  expect(report.refused.errors).toMatchObject([
    { row: 2, column: '性别', code: 'jobs.line.discriminatory' },
    { row: 4, column: 'notes', code: 'jobs.line.discriminatory' },
    { row: 4, column: 'notes', code: 'jobs.line.ageRule' },
  ])
  expect(report.refused.errors[0]!.text.zh).toContain('就业促进法')
})
test('a list as a spreadsheet saves it: byte order mark, CRLF, GB18030, Chinese headings, numbers too large', async () => {
  const lines = ['编号,区划代码,出生日期,意愿职业,意愿地点', 'p1,500101001001,1990-01-01,6-18-02,本县', '']
  const jobs = [
    '岗位编号,职业,工作地点,名额,月薪下限',
    'v1,6-18-02,500101,1,3000',
    'v2,6-18-02,500101,99999999999999999999,3000',
    'v3,6-18-02,500101,1,1e9',
    '',
  ]
  const mark = await match('mark', [`\ufeff${lines.join('\r\n')}`], [jobs.join('\r\n')])
  expect(mark.report.refused.errors).toMatchObject([
    { row: 3, column: 'openings', code: 'jobs.line.notWhole' },
    { row: 4, column: 'wage_low', code: 'jobs.line.notWhole' },
  ])
  expect(mark.result).toContain('p1,v1,1,')
  // 编号,区划代码,出生日期,意愿职业 and the line below them, as Excel of a Chinese Windows writes them.
  const gb = Buffer.from('b1e0bac52cc7f8bbaeb4fac2eb2cb3f6c9fac8d5c6da2cd2e2d4b8d6b0d2b50d0a', 'hex')
  const path = join(scratch, 'gb.csv')
  writeFileSync(path, Buffer.concat([gb, Buffer.from('p1,500101001001,1990-01-01,6-18-02\r\n')]))
  const vacancyFile = join(scratch, 'mark.v.csv')
  const files = { persons: path, vacancies: vacancyFile, out: join(scratch, 'gb.out.csv') }
  const settings = { on: '2026-11-26', seed: 'a', threads: 1, backUps: 3, factor: 2, certificate: 'quick' } as const
  expect((await matchFiles({ ...files, ...settings })).placed).toBe(1)
  for (const [out, code] of [
    [path, 'jobs.files.outIsInput'],
    [join(scratch, 'none', 'out.csv'), 'jobs.files.unwritable'],
  ] as const)
    await expect(matchFiles({ ...files, ...settings, out })).rejects.toMatchObject({ code })
  expect(readFileSync(path)).toHaveLength(gb.length + 36)
})

test.each([
  ['nobody', [PERSON_HEAD], [VACANCY_HEAD, ...vacancies], 0],
  ['nothing', [PERSON_HEAD, ...people.slice(0, 3)], [VACANCY_HEAD], 3],
  ['neither', [PERSON_HEAD], [VACANCY_HEAD], 0],
])('%s: an empty side is a run without placements', async (name, persons, jobs, unmatched) => {
  const { report } = await match(name, persons, jobs)
  expect(report).toMatchObject({
    placed: 0,
    unmatched: { people: unmatched },
    certificate: { blockingPairs: { anchors: 0 } },
  })
})
test('openings that can only be mistyped are refused before they fill the memory; many for few people are not', async () => {
  const huge = (count: number) => Array.from({ length: count }, (_, at) => `h${at},6-18-02,500101,1000000,3000,,,`)
  const { report } = await match('wide', [PERSON_HEAD, ...people], [VACANCY_HEAD, ...huge(20)])
  expect(report).toMatchObject({ openings: 20_000_000, certificate: { blockingPairs: { anchors: 0 }, overQuota: 0 } })
  const tooMany = match('huge', [PERSON_HEAD, ...people], [VACANCY_HEAD, ...huge(20_001)])
  await expect(tooMany).rejects.toMatchObject({ code: 'jobs.files.tooManyOpenings' })
})
test('files that are no tables are refused, and nothing is left half-written', async () => {
  await expect(match('head', ['id,tier'], [VACANCY_HEAD])).rejects.toMatchObject({ code: 'jobs.heading.missing' })
  await expect(match('twice', [`${PERSON_HEAD},编号`], [VACANCY_HEAD])).rejects.toMatchObject({
    code: 'jobs.heading.twice',
  })
  await expect(match('quote', [PERSON_HEAD, '"p1'], [VACANCY_HEAD])).rejects.toMatchObject({ code: 'jobs.file.broken' })
  await expect(match('none', [PERSON_HEAD, 'x'], [VACANCY_HEAD])).rejects.toMatchObject({
    code: 'jobs.files.nothingSound',
  })
  expect(existsSync(join(scratch, 'head.out.csv'))).toBe(false)
  expect(readdirSync(scratch).filter((name) => name.endsWith('.part'))).toEqual([])
})
