import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Role } from '#domain/access/role.ts'
import { api } from '#domain/api.ts'
import { lastDay } from '#domain/indicators/closing/month.ts'
import { DEMO_PASSWORD } from '#server/access/demo-officers.ts'
import { openDoor } from '#server/db.ts'
import { freeze, runToFreeze } from '#server/indicators/closing/freeze.ts'
import { figureRuns } from '#server/indicators/figure-run.ts'
import { getPlan } from '#server/plan/get-plan.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { findParts } from '#server/start/parts.ts'
import { representativeAreas } from '../db/demo/stories.ts'
import type { TestDatabase } from './database.ts'
import { routeCases } from './route-cases.ts'
import { type Asker, type Place, requestFor, routeBreaches, type Send } from './route-matrix.ts'
import { asExternal, startedDatabase } from './started-city.ts'

let database: TestDatabase
const dataDir = mkdtempSync(join(tmpdir(), 'ricebowl-routes-'))
let app: FastifyInstance
let places: Place[]
const askers: Asker[] = []
const log = () => {}

/** Whom the demonstration has, and what each sees by the digits of its codes. */
const OFFICERS: [string, Role, RegExp][] = [
  ['city', 'city', /^50/],
  ['county', 'county', /^500235/],
  ['town', 'town', new RegExp(`^${String(representativeAreas.town).slice(0, 9)}`)],
  ['village', 'village', new RegExp(`^${representativeAreas.village}$`)],
  ['system', 'system', /^$/],
  ['security', 'security', /^$/],
  ['audit', 'audit', /^$/],
  // Of the county that opened its account an employer knows that it is so, and nothing in it.
  ['employer', 'employer', /^500235000000$/],
]
/** End the asker's own session, or another's account: asked apart, below. */
const APART = new Set(['signIn', 'signOut', 'choosePost', 'disableOfficer'])

beforeAll(async () => {
  database = await startedDatabase()
  await freezeMonth('2021-09')
  const { createApp } = await findParts()
  app = await createApp!({
    serverFactory: (handler) => createServer(handler),
    database: asExternal(database),
    dataDir,
    log,
  })
  await app.ready()
  askers.push({ name: 'nobody', role: undefined, cookie: undefined, sees: /^$/ })
  for (const [name, role, sees] of OFFICERS) askers.push({ name, role, cookie: await signIn(name), sees })
  places = [
    await placeIn('home', representativeAreas.village),
    await placeIn('other county', 500101000000),
    await placeIn('next town', 500235001000),
  ]
}, 300_000)
afterAll(async () => {
  await app?.close()
  await database.drop()
  rmSync(dataDir, { recursive: true })
})

/** What is asked of a month answers only once it is frozen. */
async function freezeMonth(month: string): Promise<void> {
  const door = openDoor(database)
  try {
    const asked = { plan: getPlan(getPlans(), 'chongqing-2021'), now: new Date() }
    const run = await runToFreeze(figureRuns(door), { ...asked, on: lastDay(month) })
    await door.asJob((tx) => freeze(tx, run, asked, null))
  } finally {
    await door.close()
  }
}

async function signIn(name: string): Promise<string> {
  const reply = await app.inject({
    method: 'POST',
    url: '/api/session',
    payload: { signIn: name, password: DEMO_PASSWORD },
  })
  expect(reply.statusCode, `${name}: ${reply.body}`).toBe(200)
  return String(reply.headers['set-cookie']).split(';')[0]!
}
const rows = async <Row>(text: string, values: unknown[] = []) =>
  withConnection(database.adminUrl, async (client) => (await client.query(text, values)).rows as Row[])
const count = async (action: string) =>
  (await rows<{ n: number }>('SELECT count(*)::int AS n FROM audit_line WHERE action = $1', [action]))[0]!.n

/** Somebody in work, and a site, in or below an area; their own places may differ. */
async function placeIn(name: string, below: number): Promise<Place> {
  const span = below % 1_000_000 === 0 ? 1_000_000 : below % 1000 === 0 ? 1000 : 1
  const [found] = await rows<{ area: number; person: number; employment: number }>(
    `SELECT e.area, e.person_id AS person, e.id AS employment FROM employment e WHERE e.area >= $1 AND e.area < $2 AND e.valid_to IS NULL ORDER BY e.id LIMIT 1`,
    [below, below + span],
  )
  const [site] = await rows<{ site: number; siteArea: number }>(
    `SELECT id AS site, area AS "siteArea" FROM site WHERE area / 1000000 = $1::bigint / 1000000 ORDER BY area = $1::bigint DESC, id LIMIT 1`,
    [found!.area],
  )
  return { name, ...found!, ...site! }
}

