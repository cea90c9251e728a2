import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../../base/fail.ts'
import { accept, type Matching } from './accept.ts'
import { check } from './check.ts'
import { type Instance, readInstance } from './instance.ts'
import { parseJson } from './json-text.ts'

const PEOPLE = ['p1', 'p2', 'p3', 'p4']
const JOBS = ['v1', 'v2', 'v3']
const some = (names: string[]) => fc.shuffledSubarray(names)
const instances = fc
  .record({
    people: fc.tuple(...PEOPLE.map(() => some(JOBS))),
    vacancies: fc.tuple(...JOBS.map(() => fc.record({ openings: fc.nat(2), order: some(PEOPLE) }))),
  })
  .map(({ people, vacancies }) => ({
    people: new Map(PEOPLE.map((name, at) => [name, people[at]!])),
    vacancies: new Map(JOBS.map((name, at) => [name, vacancies[at]!])),
  }))

/** Every way to give each person one of the vacancies they asked for, or none. */
function* allMatchings({ people }: Instance): Generator<Matching> {
  const [...rest] = people
  function* from(at: number): Generator<Matching> {
    if (at === rest.length) return yield new Map()
    const [person, choices] = rest[at]!
    for (const others of from(at + 1)) {
      yield others
      for (const vacancy of choices) yield new Map([...others, [person, vacancy]])
    }
  }
  yield* from(0)
}
const textOf = ({ people, vacancies }: Instance): string =>
  JSON.stringify({ people: Object.fromEntries(people), vacancies: Object.fromEntries(vacancies) })
const rankOf = (instance: Instance, person: string, vacancy: string | undefined): number =>
  vacancy === undefined ? Number.POSITIVE_INFINITY : instance.people.get(person)!.indexOf(vacancy)
const sound = { blockingPairs: 0, overOpenings: 0, unacceptable: 0 }

test('stable, and for every person the best of all stable matchings', () => {
  fc.assert(
    fc.property(instances, (stated) => {
      const instance = readInstance(parseJson(textOf(stated)))
      expect(instance).toEqual(stated)
      const ours = accept(instance)
      expect(check(instance, ours)).toEqual(sound)
      const stable = [...allMatchings(instance)].filter(
        (each) => JSON.stringify(check(instance, each)) === JSON.stringify(sound),
      )
      for (const other of stable)
        for (const person of PEOPLE)
          expect(rankOf(instance, person, ours.get(person))).toBeLessThanOrEqual(
            rankOf(instance, person, other.get(person)),
          )
    }),
    { numRuns: 2000, seed: 2021 },
  )
})
test('nobody gains by stating something else', () => {
  fc.assert(
    fc.property(instances, some(JOBS), (instance, lie) => {
      const honest = accept(instance).get('p1')
      const lying = accept({ ...instance, people: new Map([...instance.people, ['p1', lie]]) }).get('p1')
      if (lying !== undefined && instance.people.get('p1')!.includes(lying))
        expect(rankOf(instance, 'p1', honest)).toBeLessThanOrEqual(rankOf(instance, 'p1', lying))
    }),
  )
})
test('the order in which people and vacancies are written makes no difference', () => {
  fc.assert(
    fc.property(instances, ({ people, vacancies }) => {
      const turned = { people: new Map([...people].reverse()), vacancies: new Map([...vacancies].reverse()) }
      expect(new Map([...accept(turned)].sort())).toEqual(new Map([...accept({ people, vacancies })].sort()))
    }),
  )
})

