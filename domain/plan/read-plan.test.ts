import { expect, test } from 'vitest'
import { readPlan } from './read-plan.ts'
import { add, type Change, changed, SMALL, saidAt, swap } from './small-plan.ts'

test('a sound plan has no problem, and what its files do not say is filled in', () => {
  const { plan, problems, counts } = readPlan(new Map(Object.entries(SMALL)))
  expect(problems).toEqual([])
  expect(counts).toEqual({ actions: 1, measures: 2, indicators: 3, needs: 1, findings: 1, programmes: 1, lists: 1 })
  const [main, detail] = plan!.indicators.filter(({ measure }) => measure === 'in-work')
  expect([main!.statement.en, main!.source]).toEqual(['Keep people in work', '文件 · example.org'])
  expect([detail!.key, detail!.partOf, detail!.action]).toEqual(['in-work.verified', 'in-work', 'work'])
  expect(plan!.targets[1]).toMatchObject({ width: 1, assumption: { en: 'Assumed' } })
  expect(plan!.decompositions[0]!.rows[0]).toEqual({ area: 500101000000, value: 60 })
})

/** Each plants one breakage: the file changed, the change, and the place and the words of the one problem it gives. */
const planted: [name: string, change: Change, place: string, words: RegExp][] = [
  ['no plan.yaml', { 'plan.yaml': undefined }, 'plan.yaml', /plan\.yaml is missing/],
  ['a file that is no YAML', { 'tasks.yaml': 'tasks: [' }, 'tasks.yaml:1', /not valid YAML/],
  ['a key twice', { 'plan.yaml': add('source: paper\n') }, 'plan.yaml:7', /written twice/],
  ['a stray file', { 'indicator/x.yaml': 'a: 1' }, 'indicator/x.yaml', /holds no such file/],
  [
    'an unknown key',
    { 'needs/grown-up.yaml': swap('mend:', 'mends:') },
    'needs/grown-up.yaml:4 mends',
    /did you mean mend/,
  ],
  ['no English', { 'plan.yaml': swap(', en: Small plan', '') }, 'plan.yaml:2 name', /English words \(en\) are missing/],
  ['no Chinese', { 'actions/work.yaml': swap('zh: 就业, ', '') }, 'actions/work.yaml:2 name', /Chinese words \(zh\)/],
  ['words left empty', { 'plan.yaml': swap('en: Small plan', 'en: ""') }, 'plan.yaml:2 name.en', /cannot be empty/],
  ['a day that is none', { 'plan.yaml': swap('2030-01-01', '2030-02-30') }, 'plan.yaml:3 startsOn', /is no day/],
  [
    'text for a number',
    { 'tasks.yaml': swap('value: 90', 'value: many') },
    'tasks.yaml:2 tasks[0].value',
    /be a number/,
  ],
  [
    'an unknown kind',
    { 'indicators/shops.yaml': swap('band', 'bond') },
    'indicators/shops.yaml:4 kind',
    /did you mean band/,
  ],
  [
    'a key ill written',
    { 'programmes/bonus.yaml': swap('key: bonus', 'key: Bonus!') },
    'programmes/bonus.yaml:1 key',
    /lower case/,
  ],
  [
    'a file not named for its key',
    { 'indicators/shop.yaml': SMALL['indicators/shops.yaml'], 'indicators/shops.yaml': undefined },
    'indicators/shop.yaml:1 key',
    /rename it to shops\.yaml/,
  ],
  [
    'an order that names no action',
    { 'plan.yaml': add('actions: [walk]\n') },
    'plan.yaml:7 actions[0]',
    /did you mean work/,
  ],
  ['a plan that ends first', { 'plan.yaml': swap('2032', '2029') }, 'plan.yaml:4 endsOn', /ends before it starts/],
]
test.each(planted)('planted: %s', (_, change, place, words) => {
  const { en, zh, files } = saidAt(change, place)
  expect(en).toMatch(words)
  expect(zh).toMatch(/[一-鿿]/)
  // One breakage is one problem: what follows from it is not said again elsewhere.
  expect(files).toBe(1)
})

test('every error is said, not only the first', () => {
  const { problems } = changed({
    'needs/grown-up.yaml': swap('age >= 18', 'ages >= 18'),
    'tasks.yaml': swap('in-work', 'at-work'),
    'targets.yaml': swap('value: 10,', 'value: 10, colour: red,'),
    'decompositions/in-work.yaml': swap('40', '41'),
  })
  expect(new Set(problems.map(({ file }) => file))).toContain('targets.yaml')
  expect(problems.map(({ file }) => file)).toContain('needs/grown-up.yaml')
})