const send: Send = async ({ method, url, body, headers }) => {
  const reply = await app.inject({ method: method as 'GET', url, headers, ...(body && { payload: body }) })
  return { status: reply.statusCode, text: reply.body }
}
const askerOf = (name: string) => askers.find((asker) => asker.name === name)!

describe('every route × post × place', () => {
  it('answers within the scope and the role, and shows nothing else', async () => {
    const contract = Object.fromEntries(Object.entries(api).filter(([name]) => !APART.has(name)))
    const { asked, breaches } = await routeBreaches({
      contract,
      cases: routeCases,
      askers,
      places,
      send,
      unseals: ['revealField'],
      dictionaries: ['getArea', 'listOfficers'],
    })
    expect(breaches).toEqual([])
    expect(asked).toBe(Object.keys(contract).length * askers.length * places.length)
    // Some 3000 questions, one after another.
  }, 300_000)

  it('needs a session that is there: nonsense, another’s cookie name and an ended session are nobody', async () => {
    const ended = await signIn('town')
    expect((await app.inject({ method: 'DELETE', url: '/api/session', headers: { cookie: ended } })).statusCode).toBe(
      200,
    )
    for (const cookie of [ended, 'ricebowl=nonsense', '__Host-ricebowl=', `x${askerOf('city').cookie}`])
      for (const route of Object.values(api).filter(({ needs }) => needs !== 'public')) {
        const { status } = await send(
          requestFor(route, { params: { id: 1, code: 1, plan: 'x', indicator: 'x', employment: 1 } }, { cookie }),
        )
        expect([400, 401], `${route.method} ${route.path}`).toContain(status)
      }
  })

  it('takes no act from another site', async () => {
    for (const [name, route] of Object.entries(api)) {
      if (route.method === 'GET') continue
      const request = requestFor(route, routeCases[name as keyof typeof api].ask(places[0]!), askerOf('county'))
      const { status } = await send({
        ...request,
        headers: { ...request.headers, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
      })
      expect(status, name).toBe(403)
    }
  })
})

describe('files', () => {
  it('outside the scope answer just as files that nobody has', async () => {
    const [home, away] = places as [Place, Place]
    for (const [name, routeCase] of Object.entries(routeCases)) {
      if (routeCase.about !== 'file') continue
      const nobodys = { ...away, person: 2 ** 52, employment: 2 ** 52, site: 2 ** 52 }
      // Both name the number that was asked for, and nothing else.
      const ask = async (place: Place) => {
        const answer = await send(requestFor(api[name as keyof typeof api], routeCase.ask(place), askerOf('county')))
        const ids = new RegExp(`\\b(${[place.person, place.employment, place.site].join('|')})\\b`, 'g')
        return { ...answer, text: answer.text.replace(ids, '#') }
      }
      expect(await ask({ ...away, area: home.area }), name).toEqual(await ask({ ...nobodys, area: home.area }))
    }
  })
  it('are shown unsealed once for each line of the log, and to nobody else', async () => {
    const [home, away] = places as [Place, Place]
    const before = await count('people.reveal')
    const reveal = (asker: string, place: Place) =>
      send(requestFor(api.revealField, routeCases.revealField.ask(place), askerOf(asker)))
    expect(JSON.parse((await reveal('village', home)).text).value).toMatch(/^500199\d{11}[\dX]$/)
    expect(await count('people.reveal')).toBe(before + 1)
    expect((await reveal('county', away)).status).toBe(404)
    expect((await reveal('audit', home)).status).toBe(403)
    expect(
      (
        await rows<{ outcome: string }>(
          "SELECT outcome FROM audit_line WHERE action = 'people.reveal' ORDER BY id DESC LIMIT 1",
        )
      )[0]!.outcome,
    ).toBe('refused')
  })
  it('say who opened them', async () => {
    const [home] = places as [Place]
    await send(requestFor(api.getFile, routeCases.getFile.ask(home), askerOf('town')))
    const { text } = await send(requestFor(api.listReaders, routeCases.listReaders.ask(home), askerOf('village')))
    expect(JSON.parse(text).readers[0]).toMatchObject({ action: 'people.read', officer: '谭镇平' })
  })
})
