import { expect, test } from 'vitest'
import { judged } from './judged.ts'

const stated = { wage_low_fen: 300_000, wage_high_fen: null, hours_per_day: 8, season: 'year_round' }
const all = { wage: 'yes', body: 'yes', hours: 'yes', season: 'yes' } as const
const told = (cannot: string[], change: Partial<typeof stated> | { [K in keyof typeof stated]?: null } = {}) =>
  judged(all, { cannot }, { ...stated, ...change }).flatMap(({ condition, judgement }) =>
    judgement === 'unknown' ? condition : [],
  )

test('what no vacancy states is unknown to whom it matters, whatever the engine let pass', () => {
  expect(told([])).toEqual([])
  expect(told(['lifting', 'heights', 'longDays'])).toEqual([])
  expect(told(['dust'])).toEqual(['body'])
  expect(told(['nights'])).toEqual(['hours'])
  expect(told(['longDays'], { hours_per_day: null })).toEqual(['hours'])
  expect(told([], { hours_per_day: null })).toEqual([])
  expect(told([], { wage_low_fen: null })).toEqual(['wage'])
  expect(told([], { season: 'seasonal' })).toEqual(['season'])
})
test('what is a no stays one', () => {
  expect(judged({ body: 'no' }, { cannot: ['dust'] }, stated)).toEqual([{ condition: 'body', judgement: 'no' }])
})
