import { isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import { isTimeOfDay } from '#domain/needs/nightly.ts'
import { openDoor } from '#server/db.ts'
import { migrate } from '#server/migrate.ts'
import type { Determination } from '#server/needs/determine.ts'
import { determineNow } from '#server/needs/first-determination.ts'
import { recordedRun } from '#server/needs/schedule/recorded-run.ts'
import { setNightlyTime } from '#server/needs/schedule/run.sql.ts'
import { useDatabase as inDatabase } from '#server/postgres.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'
import { progressBar } from './terminal/progress-bar.ts'

export const usage: Usage = {
  summary: { zh: '判定全部档案的需求和疑点', en: 'determine the needs and findings of every file' },
  forms: ['determine [--on YYYY-MM-DD]', 'determine --nightly HH:MM'],
}

const holder = { kind: 'command', command: 'determine' } as const

export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, { on: { type: 'string' }, nightly: { type: 'string' } }, usage)
  if (positionals.length > 0) return refuseUsage(usage)
  if (values.on !== undefined && !isDay(values.on)) refuseDay(values.on)
  if (values.nightly !== undefined) return setNightly(values.nightly, io)
  const done = await inDatabase({ ...io.environment, log: io.log, holder }, async (database) => {
    await migrate(database.adminUrl, { log: io.log })
    const bar = progressBar(io)
    const door = openDoor(database)
    try {
      const onProgress = ({ files, share, seconds }: { files: number; share: number; seconds: number }) =>
        bar.show({ rows: files, share, seconds, phase: 'determination' })
      const determine = () => determineNow({ database, on: values.on, now: new Date(), onProgress })
      return (await recordedRun(door, 'command', determine)) ?? refuseSecond()
    } finally {
      bar.end()
      await door.close()
    }
  })
  io.answer(done, text(done))
  return 0
}

/** From the next minute on, the server determines every file at this time of day. */
async function setNightly(time: string, io: Io): Promise<number> {
  if (!isTimeOfDay(time)) refuseTime(time)
  await inDatabase({ ...io.environment, log: io.log, holder }, async (database) => {
    await migrate(database.adminUrl, { log: io.log })
    const door = openDoor(database)
    await door.asJob((tx) => setNightlyTime(tx, time)).finally(() => door.close())
  })
  io.answer({ nightly: time }, `每日 ${time} 判定全部档案 Every file is determined at ${time} each day`)
  return 0
}

function refuseTime(time: string): never {
  return fail('command.time.unknown', {
    zh: `“${time}”不是一天中的时刻。请写作 HH:MM，例如 02:30。`,
    en: `"${time}" is no time of day. Write it as HH:MM, such as 02:30.`,
  })
}

function refuseSecond(): never {
  return fail('needs.determination.running', {
    zh: '全量判定正在进行。请等它结束后再试。',
    en: 'A full determination is going on. Wait until it ends, then try again.',
  })
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
