import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
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
