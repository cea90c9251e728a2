import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { run } from './match.ts'
import { readEnvironment } from './terminal/environment.ts'

const scratch = mkdtempSync(join(tmpdir(), 'ricebowl-match-'))
afterAll(() => rmSync(scratch, { recursive: true }))

async function match(text: string | Buffer) {
  const path = join(scratch, 'instance.json')
  writeFileSync(path, text)
  const said: unknown[] = []
  const answer = (value: unknown) => void said.push(value)
  const code = await run(['--instance', path], { json: true, environment: readEnvironment({}), log: () => {}, answer })
  return { code, value: said[0] }
}

test('stated preferences: who got what, who got nothing', async () => {
  const people = { p1: ['v2', 'v1'], p2: ['v2'], p3: ['v1'] }
  const vacancies = { v1: { openings: 2, order: ['p1', 'p2'] }, v2: { openings: 1, order: ['p1', 'p2'] } }
  expect(await match(JSON.stringify({ people, vacancies }))).toEqual({
    code: 0,
    value: { matched: { p1: ['v2'] }, unmatched: ['p2', 'p3'], blockingPairs: 0 },
  })
})
test('files that cannot be read are refused', async () => {
  await expect(match(Buffer.from([0xff, 0xfe, 0x41]))).rejects.toMatchObject({ code: 'jobs.file.notUtf8' })
  await expect(match('{')).rejects.toMatchObject({ code: 'jobs.instance.notJson' })
  const io = { json: true, environment: readEnvironment({}), log: () => {}, answer: () => {} }
  await expect(run(['--instance', join(scratch, 'none')], io)).rejects.toMatchObject({ code: 'jobs.file.unreadable' })
  await expect(run([], io)).rejects.toMatchObject({ code: 'command.usage.wrong' })
})

async function matchFiles(persons: string, vacancies: string, ...more: string[]) {
  const path = (name: string) => join(scratch, name)
  writeFileSync(path('p.csv'), persons)
  writeFileSync(path('v.csv'), vacancies)
  const said: { value: unknown; text: string }[] = []
  const answer = (value: unknown, text: string) => void said.push({ value, text })
  const files = ['--persons', path('p.csv'), '--vacancies', path('v.csv'), '--out', path('out.csv')]
  const io = { json: true, environment: readEnvironment({}), log: () => {}, answer }
  const code = await run([...files, '--on', '2026-11-26', '--threads', '1', ...more], io)
  return { code, ...said[0]!, result: readFileSync(path('out.csv'), 'utf8') }
}

test('two files: the run in a file, its report printed; 1 when lines were refused', async () => {
  const persons = '编号,区划代码,出生日期,意愿职业\np1,500101,1990-01-01,月嫂\n'
  const vacancies = 'id,occupation,place,openings,wage_low\nv1,4-10-01,500101,1,3000\n'
  const sound = await matchFiles(persons, vacancies)
  expect([sound.code, sound.value]).toMatchObject([
    0,
    { version: expect.any(String), placed: 1, certificate: { blockingPairs: { anchors: 0 } } },
  ])
  expect(sound.result).toContain('p1,v1,1,')
  const partly = await matchFiles(`${persons}p2,12,1990-01-01,月嫂\n`, vacancies, '--certificate', 'full')
  expect([partly.code, partly.value]).toMatchObject([1, { placed: 1, refused: { lines: 1 } }])
  expect(partly.text).toContain('persons 3 area')
  expect(partly.result).toBe(sound.result)
})
test.each([
  ['--backups', '5'],
  ['--factor', '0'],
  ['--threads', 'x'],
  ['--on', '2026-02-30'],
  ['--certificate', 'none'],
])('%s %s is refused', async (option, value) => {
  await expect(matchFiles('', '', option, value)).rejects.toMatchObject({ code: 'command.usage.wrong' })
})
