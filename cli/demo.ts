import { loadAreas } from '#db/areas/load-areas.ts'
import { type DemoReport, loadDemo } from '#db/demo/load-demo.ts'
import { SCALES, type Scale } from '#db/demo/quotas.ts'
import { migrate } from '#server/migrate.ts'
import { firstDetermination } from '#server/needs/first-determination.ts'
import { useDatabase as inDatabase } from '#server/postgres.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'
import { progressBar } from './terminal/progress-bar.ts'

export const usage: Usage = {
  summary: { zh: '生成演示城市', en: 'a generated city to try things on' },
  forms: ['demo --scale small|county|city [--seed N] [--again]'],
}

const OPTIONS = { scale: { type: 'string' }, seed: { type: 'string' }, again: { type: 'boolean' } } as const

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, usage)
  const scale = (values.scale ?? 'small') as Scale
  const seed = Number(values.seed ?? 1)
  if (positionals.length > 0 || !SCALES.includes(scale) || !Number.isSafeInteger(seed) || seed < 0)
    return refuseUsage(usage)
  const holder = { kind: 'command', command: 'demo' } as const
  const report = await inDatabase({ ...io.environment, log: io.log, holder }, async (database) => {
    const { adminUrl, keys } = database
    await migrate(adminUrl, { log: io.log })
    await loadAreas(adminUrl)
    const bar = progressBar(io)
    try {
      const report = await loadDemo({ adminUrl, keys, scale, seed, again: values.again ?? false, onProgress: bar.show })
      bar.end()
      await firstDetermination(database, io.log)
      return report
    } finally {
      bar.end()
    }
  })
  io.answer(report, reportText(report))
  return 0
}

function reportText({ scale, seed, people, rows, seconds, rowsPerSecond, aims }: DemoReport): string {
  const counts = aims.filter((aim) => aim.aimed !== null)
  const missed = counts.filter((aim) => aim.aimed !== aim.reached)
  return [
    `演示城市 demo city: ${scale}, seed ${seed}`,
    `${people} 人 people, ${rows} 条记录 records, ${seconds.whole} s (${rowsPerSecond} /s)`,
    `校准 calibration: ${counts.length - missed.length} / ${counts.length}`,
    ...missed.map(({ key, on, aimed, reached }) => `  ${key}${on ? ` ${on}` : ''}: ${aimed} → ${reached}`),
  ].join('\n')
}
