import { lastDay } from '#domain/indicators/closing/month.ts'
import { openDoor } from '#server/db.ts'
import { freeze, runToFreeze } from '#server/indicators/closing/freeze.ts'
import { figureRuns } from '#server/indicators/figure-run.ts'
import { indicatorOf } from '#server/indicators/question.ts'
import { differingRecords } from '#server/indicators/restatement/difference.sql.ts'
import { pairOf } from '#server/indicators/restatement/restated.ts'
import { allLines, areasBelow, openMonth } from '#server/indicators/restatement/restatement.handlers.ts'
import { trace } from '#server/indicators/restatement/trace.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { growCity, openCity } from './determination/city.ts'
import { type Bench, type Finding, rounded, timed } from './measure.ts'
import { withdrawSome } from './restatement/changes.sql.ts'

const MONTH = '2021-09'
const CITY = 500_000_000_000
const COUNTY = 500_235_000_000
const INDICATOR = 'lifted-in-work'
const plan = getPlans().get('chongqing-2021')!
/** Later corrections, as a month brings them, and so many that lists are read whole. */
const CHANGES = [300, 20_000]

/** `node bench/main.ts restatement [files]`: a month frozen, then corrections, then the month asked both ways. */
export const bench: Bench = {
  title: '更正 Restatement: a month frozen, and asked both ways',
  run: async ([files]) => {
    const city = await openCity()
    const door = openDoor(city.database)
    try {
      const held = await growCity(city.database, Number(files ?? 0))
      const given = {
        plans: new Map([[plan.key, plan]]),
        runs: figureRuns(door),
        defaults: async () => ({ on: '2021-09-17', plan: plan.key }),
      }
      const asker = { asPost: door.asJob, post: { area: CITY, scope: { lo: CITY, hi: CITY + 10_000_000_000 } } }
      const now = new Date()
      const found = (what: string, ms: number, goal?: string): Finding => ({
        ...{ what: `${held} files: ${what}`, value: rounded(ms), unit: 'ms' },
        ...(goal && { goal }),
      })
      const run = await timed(() => runToFreeze(given.runs, { plan, on: lastDay(MONTH), now }))
      const frozen = await timed(() => door.asJob((tx) => freeze(tx, run.value, { plan, now }, null)))
      const findings = [found('counting the month', run.ms), found('reading all lists again and freezing', frozen.ms)]
      for (const wanted of CHANGES) {
        const rows = await withdrawSome(city.database.adminUrl, wanted)
        const said = (what: string, ms: number, goal?: string) =>
          found(`${rows} rows withdrawn since: ${what}`, ms, goal)
        const open = await timed(() => openMonth(given, asker, MONTH, {}))
        const all = await timed(() => door.asJob((tx) => allLines(tx, open.value)))
        const county = await openMonth(given, asker, MONTH, { area: COUNTY })
        const indicator = indicatorOf(plan, INDICATOR)
        const pair = pairOf(county, indicator)!
        const records = await timed(() => door.asJob((tx) => differingRecords(tx, pair, county.intervals)))
        const why = await timed(() => door.asJob((tx) => trace(tx, pair, county.intervals, records.value)))
        const below = await timed(() => door.asJob((tx) => areasBelow(tx, open.value, indicator)))
        findings.push(
          said('counting the month as known now', open.ms),
          said(`all ${all.value.length} indicators of the city`, all.ms, '≤ 5000'),
          said('one indicator of the city, county by county', below.ms),
          said(`one indicator of a county, ${records.value.length} people`, records.ms, '≤ 1000'),
          said('the reason of each', why.ms, '≤ 1000'),
        )
      }
      return findings
    } finally {
      await door.close()
      await city.stop()
    }
  },
}
