import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import { migrate } from '#server/migrate.ts'
import type { Determination } from '#server/needs/determine.ts'
import { determineNow } from '#server/needs/first-determination.ts'
import { useDatabase as inDatabase } from '#server/postgres.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'
import { progressBar } from './terminal/progress-bar.ts'

export const usage: Usage = {
  summary: { zh: '判定全部档案的需求和疑点', en: 'determine the needs and findings of every file' },
  forms: ['determine [--on YYYY-MM-DD]'],
}

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { on: { type: 'string' } }, usage)
  if (positionals.length > 0) return refuseUsage(usage)
  if (values.on !== undefined && !isDay(values.on)) refuseDay(values.on)
  const holder = { kind: 'command', command: 'determine' } as const
  const done = await inDatabase({ ...io.environment, log: io.log, holder }, async (database) => {
    await migrate(database.adminUrl, { log: io.log })
    const bar = progressBar(io)
    try {
      const onProgress = ({ files, share, seconds }: { files: number; share: number; seconds: number }) =>
        bar.show({ rows: files, share, seconds, phase: 'determination' })
      return await determineNow({ database, on: values.on, now: new Date(), onProgress })
    } finally {
      bar.end()
    }
  })
  io.answer(done, text(done))
  return 0
}

function refuseDay(day: string): never {
  return fail('command.day.unknown', {
    zh: `没有“${day}”这一天。日期请写作 YYYY-MM-DD，例如 2021-09-17。`,
    en: `There is no day "${day}". Write a day as YYYY-MM-DD, such as 2021-09-17.`,
  })
}

const text = ({ files, predicates, gained, lost, changed, seconds, plan, on }: Determination & Asked): string =>
  [
    `${plan} ${on}: ${files} 人 people × ${predicates} 条件 predicates, ${seconds.whole.toFixed(1)} s`,
    `新增 gained ${gained}, 消失 lost ${lost}, 变化 changed ${changed}`,
  ].join('\n')
type Asked = { plan: string; on: string }