const read = (text: string) => readInstance(parseJson(text))
const contested = read(
  `{"people":{"p1":["v1","v2"],"p2":["v1","v2"]},"vacancies":{"v1":{"openings":1,"order":["p2","p1"]},"v2":{"openings":1,"order":["p1","p2"]}}}`,
)
test('the checker catches what a matching must not do', () => {
  const stable = accept(contested)
  expect([...stable].sort()).toEqual([
    ['p1', 'v2'],
    ['p2', 'v1'],
  ])
  expect(check(contested, new Map([['p1', 'v1']])).blockingPairs).toBe(2)
  expect(check(contested, new Map()).blockingPairs).toBe(4)
  const both = new Map(PEOPLE.slice(0, 2).map((person) => [person, 'v1']))
  expect(check(contested, both)).toMatchObject({ overOpenings: 1 })
  const strangers = read('{"people":{"p1":[]},"vacancies":{"v1":{"openings":1,"order":["p1"]}}}')
  expect(check(strangers, new Map([['p1', 'v1']]))).toMatchObject({ unacceptable: 1 })
})
test.each([
  ['{"people":{},"vacancies":{}}', {}],
  ['{"people":{"p1":[]},"vacancies":{}}', {}],
  ['{"people":{},"vacancies":{"v1":{"openings":1,"order":[]}}}', {}],
  ['{"people":{"p1":["v1"]},"vacancies":{"v1":{"openings":0,"order":["p1"]}}}', {}],
  ['{"people":{"p1":["v1"]},"vacancies":{"v1":{"openings":1,"order":[]}}}', {}],
  ['\ufeff {"people":{"__proto__":["1"]},"vacancies":{"1":{"openings":9007199254740991,"order":["__proto__"]}}}', 1],
])('empty sides and zero openings: %s', (text, placed) => {
  const instance = read(text)
  expect(accept(instance).size).toBe(placed === 1 ? 1 : 0)
  expect(check(instance, accept(instance))).toEqual(sound)
})

const vacancy = (openings: string, order = '[]') =>
  `{"people":{"p1":[]},"vacancies":{"v1":{"openings":${openings},"order":${order}}}}`
test.each([
  ['', 'notJson', { line: 1, column: 1 }],
  ['{"people":{},\n "vacancies":{},}', 'notJson', { line: 2, column: 17 }],
  ['{"people":{}', 'notJson', { line: 1, column: 13 }],
  ['{"people":{}} x', 'notJson', { line: 1, column: 15 }],
  [vacancy('01'), 'notJson', { line: 1, column: 52 }],
  ['{"people":{"p1":[],\n"p1":[]},"vacancies":{}}', 'duplicateKey', { line: 2, column: 1 }],
  ['[]', 'notObject', { path: '(whole)' }],
  ['{"people":{}}', 'missing', { path: 'vacancies' }],
  ['{"people":{},"vacancies":{},"quota":1}', 'unknownKey', { path: 'quota' }],
  ['{"people":{"p1":"v1"},"vacancies":{}}', 'notList', { path: 'people.p1' }],
  ['{"people":{"p1":["v1"]},"vacancies":{}}', 'unknownName', { path: 'people.p1[1]' }],
  ['{"people":{"p1":[7]},"vacancies":{}}', 'notName', { path: 'people.p1[1]' }],
  ['{"people":{"500199199001011237":[7]},"vacancies":{}}', 'notName', { path: 'people.500*************37[1]' }],
  [vacancy('-1'), 'openings', { path: 'vacancies.v1.openings' }],
  [vacancy('1.5'), 'openings', { path: 'vacancies.v1.openings' }],
  [vacancy('"2"'), 'openings', { path: 'vacancies.v1.openings' }],
  [vacancy('1e400'), 'openings', { path: 'vacancies.v1.openings' }],
  [vacancy('1', '["p1","p1"]'), 'duplicate', { path: 'vacancies.v1.order[2]' }],
  [vacancy('1', '["p1","p2"]'), 'unknownName', { path: 'vacancies.v1.order[2]' }],
  [vacancy('1', 'null'), 'notList', { path: 'vacancies.v1.order' }],
])('refused with its place: %s', (text, reason, where) => {
  let caught: unknown
  try {
    read(text)
  } catch (error) {
    caught = error
  }
  expect(caught).toBeInstanceOf(Refusal)
  expect(caught).toMatchObject({ code: `jobs.instance.${reason}`, where })
})
test('what JSON.parse takes is taken, what it refuses is refused', () => {
  fc.assert(fc.property(fc.json(), (text) => void expect(parseJson(text)).toEqual(JSON.parse(text))))
  fc.assert(
    fc.property(fc.json(), fc.nat(), fc.constantFrom('', '"', ',', '[', '}', '\\', '0', '\u0001'), (text, at, mark) => {
      const broken = text.slice(0, at % text.length) + mark + text.slice((at % text.length) + 1)
      let valid = true
      try {
        JSON.parse(broken)
      } catch {
        valid = false
      }
      if (valid) return
      expect(() => parseJson(broken)).toThrow(Refusal)
    }),
  )
})
