import { randomUUID } from 'node:crypto'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDoor } from '#server/db.ts'
import { jobData } from '#server/jobs/job-data.ts'
import { shippedWeights } from '#server/jobs/matching-weights.ts'
import { topBySql } from '#server/jobs/offers/offers-oracle.sql.ts'
import { countyCodes } from '#server/jobs/offers/open-vacancies.sql.ts'
import { useDatabase as inDatabase } from '#server/postgres.ts'
import { ask, freePort, signIn, startServer } from './console/served.ts'
import { type Bench, type Finding, repeated, type Spread } from './measure.ts'

/**
 * What an officer waits for who asks for the jobs of one person and the people of one vacancy, over HTTP on loopback, under row-level
 * security and with the audit on. Without an address a first start on an empty folder; `node bench/main.ts offers http://127.0.0.1:8080`
 * asks a server of the demonstration that runs, and keeps work wishes of forty people there.
 */
export const bench: Bench = {
  title: '岗位推荐 Offers over HTTP: one person’s jobs, one vacancy’s people',
  async run([address]) {
    if (address !== undefined) return measure(address)
    const port = await freePort()
    const dataDir = mkdtempSync(join(tmpdir(), 'ricebowl-bench-'))
    const server = await startServer(dataDir, port)
    try {
      return [...(await measure(`http://127.0.0.1:${port}`)), ...(await inSql(dataDir))]
    } finally {
      server.kill('SIGTERM')
      await new Promise((resolve) => server.once('exit', resolve))
    }
  },
}

const PEOPLE = 40
const ON = '2021-09-17'
/** Every twelfth wishes for the same; a wage that bars some, hours that bar others. */
const OCCUPATIONS = ['6-05-01-03', '4-10-01-06', '6-29-01-01', '6-25-04-07', '4-07-05-01', '6-18-02-04']

async function measure(url: string): Promise<Finding[]> {
  const cookie = await signIn(url, 'county')
  const people = await askedPeople(url, cookie)
  const { vacancies } = (await ask(url, cookie, '/api/vacancies?limit=40')) as { vacancies: { id: number }[] }
  const offers = await repeated(
    (run) => ask(url, cookie, `/api/people/${people[(run + people.length) % people.length]}/offers`),
    { runs: 400, warm: people.length },
  )
  const file = await repeated(
    (run) => ask(url, cookie, `/api/people/${people[(run + people.length) % people.length]}/work-wish`),
    { runs: 400, warm: people.length },
  )
  const candidates = await repeated(
    (run) => ask(url, cookie, `/api/vacancies/${vacancies[(run + 40) % vacancies.length]!.id}/candidates`),
    { runs: 200, warm: 40 },
  )
  const session = await repeated(() => ask(url, cookie, '/api/me'), { runs: 200, warm: 20 })
  return [
    ...said('one person’s top 10', offers, '≤ 5'),
    ...said('beside it: the same person’s work wish, read and logged', file),
    ...said('one vacancy’s people', candidates),
    ...said('beside it: a session answered', session),
  ]
}

/** The same question in SQL, without HTTP and without logging: what the engine saves. */
const inSql = (dataDir: string): Promise<Finding[]> =>
  inDatabase({ dataDir }, async (database) => {
    const door = openDoor(database)
    try {
      return await door.asJob(async (tx) => {
        const people = await tx.query<{ id: number }>('SELECT person_id AS id FROM work_wish ORDER BY id')
        const counties = (await countyCodes(tx)).sort()
        const given = { on: ON, weights: shippedWeights(), classes: jobData().smallClasses.codes, counties }
        const ask = (run: number) => topBySql(tx, { ...given, person: people[(run + 10) % people.length]!.id }, 10)
        return said(
          'beside it: the ten best by the SQL that the test asks',
          await repeated(ask, { runs: 60, warm: 10 }),
        )
      })
    } finally {
      await door.close()
    }
  })

const said = (what: string, { median, p99 }: Spread, goal?: string): Finding[] => [
  { what: `${what}, p50`, value: median, unit: 'ms', ...(goal && { goal }) },
  { what: `${what}, p99`, value: p99, unit: 'ms' },
]

/** People of the county who are asked what work they would take, if nobody did yet. */
async function askedPeople(url: string, cookie: string): Promise<number[]> {
  const where = encodeURIComponent('lifted and age > 25 and age < 50')
  const { people } = (await ask(url, cookie, `/api/people?limit=${PEOPLE}&where=${where}`)) as {
    people: { id: number }[]
  }
  for (const [at, { id }] of people.entries()) await askWish(url, cookie, id, at)
  return people.map(({ id }) => id)
}

async function askWish(url: string, cookie: string, id: number, at: number): Promise<void> {
  const stands = (await ask(url, cookie, `/api/people/${id}/work-wish`)) as { wish: unknown }
  if (stands.wish !== null) return
  const facts = {
    occupations: [OCCUPATIONS[at % OCCUPATIONS.length], OCCUPATIONS[(at + 2) % OCCUPATIONS.length]],
    reach: at % 2 ? 'city' : 'county',
    wageFloorFen: 200_000 + (at % 5) * 50_000,
    cannot: at % 3 ? [] : ['heights'],
  }
  const answer = await fetch(`${url}/api/people/${id}/work-wish`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ clientId: randomUUID(), on: ON, seen: null, facts, confirmed: [] }),
  })
  if (!answer.ok) throw new Error(`a work wish answered ${answer.status}: ${await answer.text()}`)
}
