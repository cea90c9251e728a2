import { Type } from 'typebox'
import { expect, test } from 'vitest'
import { contract } from '#domain/base/route.ts'
import { identityCheckDigit } from '#domain/people/identity.ts'
import { type Asker, type MatrixGiven, type Place, requestFor, routeBreaches, type Send } from './route-matrix.ts'

const reply = Type.Object({})
const small = contract({
  getFile: { method: 'GET', path: '/people/:id', needs: 'people.read', summary: '', reply },
  listPeople: { method: 'GET', path: '/people', needs: 'people.list', summary: '', reply },
  record: { method: 'POST', path: '/people/:id/record', needs: 'people.record', summary: '', reply },
  hello: { method: 'GET', path: '/hello', needs: 'public', summary: '', reply },
})
const home: Place = { name: 'home', area: 500235001001, person: 1, employment: 1, site: 1, siteArea: 500235001001 }
const away: Place = { name: 'away', area: 500101001001, person: 2, employment: 2, site: 2, siteArea: 500101001001 }
const askers: Asker[] = [
  { name: 'nobody', role: undefined, cookie: undefined, sees: /^$/ },
  { name: 'county', role: 'county', cookie: 'county', sees: /^500235/ },
  { name: 'audit', role: 'audit', cookie: 'audit', sees: /^$/ },
]

type Faults = {
  answers?(cookie: string | undefined, place: Place, url: string): { status: number; body: object } | undefined
}

/** A server of four routes that does right, but for the fault planted in it. */
function serverWith({ answers }: Faults = {}): Send {
  return async ({ url, headers }) => {
    const { cookie } = headers
    const place = url.includes('/2') || url.includes('500101') ? away : home
    const planted = answers?.(cookie, place, url)
    if (planted) return { status: planted.status, text: JSON.stringify(planted.body) }
    if (url === '/hello') return { status: 200, text: '{}' }
    if (!cookie) return { status: 401, text: '{}' }
    if (cookie === 'audit') return { status: 403, text: '{}' }
    if (place === away)
      return url.startsWith('/people?') ? { status: 200, text: '{"people":[]}' } : { status: 404, text: '{}' }
    return { status: 200, text: JSON.stringify({ area: place.area, identity: '500*************3X' }) }
  }
}
const given = (send: Send): MatrixGiven => ({
  contract: small,
  cases: {
    getFile: { about: 'file', ask: ({ person }) => ({ params: { id: person } }) },
    listPeople: { about: 'area', ask: ({ area }) => ({ query: { area } }) },
    record: { about: 'file', ask: ({ person }) => ({ params: { id: person }, body: {} }) },
    hello: { about: 'own', ask: () => ({}) },
  },
  askers,
  places: [home, away],
  send,
  unseals: [],
  dictionaries: [],
})
const breachesWith = async (faults: Faults) => (await routeBreaches(given(serverWith(faults)))).breaches
const number = `50019919900101123${identityCheckDigit('50019919900101123')}`

test('a server that does right has no breach, and every route was asked', async () => {
  expect(await routeBreaches(given(serverWith()))).toEqual({ asked: 4 * 3 * 2, breaches: [] })
})
test('questions are put together as browsers do', () => {
  expect(
    requestFor({ ...small.listPeople, path: '/a/:x' }, { params: { x: 'a/b' }, query: { q: '伟' } }, { cookie: 'c' }),
  ).toEqual({
    method: 'GET',
    url: '/a/a%2Fb?q=%E4%BC%9F',
    headers: { cookie: 'c' },
  })
})
test.each<[string, Faults, string]>([
  [
    'a file of another county',
    {
      answers: (cookie, place, url) =>
        cookie === 'county' && place === away && url.startsWith('/people/') ? { status: 200, body: {} } : undefined,
    },
    'getFile county away: answered 200 instead of 404',
  ],
  [
    'a 403 that tells a file exists',
    {
      answers: (cookie, place, url) =>
        cookie === 'county' && place === away && url.startsWith('/people/') ? { status: 403, body: {} } : undefined,
    },
    'getFile county away: answered 403 instead of 404',
  ],
  [
    'people of another county in a list',
    {
      answers: (cookie, place) =>
        cookie === 'county' && place === home ? { status: 200, body: { people: [{ area: 500101001001 }] } } : undefined,
    },
    'listPeople county home: shows area 500101001001',
  ],
  [
    'files open to an administrator',
    { answers: (cookie) => (cookie === 'audit' ? { status: 200, body: {} } : undefined) },
    'getFile audit home: answered 200 instead of 403',
  ],
  [
    'a route open to nobody in particular',
    { answers: (cookie, _, url) => (!cookie && url !== '/hello' ? { status: 200, body: {} } : undefined) },
    'listPeople nobody home: answered 200 instead of 401',
  ],
  [
    'an identity number in a reply',
    {
      answers: (cookie, place) =>
        cookie === 'county' && place === home ? { status: 200, body: { note: `证件 ${number} 已核` } } : undefined,
    },
    'getFile county home: shows a sealed value of 18 places',
  ],
  [
    'a phone in a reply',
    {
      answers: (cookie, place) =>
        cookie === 'county' && place === home ? { status: 200, body: { phone: '13812345678' } } : undefined,
    },
    'getFile county home: shows a sealed value of 11 places',
  ],
  [
    'a server that breaks',
    { answers: (cookie) => (cookie === 'county' ? { status: 500, body: {} } : undefined) },
    'record county home: failed with 500',
  ],
  [
    'an own file refused',
    { answers: (cookie, place) => (cookie === 'county' && place === home ? { status: 404, body: {} } : undefined) },
    'getFile county home: refused with 404',
  ],
])('%s is found', async (_, faults, expected) => {
  expect(await breachesWith(faults)).toContain(expected)
})
test('a route without a case is a breach', async () => {
  const { breaches } = await routeBreaches({ ...given(serverWith()), cases: {} })
  expect(breaches).toContain('hello: no case')
})
