import { expect, test } from 'vitest'
import { add, type Change, SMALL, saidAt, swap } from '../small-plan.ts'

/** Each plants one breakage: the file changed, the change, and the place and the words of the one problem it gives. */
const planted: [name: string, change: Change, place: string, words: RegExp][] = [
  [
    'an unknown measure',
    { 'indicators/shops.yaml': swap('measure: shops', 'measure: shop') },
    'indicators/shops.yaml:2 measure',
    /no measure “shop”; did you mean shops/,
  ],
  [
    'a measure without a figure',
    { 'actions/work.yaml': add('  - { key: idle, name: { zh: 空, en: Idle }, statement: { zh: 空, en: Idle } }\n') },
    'actions/work.yaml:7 measures[2].key',
    /“idle” has no indicator/,
  ],
  [
    'a measure twice',
    { 'actions/work.yaml': add('  - { key: shops, name: { zh: 空, en: Idle }, statement: { zh: 空, en: Idle } }\n') },
    'actions/work.yaml:7 measures[2].key',
    /already in actions\/work\.yaml/,
  ],
  [
    'an unknown action',
    { 'programmes/bonus.yaml': swap('action: work', 'action: walk') },
    'programmes/bonus.yaml:3 action',
    /did you mean work/,
  ],
  [
    'an unknown source',
    { 'programmes/bonus.yaml': swap('source: paper', 'source: rumour') },
    'programmes/bonus.yaml:4 source',
    /no source “rumour”/,
  ],
  [
    'neither source nor assumption',
    { 'needs/grown-up.yaml': swap('source: paper\n', '') },
    'needs/grown-up.yaml:1',
    /neither a source nor an assumption/,
  ],
  [
    'a fact that is none',
    { 'indicators/in-work.yaml': swap('in_work and alive', 'in_wrok and alive') },
    'indicators/in-work.yaml:7 where',
    /Rule “in_wrok” \(characters 0–7\).*in_work/,
  ],
  [
    'a rule of the wrong type',
    { 'needs/grown-up.yaml': swap('age >= 18', 'age + 18') },
    'needs/grown-up.yaml:3 where',
    /should be true or false/,
  ],
  [
    'a rule that reads the clock',
    { 'needs/grown-up.yaml': swap('age >= 18', 'birth_date < today()') },
    'needs/grown-up.yaml:3 where',
    /reads no clock/,
  ],
  [
    'a wrong rule in a detail',
    { 'indicators/in-work.yaml': swap('verified_on >= month_start', 'verified_on >= 3') },
    'indicators/in-work.yaml:17 details[0].where',
    /Rule/,
  ],
  [
    'an unknown kind of site',
    { 'indicators/shops.yaml': swap('"shop"', '"shed"') },
    'indicators/shops.yaml:7 where',
    /no kind of site “shed”/,
  ],
  [
    'an unknown programme',
    { 'checks/paid-child.yaml': swap('"bonus"', '"malus"') },
    'checks/paid-child.yaml:5 where',
    /no programme “malus”/,
  ],
  [
    'a share of nothing',
    { 'indicators/in-work.yaml': swap('    of: in_work\n', '') },
    'indicators/in-work.yaml:13 details[0].kind',
    /says of what/,
  ],
  [
    'a floor of something',
    { 'indicators/in-work.yaml': swap('where: in', 'of: alive\nwhere: in') },
    'indicators/in-work.yaml:7 of',
    /Only a share/,
  ],
  [
    'a sum of no number',
    { 'indicators/shops.yaml': add('sum: name\n') },
    'indicators/shops.yaml:10 sum',
    /no number fact “name”/,
  ],
  [
    'a breakdown by no code',
    { 'indicators/shops.yaml': add('by: name\n') },
    'indicators/shops.yaml:10 by',
    /no coded fact “name”/,
  ],
  [
    'six digits for twelve',
    {
      'indicators/shops.yaml': (t) =>
        `${t.replace('unit: site', 'unit: county').replace('band', 'coverage')}distinct: county\nofAreas: { codes: [500229] }\n`,
      'targets.yaml': swap(', width: shop_width', ''),
    },
    'indicators/shops.yaml:11 ofAreas.codes',
    /twelve digits: 500229/,
  ],
  [
    'a target of nobody',
    { 'targets.yaml': swap('indicator: shops', 'indicator: sheds') },
    'targets.yaml:3 targets[1].indicator',
    /did you mean shops/,
  ],
  [
    'a target for a count',
    { 'indicators/in-work.yaml': swap('kind: floor', 'kind: count') },
    'targets.yaml:2 targets[0].indicator',
    /kind count has no target/,
  ],
  [
    'a band without width',
    { 'targets.yaml': swap(', width: shop_width', '') },
    'targets.yaml:3 targets[1]',
    /how wide it is/,
  ],
  [
    'a width that is no parameter',
    { 'targets.yaml': swap('shop_width', 'shop_widht') },
    'targets.yaml:3 targets[1].width',
    /did you mean shop_width/,
  ],
  [
    'two targets at once',
    {
      'targets.yaml': add('  - { indicator: in-work, value: 120, from: 2031-01-01, by: 2032-12-31, source: paper }\n'),
    },
    'targets.yaml:4 targets[2].from',
    /already has the target 100/,
  ],
  [
    'a task twice',
    { 'tasks.yaml': add('  - { indicator: in-work, year: 2030, value: 91, source: paper }\n') },
    'tasks.yaml:3 tasks[1].year',
    /already in tasks\.yaml/,
  ],
  [
    'counties that do not sum',
    { 'decompositions/in-work.yaml': swap('40', '41') },
    'decompositions/in-work.yaml:4 rows',
    /sum to 101, the target is 100: off by 1/,
  ],
  [
    'a county code of five digits',
    { 'decompositions/in-work.yaml': swap('"500102"', '"50010"') },
    'decompositions/in-work.yaml:4 rows.50010',
    /six-digit county codes/,
  ],
  [
    'two decompositions at once',
    { 'decompositions/more.yaml': swap('2030-01-01', '2031-01-01').call(null, SMALL['decompositions/in-work.yaml']!) },
    'decompositions/more.yaml:2 from',
    /overlaps decompositions\/in-work\.yaml/,
  ],
  [
    'a published day twice',
    {
      'published.yaml': add(
        '  - { indicator: in-work, on: 2030-06-30, value: 96, source: paper, text: { zh: 甲, en: A } }\n',
      ),
    },
    'published.yaml:3 published[1].on',
    /already in published/,
  ],
  [
    'a published figure without a day',
    { 'published.yaml': swap('on: 2030-06-30, ', '') },
    'published.yaml:2 published[0]',
    /“on” is missing/,
  ],
  [
    'parameters that overlap',
    { 'parameters/more.yaml': swap('2030-01-01', '2031-01-01').call(null, SMALL['parameters/widths.yaml']!) },
    'parameters/widths.yaml:6 parameters[0].from',
    /overlaps the one from 2031-01-01/,
  ],
  [
    'a parameter that ends first',
    { 'parameters/widths.yaml': swap('from: 2030-01-01', 'from: 2030-01-01\n    to: 2029-01-01') },
    'parameters/widths.yaml:7 parameters[0].to',
    /ends before it begins/,
  ],
  [
    'a parameter of another type',
    { 'parameters/widths.yaml': swap('value: 1', 'value: "1"') },
    'parameters/widths.yaml:5 parameters[0].value',
    /is not a number/,
  ],
  [
    'a parameter named like a day',
    {
      'parameters/widths.yaml': (t) =>
        `${t}${t.slice(t.indexOf('  - key')).replace('key: shop_width', 'key: plan_start')}`,
    },
    'parameters/widths.yaml:8 parameters[1].key',
    /already means something else/,
  ],
  [
    'a finding that is not grave',
    { 'checks/paid-child.yaml': swap('severity: hold\n', '') },
    'checks/paid-child.yaml:1 key',
    /how grave/,
  ],
  [
    'a need that is grave',
    { 'needs/grown-up.yaml': swap('mend:', 'severity: hold\nmend:') },
    'needs/grown-up.yaml:4 severity',
    /neither severity nor rule number/,
  ],
  [
    'no case of an outcome',
    { 'cases/grown-up.yaml': (t) => t.slice(0, t.indexOf('  - { expect: unknown')) },
    'needs/grown-up.yaml:1 key',
    /no worked case for: unknown/,
  ],
  [
    'a case that comes out otherwise',
    { 'cases/grown-up.yaml': swap('with: { birth_date: 2020-01-01 }', 'with: { birth_date: 2002-01-01 }') },
    'cases/grown-up.yaml:6 cases[1].expect',
    /should be no, the rule says yes/,
  ],
  [
    'a case that misses another fact',
    { 'cases/grown-up.yaml': swap('[person.birth_date]', '[person.sex]') },
    'cases/grown-up.yaml:7 cases[2].missing',
    /for want of person\.birth_date/,
  ],
  [
    'a case with an unknown fact',
    { 'cases/grown-up.yaml': swap('{ birth_date: 2000-01-01 }', '{ birthday: 2000-01-01 }') },
    'cases/grown-up.yaml:3 person.birthday',
    /no fact “birthday”/,
  ],
  [
    'a case that writes a derived fact',
    { 'cases/grown-up.yaml': swap('birth_date: null', 'age: 20') },
    'cases/grown-up.yaml:7 cases[2].with.age',
    /computed, never written/,
  ],
  [
    'a case of no predicate',
    { 'cases/grown-ip.yaml': swap('grown-up', 'grown-ip').call(null, SMALL['cases/grown-up.yaml']!) },
    'cases/grown-ip.yaml:1 predicate',
    /did you mean grown-up/,
  ],
  [
    'a plan to reuse that is not there',
    { 'plan.yaml': add('reuses: gone-2020\n') },
    'plan.yaml:7 reuses',
    /no sound plan “gone-2020”/,
  ],
]
test.each(planted)('planted: %s', (_, change, place, words) => {
  const { en, zh, files } = saidAt(change, place)
  expect(en).toMatch(words)
  expect(zh).toMatch(/[一-鿿]/)
  // One breakage is one problem: what follows from it is not said again elsewhere.
  expect(files).toBe(1)
})
