import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { identityCheckDigit } from '#domain/people/identity.ts'
import { openDoor } from '#server/db.ts'
import { useDatabase as inDatabase } from '#server/postgres.ts'
import { ask, freePort, signIn, startServer } from './console/served.ts'
import { type Bench, type Finding, repeated, timed } from './measure.ts'

/**
 * What an officer waits for, over HTTP on loopback, under row-level security and with the audit on. Without a folder: the
 * first start on an empty one, at small scale. With a folder (`node bench/main.ts console /data/city`): the city in it.
 */
export const bench: Bench = {
  title: 'The console: start, memory at rest, overview, drill, search',
  async run([folder]) {
    const dataDir = folder ?? mkdtempSync(join(tmpdir(), 'ricebowl-bench-'))
    const port = await freePort()
    const started = await timed(() => startServer(dataDir, port))
    const findings: Finding[] = [
      {
        what: folder ? 'warm start to console' : 'first start to console, small',
        value: started.ms / 1000,
        unit: 's',
        goal: '≤ 20',
      },
    ]
    try {
      findings.push(...(await measure(`http://127.0.0.1:${port}`, dataDir, started.value.pid!)))
    } finally {
      started.value.kill('SIGTERM')
      await new Promise((resolve) => started.value.once('exit', resolve))
    }
    return findings
  },
}

const RUNS = 60

async function measure(url: string, dataDir: string, pid: number): Promise<Finding[]> {
  const findings: Finding[] = []
  const say = (what: string, value: number, unit: string, goal?: string) =>
    findings.push({ what, value, unit, ...(goal && { goal }) })
  const names = await someNames(dataDir)
  say('people in the city', names.people, 'files')
  const city = await signIn(url, 'city')
  const cold = await timed(() => ask(url, city, '/api/figures'))
  say('overview, the day first asked for', cold.ms, 'ms')
  for (const [post, cookie, searchGoal] of [
    ['city', city, '≤ 60'],
    ['county', await signIn(url, 'county'), '≤ 30'],
  ] as const) {
    const of = (path: string) => repeated(() => ask(url, cookie, path), { runs: RUNS, warm: 3 })
    say(`${post}: overview, p95 warm`, (await of('/api/figures')).p95, 'ms', '≤ 100')
    say(
      `${post}: list behind lifted-in-work, first page, p95`,
      (await of('/api/figures/lifted-in-work/counted')).p95,
      'ms',
      '≤ 50',
    )
    say(
      `${post}: list behind workshop-lifted, first page, p95`,
      (await of('/api/figures/workshop-lifted/counted')).p95,
      'ms',
      '≤ 50',
    )
    const slowest = await slowestList(url, cookie)
    say(
      `${post}: slowest of the lists behind ${slowest.lists} figures (${slowest.indicator}), first page, p95`,
      slowest.p95,
      'ms',
      '≤ 50',
    )
    say(
      `${post}: people by a filter, first page, p95`,
      (await of(`/api/people?where=${encodeURIComponent('age > 50 and lifted')}`)).p95,
      'ms',
      '≤ 50',
    )
    say(`${post}: needs and findings counted, p95`, (await of('/api/needs')).p95, 'ms')
    for (const [kind, texts] of Object.entries(names.searches)) {
      const search = (run: number) => find(url, cookie, texts[(run + texts.length * 9) % texts.length]!)
      say(`${post}: search by ${kind}, p95`, (await repeated(search, { runs: RUNS, warm: 3 })).p95, 'ms', searchGoal)
    }
  }
  say('server memory at rest', await restMb(pid), 'MB', '≤ 300')
  return findings
}

/** The list behind a figure for which an officer waits longest. */
async function slowestList(url: string, cookie: string) {
  const { figures } = (await ask(url, cookie, '/api/figures')) as { figures: { indicator: string; opens: boolean }[] }
  const lists = figures.filter(({ opens }) => opens)
  const found = []
  for (const { indicator } of lists) {
    const { p95 } = await repeated(() => ask(url, cookie, `/api/figures/${indicator}/counted`), { runs: 20, warm: 2 })
    found.push({ indicator, p95 })
  }
  return { ...found.toSorted((a, b) => b.p95 - a.p95)[0]!, lists: lists.length }
}

/** Names of people who are there, so that a search finds somebody. */
const someNames = (dataDir: string) =>
  inDatabase({ dataDir }, async (database) => {
    const door = openDoor(database)
    try {
      return await door.asJob(async (tx) => {
        const [count] = await tx.query<{ people: number }>('SELECT count(*)::int AS people FROM person')
        const rows = await tx.query<{ name: string; initials: string }>(
          'SELECT name, initials FROM person WHERE area >= 500235000000 AND area < 500236000000 AND char_length(name) >= 3 LIMIT 40',
        )
        const searches = {
          'two characters of a name': rows.map(({ name }) => name.slice(-2)),
          'initials of the pinyin': rows.map(({ initials }) => initials),
          'a whole identity number': ['50019919900101001', '50019919851212003'].map(
            (digits) => digits + identityCheckDigit(digits),
          ),
        }
        return { people: count!.people, searches }
      })
    } finally {
      await door.close()
    }
  })

async function find(url: string, cookie: string, text: string): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json' }
  const answer = await fetch(`${url}/api/people/search`, { method: 'POST', headers, body: JSON.stringify({ text }) })
  if (!answer.ok) throw new Error(`search answered ${answer.status}`)
  await answer.json()
}

/** Resident memory of the server's Node ten seconds after the last question. */
async function restMb(pid: number): Promise<number> {
  await new Promise((resolve) => setTimeout(resolve, 10_000))
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024)
}
