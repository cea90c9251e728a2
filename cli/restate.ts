import { fail } from '#domain/base/fail.ts'
import { lastDay } from '#domain/indicators/closing/month.ts'
import { twelveDigits } from '#domain/places/area.ts'
import { installationDefaults } from '#server/http/defaults.ts'
import { freeze, runToFreeze } from '#server/indicators/closing/freeze.ts'
import { verify } from '#server/indicators/closing/verify.ts'
import { figureRuns } from '#server/indicators/figure-run.ts'
import { allLines, openMonth } from '#server/indicators/restatement/restatement.handlers.ts'
import { getPlan } from '#server/plan/get-plan.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'
import { moment } from './terminal/moment.ts'
import { withDoor } from './terminal/with-door.ts'

export const usage: Usage = {
  summary: { zh: '某月的报告口径与现在所知', en: 'a month as reported and as known now' },
  forms: [
    'restate --month 2021-09 [--area CODE] [--plan KEY]',
    'restate --month 2021-09 --freeze [--known-at INSTANT]',
  ],
}

const OPTIONS = {
  month: { type: 'string' },
  area: { type: 'string' },
  plan: { type: 'string' },
  freeze: { type: 'boolean' },
  'known-at': { type: 'string' },
} as const
const CITY = { area: 500_000_000_000, scope: { lo: 500_000_000_000, hi: 510_000_000_000 } }

/** `{month, seal, sound, lines: [{indicator, area, reported, now, added, removed}]}`; with `--freeze` the figures are frozen first. Exit code 1 where a seal does not fit. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, usage)
  const { month } = values
  // A moment is frozen at; compared is always what was frozen with now.
  const early = values['known-at'] !== undefined && !values.freeze
  if (positionals.length > 0 || month === undefined || early) return refuseUsage(usage)
  const knownAt = values['known-at'] === undefined ? undefined : moment(values['known-at'])
  if (values.area !== undefined && !/^\d{6}(\d{3}){0,2}$/.test(values.area)) refuseArea(values.area)
  return withDoor(io, 'restate', async (door) => {
    const given = { plans: getPlans(), runs: figureRuns(door), defaults: () => installationDefaults(door) }
    const plan = getPlan(given.plans, values.plan ?? (await given.defaults()).plan)
    if (values.freeze) {
      const now = new Date()
      const found = await runToFreeze(given.runs, { plan, on: lastDay(month), knownAt, now })
      await door.asJob((tx) => freeze(tx, found, { plan, now }, null))
    }
    const asker = { asPost: door.asJob, post: CITY }
    const asked = await openMonth(given, asker, month, {
      plan: plan.key,
      ...(values.area !== undefined && { area: twelveDigits(values.area) }),
    })
    return door.asJob(async (tx) => {
      const { broken, sealed } = await verify(tx, asked.frozen)
      const lines = (await allLines(tx, asked)).map(({ areaName: _, ...line }) => line)
      const sound = broken.length === 0 && sealed
      const { seal, known_at } = asked.frozen.snapshot
      const closedAt = asked.frozen.closing?.closed_at ?? null
      const text = lines.map(({ indicator, reported, now, added, removed }) =>
        [indicator.padEnd(28), reported.value, '→', now.value, `+${added ?? '–'} −${removed ?? '–'}`].join(' '),
      )
      io.answer({ month, knownAt: known_at, closedAt, seal, sound, lines }, text.join('\n'))
      return sound ? 0 : 1
    })
  })
}

function refuseArea(area: string): never {
  fail('places.area.unknown', {
    zh: `“${area}”不是区划代码：应为 6、9 或 12 位数字，例如 500235000000（云阳县）。`,
    en: `“${area}” is no area code: it has 6, 9 or 12 digits, such as 500235000000 (Yunyang).`,
  })
}
