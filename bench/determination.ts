import { subtree } from '#domain/places/area.ts'
import { type Door, openDoor } from '#server/db.ts'
import { countFound } from '#server/needs/count-found.sql.ts'
import { determineAll } from '#server/needs/determine.ts'
import { bindExact } from '#server/needs/outcomes.ts'
import { planPredicates } from '#server/needs/plan-predicates.ts'
import { redetermine } from '#server/needs/redetermine.ts'
import { layoutOf } from '#server/needs/snapshot/layout.ts'
import { loadSnapshot } from '#server/needs/snapshot/load-snapshot.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { changeableFiles, countBySql, countColumns, enrol, plainFiles } from './determination/ask.sql.ts'
import { growCity, openCity } from './determination/city.ts'
import { RULES, witnesses } from './determination/witnesses.ts'
import { type Bench, type Finding, repeated, residentMb, rounded, spreadOf, timed } from './measure.ts'

const ON = '2024-12-31'
const CITY = { from: 500_000, to: 510_000 }
const plan = getPlans().get('chongqing-2021')!
const { predicates } = planPredicates(plan, ON)
const SAMPLE = 500

/** `node bench/main.ts determination [files …] [--no-sql]`: sizes left out are 10,000 100,000 1,000,000. */
export const bench: Bench = {
  title: '判定 Determination: every need and finding of every file',
  run: async (args) => {
    const sizes = args.filter((argument) => /^\d+$/.test(argument)).map(Number)
    const city = await openCity()
    const door = openDoor(city.database)
    try {
      const findings: Finding[] = []
      for (const size of sizes.length > 0 ? sizes : [10_000, 100_000, 1_000_000]) {
        const files = await growCity(city.database, size)
        findings.push(...(await ofSize(door, files, !args.includes('--no-sql'))))
      }
      return [...findings, ...(await oneFile(door)), ...(await counts(door))]
    } finally {
      await door.close()
      await city.stop()
    }
  },
}

async function ofSize(door: Door, files: number, withSql: boolean): Promise<Finding[]> {
  const said = (what: string, value: number, unit: string, goal?: string): Finding => ({
    what: `${files}: ${what}`,
    value: rounded(value),
    unit,
    ...(goal && { goal }),
  })
  const floor = await best(2, () => door.asJob((tx) => countColumns(tx, layoutOf(predicates))))
  const loaded = await timed(() => door.asJob((tx) => loadSnapshot(tx, predicates, { counties: CITY })))
  const bound = await timed(() => bindExact(predicates, loaded.value.snapshot))
  const able = bound.value.able
  const run = bound.value.run!
  const first = await timed(() => run())
  const evaluated = Math.min(first.ms, await best(4, () => run()))
  const findings = [
    said('floor, count(column) over the same columns', floor, 'ms'),
    said(
      `columns, ${able.length} of ${predicates.length} predicates, the others by SQL`,
      evaluated,
      'ms',
      files >= 900_000 ? '≤ 5000' : undefined,
    ),
    said('columns / floor', evaluated / floor, '×', '≤ 2'),
    said('columns, loading', loaded.ms, 'ms'),
    said('columns, loading, processor time here', loaded.cpuMs, 'ms'),
    said('columns, first run, processor time', first.cpuMs, 'ms'),
    said('columns, loading, compiling, first run', loaded.ms + bound.ms + first.ms, 'ms'),
    said('memory of the process', residentMb(), 'MB'),
  ]
  if (withSql) {
    const sql = await timed(() => door.asJob((tx) => countBySql(tx, able)))
    requireEqual('SQL', sql.value, [...first.value.yes])
    findings.push(said(`SQL, the same ${able.length}`, sql.ms, 'ms'))
    findings.push(said('SQL / floor', sql.ms / floor, '×', '≤ 10 for 40'))
  }
  const each = (evaluated * 1000) / files / able.length
  findings.push(said('columns, one predicate of one file', each * 1000, 'ns'))
  findings.push(...(await others(door, each)).map((finding) => ({ ...finding, what: `${files}: ${finding.what}` })))
  const full = await determineAll({ door, plan, on: ON, now: new Date() })
  const again = await determineAll({ door, plan, on: ON, now: new Date() })
  return [
    ...findings,
    said(`table written, ${full.gained} gained, ${full.lost} lost`, full.seconds.whole * 1000, 'ms'),
    said('table compared again, nothing to write', again.seconds.whole * 1000, 'ms'),
  ]
}

async function best(runs: number, work: () => unknown): Promise<number> {
  return (await repeated(work, { runs })).min
}

function requireEqual(who: string, theirs: readonly number[], ours: readonly number[]): void {
  const at = ours.findIndex((count, place) => count !== theirs[place])
  if (at >= 0) throw new Error(`${who} counts ${theirs[at]}, not ${ours[at]}, for rule ${at}`)
}

/** Other engines on a sample, one predicate of one file, against `each` microseconds by columns. */
async function others(door: Door, each: number): Promise<Finding[]> {
  const files = (await door.asJob((tx) => plainFiles(tx, ON, SAMPLE))).map(({ file }) => file)
  const findings: Finding[] = []
  let agreed: number[] | undefined
  for (const { name, count } of witnesses) {
    const { ms, value } = await timed(() => count(files))
    agreed ??= value
    requireEqual(name, value, agreed)
    const micros = (ms * 1000) / files.length / RULES.length
    findings.push({
      what: `${name}, one predicate of one file (${files.length} files)`,
      value: rounded(micros * 1000),
      unit: 'ns',
    })
    findings.push({ what: `${name} / columns`, value: Math.round(micros / each), unit: '×' })
  }
  return findings
}

async function oneFile(door: Door): Promise<Finding[]> {
  const files = await door.asJob((tx) => changeableFiles(tx, 520))
  const times: number[] = []
  for (const [at, { county, id }] of files.entries()) {
    const ms = await door.asJob(async (tx) => {
      await enrol(tx, county, id)
      return (await timed(() => redetermine(tx, plan, { county, id }, ON, new Date()))).ms
    })
    if (at >= 20) times.push(ms)
  }
  const { median, p99, runs } = spreadOf(times)
  return [
    { what: `one changed file, median of ${runs}`, value: median, unit: 'ms' },
    { what: 'one changed file, p99', value: p99, unit: 'ms', goal: '≤ 20' },
  ]
}

async function counts(door: Door): Promise<Finding[]> {
  const of = async (what: string, area: number, level: 1 | 2, goal: string): Promise<Finding> => {
    const acting = { officer: 1, post: 1, scope: subtree(area) }
    const spread = await repeated(() => door.asPost(acting, (tx) => countFound(tx, subtree(area), level)), {
      runs: 100,
      warm: 5,
    })
    return { what: `counts of all needs, ${what}, p95`, value: spread.p95, unit: 'ms', goal }
  }
  return [await of('city', 500_000_000_000, 1, '≤ 100'), await of('county', 500_101_000_000, 2, '≤ 50')]
}
