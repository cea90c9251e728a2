import { loadavg } from 'node:os'
import { ask, freePort, signIn, startServer } from './console/served.ts'
import { type Bench, type Finding, repeated, type Spread } from './measure.ts'

/**
 * What an officer of the city and one of a county wait for, page by page, over HTTP on loopback, under row-level security and with the
 * audit on: the median, the slowest twentieth and hundredth, and how many times what a session costs that is told alone (`/api/me`,
 * asked in between in the same run). `node bench/main.ts pages /data/city`, or the address of a server of the demonstration that runs.
 */
export const bench: Bench = {
  title: '页面 Pages of a city and of a county post, over HTTP',
  async run([where]) {
    if (where === undefined) throw new Error('a folder with a city, or the address of a server, is needed')
    if (where.startsWith('http')) return measure(where)
    const port = await freePort()
    const server = await startServer(where, port)
    try {
      return await measure(`http://127.0.0.1:${port}`)
    } finally {
      server.kill('SIGTERM')
      await new Promise((resolve) => server.once('exit', resolve))
    }
  },
}

const RUNS = 60
const WARM = 3
const PEOPLE = 20

/** Goals at p95 in milliseconds, of the city and of a county. */
type Page = { name: string; path: string; goals?: readonly [number, number] }
const FIRST_PAGE = [100, 50] as const
const LIST = [50, 50] as const
const PAGES: readonly Page[] = [
  { name: 'overview', path: '/api/figures', goals: FIRST_PAGE },
  { name: 'sites', path: '/api/sites', goals: FIRST_PAGE },
  { name: 'sites with a finding', path: '/api/sites?finding=any', goals: FIRST_PAGE },
  { name: 'flows', path: '/api/flows', goals: FIRST_PAGE },
  { name: 'corridors', path: '/api/corridors', goals: FIRST_PAGE },
  { name: 'an agreement', path: '/api/corridors/shandong', goals: FIRST_PAGE },
  { name: 'follow-ups', path: '/api/follow-ups', goals: FIRST_PAGE },
  { name: 'referral board', path: '/api/referrals', goals: FIRST_PAGE },
  { name: 'vacancies', path: '/api/vacancies', goals: FIRST_PAGE },
  { name: 'match runs', path: '/api/match-runs', goals: FIRST_PAGE },
  { name: 'findings', path: '/api/findings', goals: FIRST_PAGE },
  { name: 'round', path: '/api/round', goals: FIRST_PAGE },
  { name: 'people', path: '/api/people', goals: LIST },
  { name: 'people by a filter', path: `/api/people?where=${encodeURIComponent('age > 50 and lifted')}`, goals: LIST },
  { name: 'list behind lifted-in-work', path: '/api/figures/lifted-in-work/counted', goals: LIST },
  { name: 'list behind one-file.risk-removed', path: '/api/figures/one-file.risk-removed/counted', goals: LIST },
]

async function measure(url: string): Promise<Finding[]> {
  const findings: Finding[] = [{ what: 'load of the machine before', value: loadavg()[0]!, unit: '' }]
  const people = await someWishers(url, await signIn(url, 'county'))
  for (const [at, post] of (['city', 'county'] as const).entries()) {
    const cookie = await signIn(url, post)
    // Everything is asked once before anything is timed: what is counted once is counted then.
    for (const { path } of PAGES) await ask(url, cookie, path)
    for (const { name, path, goals } of PAGES) {
      const { spread, floor } = await besideFloor(url, cookie, () => path)
      findings.push(...said(`${post}: ${name}`, spread, floor, goals && `≤ ${goals[at]}`))
    }
    const offers = await besideFloor(url, cookie, (run) => `/api/people/${people[run % people.length]}/offers`)
    findings.push(...said(`${post}: offers for one person`, offers.spread, offers.floor, undefined, '≤ 5'))
  }
  return [...findings, { what: 'load of the machine after', value: loadavg()[0]!, unit: '' }]
}

/** A page, and between its runs a session that is answered alone: both are slowed by the same neighbours. */
async function besideFloor(url: string, cookie: string, pathOf: (run: number) => string) {
  const floors: number[] = []
  const spread = await repeated(
    async (run) => ask(url, cookie, pathOf(run + WARM)),
    { runs: RUNS, warm: WARM },
    async () => {
      const begun = performance.now()
      await ask(url, cookie, '/api/me')
      floors.push(performance.now() - begun)
    },
  )
  return { spread, floor: floors.toSorted((a, b) => a - b)[Math.floor(floors.length / 2)]! }
}

function said(what: string, spread: Spread, floor: number, p95?: string, p50?: string): Finding[] {
  const { median, p95: slow, p99 } = spread
  return [
    { what: `${what}, p50`, value: median, unit: 'ms', ...(p50 && { goal: p50 }) },
    { what: `${what}, p95`, value: slow, unit: 'ms', ...(p95 && { goal: p95 }) },
    { what: `${what}, p99`, value: p99, unit: 'ms' },
    { what: `${what}, p50 / a session`, value: Math.round((median / floor) * 10) / 10, unit: '×' },
  ]
}

/** People of the post who were asked what work they would take: candidates of its vacancies. */
async function someWishers(url: string, cookie: string): Promise<number[]> {
  const { vacancies } = (await ask(url, cookie, '/api/vacancies?limit=10')) as { vacancies: { id: number }[] }
  const found = new Set<number>()
  for (const { id } of vacancies) {
    const { candidates } = (await ask(url, cookie, `/api/vacancies/${id}/candidates`)) as Candidates
    for (const { person } of candidates.slice(0, 5)) found.add(person)
    if (found.size >= PEOPLE) break
  }
  return [...found]
}
type Candidates = { candidates: { person: number }[] }
