import { monthEnds } from '#domain/indicators/trend.ts'
import type { Indicator } from '#domain/plan/indicator.ts'
import { runApart } from '#server/apart.ts'
import { type Door, openDoor } from '#server/db.ts'
import type { CountTask } from '#server/indicators/counting/count-task.ts'
import { askedNumbers, factsBeside, fitsColumns } from '#server/indicators/counting/numbers.ts'
import { ledgerHead } from '#server/indicators/figure-run.sql.ts'
import { layoutOf } from '#server/needs/snapshot/layout.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { type Database, useDatabase as inDatabase } from '#server/postgres.ts'
import { countColumns } from './determination/ask.sql.ts'
import { growCity, openCity } from './determination/city.ts'
import { childProcess } from './figures/child-process.ts'
import { countFiles, forget } from './figures/city.sql.ts'
import { type Bench, type Finding, rounded, timed } from './measure.ts'

const plan = getPlans().get('chongqing-2021')!
const COUNTING = new URL('../server/indicators/counting/count-child.ts', import.meta.url)
/** A day that no screen shows, so that nothing kept is in the way. */
const ON = '2023-08-17'
const MONTHS = 24
const TRENDS = ['lifted-in-work', 'steady-bowl']

/**
 * `node bench/main.ts figures [files …]`: sizes left out are 30,000 300,000 1,000,000; or a folder with a city in it.
 * All figures of a day nobody asked for yet, and a trend of 24 month ends, counted and kept as the server does it, in a process of its own.
 */
export const bench: Bench = {
  title: 'Figures: a day first asked for, a trend of 24 months',
  async run(args) {
    const [folder] = args.filter((argument) => !/^\d+$/.test(argument))
    if (folder) return inDatabase({ dataDir: folder }, measure)
    const sizes = args.map(Number)
    const city = await openCity()
    try {
      const findings: Finding[] = []
      for (const size of sizes.length > 0 ? sizes : [30_000, 300_000, 1_000_000]) {
        await growCity(city.database, size)
        findings.push(...(await measure(city.database)))
      }
      return findings
    } finally {
      await city.stop()
    }
  },
}

async function measure(database: Database): Promise<Finding[]> {
  const door = openDoor(database)
  try {
    const [files, { at: knownAt }] = await door.asJob(
      async (tx) => [await countFiles(tx), await ledgerHead(tx)] as const,
    )
    const key = { plan: plan.key, on: ON, knownAt, definition: `bench ${performance.timeOrigin}` }
    const asked = { door, jobUrl: database.roleUrl('ricebowl_job'), files }
    const found = [
      ...(await ofTask({
        ...{
          ...asked,
          what: `all ${plan.indicators.length} figures of a day`,
          goal: files >= 1_500_000 ? '≤ 20' : undefined,
        },
        ...{ task: { kind: 'run', key }, indicators: plan.indicators, days: [ON] },
      })),
    ]
    for (const indicator of plan.indicators.filter(({ key }) => TRENDS.includes(key)))
      found.push(
        ...(await ofTask({
          ...{ ...asked, what: `${indicator.key}, ${MONTHS} months` },
          ...{ task: { kind: 'trend', key: { ...key, indicator: indicator.key, months: MONTHS } } },
          ...{ indicators: [indicator], days: monthEnds(ON, MONTHS) },
        })),
      )
    await door.asJob((tx) => forget(tx, key.definition))
    return found
  } finally {
    await door.close()
  }
}

type Asked = {
  door: Door
  jobUrl: string
  files: number
  what: string
  goal?: string | undefined
  task: CountTask
  indicators: readonly Indicator[]
  days: readonly string[]
}

/** One count beside its floor in the same run: PostgreSQL counting what is not null in the same columns, once, for one day. */
async function ofTask({ door, jobUrl, files, what, goal, task, indicators, days }: Asked): Promise<Finding[]> {
  const able = indicators.filter(fitsColumns)
  const predicates = [...askedNumbers(plan, able, days).values()].flat().map(({ predicate }) => predicate)
  const layouts = layoutOf(predicates, { keys: ['area'], facts: factsBeside(able) })
  const floor = await timed(() => door.asJob((tx) => countColumns(tx, layouts)))
  const child = childProcess('count-child')
  const counted = await timed(() => runApart<number>(COUNTING, { jobUrl, task }))
  const { peakMb, cpuSeconds } = child.end()
  const say = (about: string, value: number, unit: string, held?: string): Finding => ({
    ...{ what: `${files}: ${what}${about}`, value: rounded(value), unit },
    ...(held && { goal: held }),
  })
  return [
    say('', counted.ms / 1000, 's', goal),
    say(', of it processor time of the counting process', cpuSeconds, 's'),
    say(', floor: count(column) over the same columns', floor.ms / 1000, 's'),
    say(' / floor', counted.ms / floor.ms, '×'),
    say(', memory of the counting process at most', peakMb, 'MB'),
  ]
}
