import { expect, test } from 'vitest'
import { add, type Change, SMALL, saidAt, swap } from '../small-plan.ts'

/** Each plants one breakage in the small plan's list: the change, and the place and the words of the one problem it gives. */
const ROSTER = 'lists/shop-roster.yaml'
const planted: [name: string, change: (text: string) => string, place: string, words: RegExp][] = [
  ['an unknown source', swap('source: paper', 'source: papers'), ':4 source', /did you mean paper/],
  ['a column twice', swap('key: shop,', 'key: name,'), ':14 columns[4].key', /already in lists/],
  [
    'a heading twice',
    swap('headings: [车间]', 'headings: [车间, 姓 名]'),
    ':14 columns[4].headings[1]',
    /already belongs to name/,
  ],
  ['an unknown word list', swap('codes: sex', 'codes: sexes'), ':13 columns[3].codes', /did you mean sex/],
  ['a code column without codes', swap(', codes: sex', ''), ':13 columns[3].type', /has `codes`/],
  ['codes of a text column', swap('type: text }', 'type: text, codes: sex }'), ':14 columns[4].type', /no other has/],
  [
    'words of yes and no that are neither',
    swap(
      '  - { key: shop,',
      '  - { key: ok, headings: [行], label: { zh: 行, en: ok }, type: boolean, codes: sex }\n  - { key: shop,',
    ),
    ':14 columns[4].codes',
    /mean `true` or `false`/,
  ],
  ['an area without level', swap(', level: village', ''), ':10 columns[0].type', /has a `level`/],
  [
    'a place that is no area',
    swap('type: money }', 'type: money, place: home }'),
    ':17 columns[7].type',
    /only such a column/,
  ],
  [
    'a word of two codes',
    swap('codes: sex', 'codes: { male: [男, 人], female: [女, 人] }'),
    ':13 columns[3].codes',
    /means both male and female/,
  ],
  ['an unknown type', swap('type: money', 'type: monies'), ':17 columns[7].type', /did you mean money/],
  [
    'a match by no column',
    swap('by: [village, name]', 'by: [village, names]'),
    ':19 match[0].by[1]',
    /did you mean name/,
  ],
  [
    'an unknown record',
    swap('record: employment', 'record: employments'),
    ':28 says[2].record',
    /did you mean employment/,
  ],
  [
    'an unknown fact',
    swap('monthly_wage_fen: wage', 'monthly_wage: wage'),
    ':30 says[2].facts.monthly_wage',
    /monthly_wage_fen/,
  ],
  ['a fact of no column', swap('employer: shop', 'employer: shops'), ':30 says[2].facts.employer', /did you mean shop/],
  [
    'a type that does not fit',
    swap('monthly_wage_fen: wage', 'monthly_wage_fen: shop'),
    ':30 says[2].facts.monthly_wage_fen',
    /does not fit/,
  ],
  [
    'a value that is no code',
    swap('value: workshop', 'value: workshops'),
    ':30 says[2].facts.channel',
    /did you mean workshop/,
  ],
  ['a value of another type', swap('value: workshop', 'value: 7'), ':30 says[2].facts.channel', /does not fit/],
  [
    'a day for what is no date',
    swap('employer: shop', 'employer: { asOf: true }'),
    ':30 says[2].facts.employer',
    /does not fit/,
  ],
  [
    'a kind of site the plan has not',
    swap('value: shop', 'value: shops'),
    ':23 says[0].facts.kind',
    /did you mean shop/,
  ],
  [
    'codes that are not the fact’s',
    swap('codes: sex', 'codes: { man: [男], woman: [女] }'),
    ':26 says[1].facts.sex',
    /no code “man”/,
  ],
  ['a start that is no day', swap('from: joined_on', 'from: wage'), ':31 says[2].from', /does not fit/],
  ['an end of no column', swap('through: left_on', 'through: left'), ':32 says[2].through', /did you mean left_on/],
  [
    'a spell without a start',
    (text) => text.replace(/ {4}from: joined_on\n {4}through: left_on\n/, ''),
    ':28 says[2]',
    /says from when/,
  ],
  [
    'the same by no fact',
    swap('same: [employer]', 'same: [employers]'),
    ':33 says[2].same[0]',
    /did you mean employer/,
  ],
  [
    'a replaced fact that is not said',
    swap('rank: [monthly_wage_fen]', 'rank: [wages]'),
    ':34 says[2].replaces.rank[0]',
    /no fact “wages”/,
  ],
  ['a condition on no column', swap('column: sex,', 'column: sexes,'), ':29 says[2].when.column', /did you mean sex/],
  ['a condition on no code', swap('is: [male]', 'is: [mail]'), ':29 says[2].when.is[0]', /did you mean male/],
  ['too little to open a record', swap('place: village, employer', 'employer'), ':28 says[2]', /also needs: place/],
  ['a subject that is not said', swap('subject: person', 'subject: household'), ':20 says', /speaks of a household/],
]
test.each(planted)('planted: %s', (_, change, place, words) => {
  const { en, zh, files } = saidAt({ [ROSTER]: change }, ROSTER + place)
  expect(en).toMatch(words)
  expect(zh).toMatch(/[一-鿿]/)
  expect(files).toBe(1)
})

const CASES = `list: shop-rosters
places: { "500101001001": 甲村 }
cases: [{ about: { zh: 一, en: one }, row: { 姓名: 张三 }, faults: [] }]
`
const elsewhere: [name: string, change: Change, place: string, words: RegExp][] = [
  [
    'a list twice',
    { 'common/lists/shop-roster.yaml': SMALL['lists/shop-roster.yaml'] },
    'lists/shop-roster.yaml:1 key',
    /already in common/,
  ],
  [
    'cases of no list',
    { 'lists/cases/shop-rosters.yaml': CASES },
    'lists/cases/shop-rosters.yaml:1 list',
    /did you mean shop-roster/,
  ],
  [
    'nothing to find by',
    {
      [ROSTER]: (text) =>
        text
          .replace('  - { by: [village, name], review: true }', '  []')
          .replace(/.*证件号码.*\n/, '')
          .replace(', identity: identity', '')
          .replace(', blank: [identity]', ''),
    },
    `${ROSTER}:17 match`,
    /nothing would be found/,
  ],
  [
    'word lists that cannot be read',
    { 'common/lists/words/person.yaml': add('  sex: {}\n') },
    'common/lists/words/person.yaml:3',
    /written twice/,
  ],
]
test.each(elsewhere)('planted: %s', (_, change, place, words) => {
  expect(saidAt(change, place).en).toMatch(words)
})
