import { figureReader } from './figures/figure-reader.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'

export const usage: Usage = {
  summary: { zh: '一个数字背后的人、载体或记录', en: 'the people, sites or records behind a figure' },
  forms: ['people --indicator KEY [--area CODE] [--on DATE] [--known-at INSTANT] [--plan KEY] [--part PART]'],
}

const OPTIONS = {
  indicator: { type: 'string' },
  on: { type: 'string' },
  area: { type: 'string' },
  'known-at': { type: 'string' },
  plan: { type: 'string' },
  division: { type: 'string' },
  part: { type: 'string' },
} as const

/** The ids counted, as many as the figure says; of an indicator that counts areas, their codes. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, usage)
  const { indicator, part, ...asked } = values
  if (positionals.length > 0 || indicator === undefined) return refuseUsage(usage)
  const ids = await figureReader(io, asked, (reader) => reader.counted(indicator, part))
  io.answer(ids, ids.join('\n'))
  return 0
}
