import { Value } from 'typebox/value'
import { expect, test } from 'vitest'
import { catalogue } from '#domain/people/catalogue.ts'
import { rulesApi } from '#domain/rules/rules.api.ts'
import { rulesHandlers } from './rules.handlers.ts'

const on = { type: 'date', value: '2024-06-15', label: { zh: '当日', en: 'on the day' } } as const
const { listFacts, checkRule } = rulesHandlers<null>({ catalogue, parameters: () => ({ on }) })
const check = (text: string, record = 'person') => checkRule({ body: { text, record } }, null)

test('the catalogue as the filter builder needs it, without what is sealed', async () => {
  const reply = await listFacts({}, null)
  expect([...Value.Errors(rulesApi.listFacts.reply, reply)]).toEqual([])
  const person = reply.records.find(({ record }) => record === 'person')!.facts
  expect(person.find(({ key }) => key === 'capacity')).toMatchObject({ type: 'string', nullable: true })
  expect(person.find(({ key }) => key === 'capacity')!.codes).toContainEqual({
    code: 'lost',
    label: { zh: '丧失劳动力', en: 'lost' },
  })
  expect(person.find(({ key }) => key === 'employments')).toMatchObject({ kind: 'list', of: 'employment' })
  expect(person.find(({ key }) => key === 'age')).toMatchObject({ kind: 'derived', type: 'number' })
  expect(person.find(({ key }) => key === 'in_work')).toMatchObject({ kind: 'derived', type: 'boolean' })
  const keys = person.map(({ key }) => key)
  expect(['name', 'identity_mask', 'phone_mask', 'bank_mask'].filter((key) => keys.includes(key))).toEqual([])
})
test.each([
  ['lifted and in_work', 'boolean'],
  ['脱贫人口 and 在务工', 'boolean'],
  ['age + 1', 'number'],
])('%s is a %s', async (text, type) => {
  expect(await check(text)).toEqual({ ok: true, type, error: null })
})
test('what is wrong, and where', async () => {
  expect(await check('lifted and in_wrok')).toMatchObject({
    ok: false,
    error: { from: 11, to: 18, message: { en: expect.stringContaining('in_work') } },
  })
  expect(await check('age >')).toMatchObject({ ok: false, type: null })
  expect(await check('true', 'nobody')).toMatchObject({
    ok: false,
    error: { message: { en: expect.stringContaining('person') } },
  })
})
test('a sealed fact cannot be filtered by, beneath a derived fact or a list neither', async () => {
  expect(await check('starts with(name, "a")')).toMatchObject({
    ok: false,
    error: { message: { en: expect.stringContaining('sealed') } },
  })
  expect(await check('some p in same_phone satisfies p.bank_mask = "1"')).toMatchObject({ ok: false })
})
