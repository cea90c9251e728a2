import { type ReadPlan, readPlan } from './read-plan.ts'

/** A plan small enough to break in every way there is. */
export const SMALL: Record<string, string> = {
  'plan.yaml': `key: small-2030
name: { zh: 小方案, en: Small plan }
startsOn: 2030-01-01
endsOn: 2032-12-31
source: paper
notKnown: []
`,
  'actions/work.yaml': `key: work
name: { zh: 就业, en: Work }
aim: { zh: 增收, en: Raise incomes }
measures:
  - { key: in-work, name: { zh: 务工, en: In work }, statement: { zh: 稳岗, en: Keep people in work } }
  - { key: shops, name: { zh: 车间, en: Shops }, statement: { zh: 建车间, en: Build shops } }
`,
  'indicators/in-work.yaml': `key: in-work
measure: in-work
name: { zh: 务工人数, en: People in work }
kind: floor
unit: person
counts: person
where: in_work and alive
attribution: { zh: 按人, en: Each person once }
source: paper
details:
  - key: verified
    name: { zh: 已核实, en: verified }
    kind: share
    unit: percent
    counts: person
    of: in_work
    where: verified_on >= month_start
`,
  'indicators/shops.yaml': `key: shops
measure: shops
name: { zh: 车间, en: Shops }
kind: band
unit: site
counts: site
where: kind = "shop" and current
attribution: { zh: 按个, en: Each site once }
source: paper
`,
  'targets.yaml': `targets:
  - { indicator: in-work, value: 100, from: 2030-01-01, by: 2032-12-31, source: paper }
  - { indicator: shops, value: 10, from: 2030-01-01, by: 2032-12-31, width: shop_width, source: paper }
`,
  'tasks.yaml': `tasks:
  - { indicator: in-work, year: 2030, value: 90, source: paper }
`,
  'decompositions/in-work.yaml': `indicator: in-work
from: 2030-01-01
assumption: { zh: 假设, en: Assumed }
rows: { "500101": 60, "500102": 40 }
`,
  'sources.yaml': `sources:
  paper: { title: 文件, address: example.org }
`,
  'published.yaml': `published:
  - { indicator: in-work, on: 2030-06-30, value: 95, source: paper, text: { zh: 九十五, en: Ninety-five } }
`,
  'parameters/widths.yaml': `parameters:
  - key: shop_width
    label: { zh: 车间幅度, en: width of shops }
    type: number
    value: 1
    from: 2030-01-01
    assumption: { zh: 假设, en: Assumed }
`,
  'sites.yaml': `kinds:
  - { key: shop, name: { zh: 车间, en: Shop }, fields: [] }
`,
  'programmes/bonus.yaml': `key: bonus
name: { zh: 奖补, en: Bonus }
action: work
source: paper
`,
  'common/lists/words/person.yaml': `words:
  sex: { male: [男], female: [女] }
`,
  'lists/shop-roster.yaml': `key: shop-roster
name: { zh: 车间花名册, en: Shop roster }
origin: { zh: 车间报送, en: Handed in by shops }
source: paper
assumptions: []
rank: 10
subject: person
opens: true
columns:
  - { key: village, headings: [村, 行政村], label: { zh: 村, en: village }, type: area, level: village, place: home }
  - { key: name, headings: [姓名], label: { zh: 姓名, en: name }, type: text, required: true }
  - { key: identity, headings: [证件号码], label: { zh: 证件号码, en: identity number }, type: identity }
  - { key: sex, headings: [性别], label: { zh: 性别, en: sex }, type: code, codes: sex }
  - { key: shop, headings: [车间], label: { zh: 车间, en: shop }, type: text }
  - { key: joined_on, headings: [上岗时间], label: { zh: 上岗, en: joined }, type: day }
  - { key: left_on, headings: [离岗时间], label: { zh: 离岗, en: left }, type: day }
  - { key: wage, headings: [月工资], label: { zh: 月工资, en: wage }, type: money }
match:
  - { by: [village, name], review: true }
says:
  - record: site
    known: true
    facts: { kind: { value: shop }, name: shop }
    same: [kind, name]
  - record: person
    facts: { area: village, name: name, identity: identity, sex: sex }
    replaces: { rank: [sex], blank: [identity] }
  - record: employment
    when: { column: sex, is: [male] }
    facts: { place: village, employer: shop, channel: { value: workshop }, monthly_wage_fen: wage, verified_on: { asOf: true } }
    from: joined_on
    through: left_on
    same: [employer]
    replaces: { rank: [monthly_wage_fen] }
`,
  'needs/grown-up.yaml': `key: grown-up
name: { zh: 成年, en: Grown up }
where: age >= 18
mend: { zh: 联系, en: Call }
source: paper
`,
  'checks/paid-child.yaml': `key: paid-child
name: { zh: 儿童领补, en: Paid child }
clause: 1_01
severity: hold
where: age < 16 and (some g in grants satisfies g.programme = "bonus")
mend: { zh: 核实, en: Check }
source: paper
`,
  'cases/grown-up.yaml': `predicate: grown-up
on: 2030-06-30
person: { birth_date: 2000-01-01 }
cases:
  - { expect: yes, about: { zh: 三十岁, en: Thirty } }
  - { expect: no, about: { zh: 十岁, en: Ten }, with: { birth_date: 2020-01-01 } }
  - { expect: unknown, about: { zh: 无生日, en: No birthday }, with: { birth_date: null }, missing: [person.birth_date] }
`,
  'cases/paid-child.yaml': `predicate: paid-child
on: 2030-06-30
person: { birth_date: 2020-01-01, grants: [{ programme: bonus, paid_on: 2030-01-01 }] }
cases:
  - { expect: yes, about: { zh: 已领, en: Paid } }
  - { expect: no, about: { zh: 成人, en: Adult }, with: { birth_date: 2000-01-01 } }
  - { expect: unknown, about: { zh: 无生日, en: No birthday }, with: { birth_date: null } }
`,
}

export type Change = Record<string, string | undefined | ((text: string) => string)>
/** What is found in the small plan with these files changed; a breakage that changes nothing would prove nothing. */
export function changed(change: Change): ReadPlan {
  const texts = new Map(Object.entries(SMALL))
  for (const [file, to] of Object.entries(change)) {
    const text = typeof to === 'function' ? to(texts.get(file)!) : to
    if (text === texts.get(file)) throw new Error(`${file} is as it was`)
    if (text === undefined) texts.delete(file)
    else texts.set(file, text)
  }
  return readPlan(texts)
}
export const swap =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, to)
export const add =
  (more: string) =>
  (text: string): string =>
    text + more

/** What is said at a place (`file:line path`) once the small plan is so changed, and in how many files anything is. */
export function saidAt(change: Change, place: string): { en: string; zh: string; files: number } {
  const { problems } = changed(change)
  const there = problems.filter(
    ({ file, line, path }) => `${file}${line === null ? '' : `:${line}`}${path && ` ${path}`}` === place,
  )
  const [en, zh] = (['en', 'zh'] as const).map((language) => there.map(({ message }) => message[language]).join('\n'))
  return {
    en: there.length ? en! : JSON.stringify(problems),
    zh: zh!,
    files: new Set(problems.map((p) => p.file)).size,
  }
}
