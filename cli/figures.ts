import { figureReader } from './figures/figure-reader.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'

export const usage: Usage = {
  summary: { zh: '某区划某日的全部数字', en: 'every figure of an area on a day' },
  forms: [
    'figures [--on DATE] [--area CODE] [--known-at INSTANT] [--plan KEY] [--division DATE]',
    'figures --reported MONTH [--area CODE] [--plan KEY] [--division DATE]',
  ],
}

const OPTIONS = {
  on: { type: 'string' },
  area: { type: 'string' },
  'known-at': { type: 'string' },
  plan: { type: 'string' },
  division: { type: 'string' },
  reported: { type: 'string' },
} as const

/** With `--reported 2021-09` the figures as they were frozen for that month. A list of `{indicator, area, value, target, kind, state, published, opens}`; shares also say what they are `of`. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, usage)
  const twice = values.reported !== undefined && (values.on ?? values['known-at']) !== undefined
  if (positionals.length > 0 || twice) return refuseUsage(usage)
  const figures = await figureReader(io, values, (reader) => reader.figures())
  const lines = figures.map(
    ({ indicator, area, value, of, target, task, kind, state, rule, trajectory, published, parts, opens }) => ({
      indicator,
      area,
      value,
      of,
      target: target?.value ?? null,
      kind,
      state,
      published: published && { value: published.value, on: published.on, source: published.source },
      opens,
      task: task?.value ?? null,
      parts: Object.fromEntries(parts.map((part) => [part.key, part.value])),
      rule,
      trajectory,
    }),
  )
  const text = lines.map(({ indicator, value, of, target, state }) =>
    [
      indicator.padEnd(28),
      String(value),
      of === null ? '' : `/ ${of}`,
      target === null ? '' : `→ ${target}`,
      state,
    ].join(' '),
  )
  io.answer(lines, text.join('\n'))
  return 0
}
