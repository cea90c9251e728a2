import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { type SmallCity, smallCity } from '../test/small-city.ts'
import { run } from './explain.ts'
import type { Io } from './terminal/io.ts'

let city: SmallCity
beforeAll(async () => {
  city = await smallCity()
})
afterAll(() => city?.drop())

async function explain(...args: string[]): Promise<{ code: number; value: Record<string, unknown>; text: string }> {
  let said: [unknown, string] = [undefined, '']
  const environment = { dataDir: inject('testServer').dataDir, port: 0, databaseUrl: city.database.url }
  const io: Io = { json: true, environment, answer: (...answer) => (said = answer), log: () => {} }
  const code = await run(args, io)
  return { code, value: said[0] as Record<string, unknown>, text: said[1] }
}
const codeOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'answered',
    (error) => error.code,
  )

test('says what was known of a person at two moments, and why', async () => {
  const ask = ['--person', '1002', '--predicate', 'lifted-in-work', '--on', '2021-09-30']
  const [now, then] = [await explain(...ask), await explain(...ask, '--known-at', '2021-10-01T00:00:00Z')]
  expect([now.code, now.value.outcome, then.value.outcome]).toEqual([0, 'yes', 'no'])
  expect(now.value).toMatchObject({ predicate: 'lifted-in-work', missing: [], asOf: { on: '2021-09-30' } })
  expect(now.text).toContain('employments')
})

test('a missing fact is named', async () => {
  const { value } = await explain('--person', '1005', '--predicate', 'file-due', '--on', '2026-06-01')
  expect([value.outcome, value.missing]).toMatchObject(['unknown', [{ fact: 'person.birth_date' }]])
})

test('unknown people, rules, days and moments are refused', async () => {
  const ask = (...args: string[]) => codeOf(explain(...args))
  expect(await ask('--person', '987654321', '--predicate', 'lost-work')).toBe('people.person.absent')
  expect(await ask('--person', '1001', '--predicate', 'nothing')).toBe('people.predicate.unknown')
  expect(await ask('--person', '1001', '--predicate', 'lost-work', '--on', '2021-02-30')).toBe('people.day.unknown')
  expect(await ask('--person', '1001', '--predicate', 'lost-work', '--known-at', 'May')).toBe('people.instant.unknown')
  expect(await ask('--person', 'x', '--predicate', 'lost-work')).toBe('command.usage.wrong')
})
