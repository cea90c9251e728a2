import { expect, test } from 'vitest'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Catalogue } from '#domain/people/fact.ts'
import { ruleWords, wordsBetween } from './rule-words.ts'

const records = Object.entries(catalogue as Catalogue).map(([record, { label, facts }]) => ({
  record,
  label,
  facts: Object.entries(facts).map(([key, fact]) => ({
    key,
    label: fact.label,
    kind: fact.kind,
    type: null,
    of: fact.kind === 'list' ? fact.of : fact.kind === 'ref' ? fact.to : null,
    nullable: true,
    codes:
      fact.kind === 'scalar' && fact.codes
        ? Object.entries(fact.codes).map(([code, words]) => ({ code, label: words }))
        : null,
    unit: null,
    note: null,
  })),
}))
const chinese = (rule: string) => wordsBetween(ruleWords(rule, records), 0, rule.length)

test.each([
  ['alive and not(in_school = true)', '在世 且 非(在校生 = 是)'],
  [
    'some m in memberships satisfies m.kind = "lifted" and m.current',
    '有 m 于 身份类别 满足 m.类别 = “脱贫户” 且 m.当日有效',
  ],
  ['household.relocated = true or death_date > on', '家庭.易地搬迁户 = 是 或 死亡日期 > 当日'],
  ['education in ("junior", "senior") and month_start != null', '文化程度 属于 (“初中”, “高中”) 且 month_start != 空'],
  ['some i in insurances satisfies i.kind = "medical"', '有 i 于 参保经历 满足 i.险种 = “医疗保险”'],
])('%s is read in Chinese', (rule, words) => {
  expect(chinese(rule)).toBe(words)
})

test('a part of the text is read from its own span', () => {
  const rule = 'alive and age >= 16'
  expect(wordsBetween(ruleWords(rule, records), 10, 19)).toBe('年龄 >= 16')
})
