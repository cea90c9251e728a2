import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { Refusal } from '#domain/base/fail.ts'
import { SHIPPED_PLANS } from '#server/plan/plan-folder.ts'
import { run } from './plan.ts'
import { readEnvironment } from './terminal/environment.ts'

const scratch = mkdtempSync(join(tmpdir(), 'ricebowl-plan-check-'))
afterAll(() => rmSync(scratch, { recursive: true }))

async function check(...args: string[]) {
  const said: { value: unknown; text: string }[] = []
  const io = {
    json: true,
    environment: readEnvironment({}),
    log: () => {},
    answer: (value: unknown, text: string) => void said.push({ value, text }),
  }
  const code = await run(['check', ...args], io)
  return { code, ...said[0]! }
}

test('a sound plan: 0 and its counts', async () => {
  const { code, value } = await check(`${join(SHIPPED_PLANS, 'chongqing-2021')}/`)
  const counts = { actions: 5, measures: 35, indicators: 71, needs: 21, findings: 63, programmes: 21, lists: 18 }
  expect([code, value]).toEqual([0, { ok: true, ...counts, counts, problems: [] }])
})
test('a broken one: 1, with file, line, place and words', async () => {
  const copy = join(scratch, 'broken')
  cpSync(join(SHIPPED_PLANS, 'chongqing-2021'), copy, { recursive: true })
  writeFileSync(join(copy, 'needs', 'wants-work.yaml'), 'key: wants-work\nname: { zh: 求职 }\n')
  const { code, value, text } = await check(copy)
  expect([code, value]).toMatchObject([1, { ok: false }])
  const { problems } = value as {
    problems: { file: string; line: number; path: string; message: { zh: string; en: string } }[]
  }
  expect(problems).toContainEqual({
    file: 'needs/wants-work.yaml',
    line: 2,
    path: 'name',
    message: { zh: expect.stringContaining('英文'), en: expect.stringContaining('English') },
  })
  expect(text).toContain('needs/wants-work.yaml:2 name')
})
test.each([[[]], [[join(scratch, 'none')]], [[SHIPPED_PLANS, 'more']]])('wrong usage is refused: %j', async (args) => {
  await expect(check(...args)).rejects.toThrow(Refusal)
})
