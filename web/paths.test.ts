import { expect, test } from 'vitest'
import { addressOf, paths, searchOf } from './paths.ts'
import { matchOf } from './ui/router.ts'

test('an address says back what it was made from', () => {
  const search = {
    on: '2021-09-17',
    knownAt: '2021-10-01T00:00:00.000Z',
    area: 500101000000,
    filter: '年龄 > 60 and 性别 = "女"',
  }
  const [, query] = addressOf({ path: '/people', search }).split('?')
  expect(searchOf(query ?? '')).toMatchObject(search)
})

test('one state has one address, whatever the order it was put together in', () => {
  const a = addressOf({ path: '/', search: { on: '2021-09-17', area: 500101000000 } })
  expect(addressOf({ path: '/', search: { area: 500101000000, on: '2021-09-17' } })).toBe(a)
})

test('a day or an area of the wrong shape is left out', () => {
  expect(searchOf('on=yesterday&area=50010')).toMatchObject({ on: undefined, area: undefined })
  expect(searchOf('state=behind').state).toBe('behind')
  expect(searchOf('state=wonderful').state).toBeUndefined()
})

test('routes: named segments are decoded, other lengths do not fit, a mangled escape does not throw', () => {
  const routes = [{ pattern: '/indicators/:indicator' }, { pattern: '/indicators/:indicator/counted' }]
  expect(matchOf(routes, '/indicators/a%20b')?.params).toEqual({ indicator: 'a b' })
  expect(matchOf(routes, paths.counted('parks').path)?.route.pattern).toBe('/indicators/:indicator/counted')
  expect(matchOf(routes, '/indicators')).toBeUndefined()
  expect(matchOf(routes, '/indicators/%E0%A4%A')?.params).toEqual({ indicator: '%E0%A4%A' })
})
