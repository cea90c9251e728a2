import { expect, test } from 'vitest'
import { isOverdue, maySend, type OrderAct, possibleActs, sideOf, stateAfter, transitions } from './order.ts'

test('an order is accepted, answered, sent back, answered again, closed', () => {
  const steps: OrderAct[] = ['accept', 'answer', 'return', 'answer', 'close']
  expect(steps.map((_, n) => stateAfter(steps.slice(0, n + 1)))).toEqual([
    'accepted',
    'answered',
    'returned',
    'answered',
    'closed',
  ])
})

test('what cannot follow changes nothing', () => {
  expect(stateAfter(['close'])).toBe('sent')
  expect(stateAfter(['withdraw', 'accept', 'answer'])).toBe('withdrawn')
})

test('each side has its own acts, nobody else any, and a finished order none', () => {
  expect(possibleActs('receiver', 'sent')).toEqual(['accept'])
  expect(possibleActs('sender', 'sent')).toEqual(['withdraw'])
  expect(possibleActs('sender', 'answered')).toEqual(['return', 'close'])
  expect(possibleActs(null, 'answered')).toEqual([])
  for (const side of ['sender', 'receiver'] as const)
    for (const state of ['closed', 'withdrawn'] as const) expect(possibleActs(side, state)).toEqual([])
})

test('every state is reached, and every state but the last two is left', () => {
  const reached = new Set(Object.values(transitions).map(({ to }) => to))
  const left = new Set(Object.values(transitions).flatMap(({ from }) => from))
  expect([...reached, 'sent'].toSorted()).toEqual(['accepted', 'answered', 'closed', 'returned', 'sent', 'withdrawn'])
  expect([...left].toSorted()).toEqual(['accepted', 'answered', 'returned', 'sent'])
})

test('overdue is told by the day, and only while an answer is waited for', () => {
  expect(isOverdue('sent', '2026-03-10', '2026-03-10')).toBe(false)
  expect(isOverdue('sent', '2026-03-10', '2026-03-11')).toBe(true)
  expect(isOverdue('answered', '2026-03-10', '2026-03-11')).toBe(false)
})

test('orders go down: never up, across, or to oneself', () => {
  const [city, county, town, village] = [500_000_000_000, 500_235_000_000, 500_235_131_000, 500_235_131_201]
  expect([maySend(city, county), maySend(county, town), maySend(county, village), maySend(town, village)]).toEqual([
    true,
    true,
    true,
    true,
  ])
  expect([
    maySend(town, county),
    maySend(county, county),
    maySend(county, 500_236_001_000),
    maySend(null, town),
  ]).toEqual([false, false, false, false])
  expect(sideOf(town, { area: town, senderArea: county })).toBe('receiver')
  expect(sideOf(city, { area: town, senderArea: county })).toBeNull()
})
