import { expect, test } from 'vitest'
import { batchState, followUpDays, mayDoWith, travellerState } from './batch-state.ts'
import { type Candidate, checkTraveller } from './check-traveller.ts'
import { creditRule } from './credit.ts'

const fit: Candidate = {
  ...{ birthDate: '1990-05-06', deathDate: null, capacity: 'ordinary', inSchool: false },
  ...{ works: false, away: false, listed: null },
}
const ON = '2021-09-20'
const keysOf = (change: Partial<Candidate>) =>
  checkTraveller({ ...fit, ...change }, ON).map(({ key, outcome }) => `${outcome} ${key}`)

test.each<[Partial<Candidate>, string[]]>([
  [{}, []],
  [{ birthDate: '2005-09-21' }, ['refused under-age']],
  [{ birthDate: '2005-09-20' }, ['noted minor']],
  [{ birthDate: '2003-09-20' }, []],
  [{ birthDate: null }, ['unknown age']],
  [{ deathDate: ON }, ['refused dead']],
  [{ deathDate: '2021-09-21' }, []],
  [{ capacity: 'none' }, ['refused no-capacity']],
  [{ capacity: null }, ['unknown capacity']],
  [{ inSchool: true }, ['noted in-school']],
  [{ works: true }, ['refused in-work']],
  [{ away: true, works: true }, ['refused away', 'refused in-work']],
  [{ listed: 'elsewhere' }, ['refused other-batch']],
  [{ listed: 'here', works: true }, ['refused listed']],
])('%o is told %o', (change, keys) => expect(keysOf(change)).toEqual(keys))

test('born on 29 February somebody is sixteen on 1 March of a common year', () => {
  const on = (day: string) => checkTraveller({ ...fit, birthDate: '2004-02-29' }, day).map(({ key }) => key)
  expect([on('2020-02-28'), on('2020-02-29'), on('2022-02-28'), on('2022-03-01')]).toEqual([
    ...[['under-age'], ['minor'], ['minor'], []],
  ])
})

test('states follow from dates, and acts from states', () => {
  const none = { boarded: null, arrivedOn: null, missing: null, startedOn: null, returnedOn: null }
  const at = (change: object) => travellerState({ ...none, ...change })
  expect([at({}), at({ boarded: false }), at({ boarded: true })]).toEqual(['listed', 'absent', 'boarded'])
  const there = { boarded: true, arrivedOn: ON }
  expect([at(there), at({ ...there, startedOn: ON }), at({ ...there, returnedOn: ON })]).toEqual([
    ...['arrived', 'working', 'returned'],
  ])
  expect([mayDoWith('boarded', false), mayDoWith('boarded', true), mayDoWith('absent', true)]).toEqual([
    ...[['tick', 'remove'], ['arrive'], []],
  ])
  expect([batchState({ leftOn: null, unconfirmed: 0 }), batchState({ leftOn: ON, unconfirmed: 1 })]).toEqual([
    ...['planned', 'left'],
  ])
})

test('days of follow-ups are read out of the plan’s text', () => {
  expect(followUpDays('30、7 90 7')).toEqual([7, 30, 90])
  expect(followUpDays(null)).toEqual([])
})

test('nothing but a key of a corridor gets into a rule', () => {
  expect(creditRule('shandong')).toContain('"shandong"')
  expect(() => creditRule('x" or true or "x')).toThrow()
})
