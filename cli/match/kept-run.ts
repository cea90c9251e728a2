import type { MatchRunRow } from '#db/types.ts'
import { fail } from '#domain/base/fail.ts'
import type { Certificate } from '#domain/jobs/run/certificate.ts'
import { CITY } from '#domain/places/area.ts'
import type { Door } from '#server/db.ts'
import { installationDefaults } from '#server/http/defaults.ts'
import { doTask, replayRun } from '#server/jobs/matching/run/do-run.ts'
import { endAbandoned, findRun, insertRun, takeTask } from '#server/jobs/matching/run/match-run.sql.ts'
import { BY_SCHEDULE, newRun } from '#server/jobs/matching/run/new-run.ts'
import { getPlan } from '#server/plan/get-plan.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import type { Io } from '../terminal/io.ts'
import { withDoor } from '../terminal/with-door.ts'

type Asked = { run: string; replay: boolean; seed: string | undefined; on: string | undefined }

/** Makes a run of the whole city out of the ledger, shows a kept one, or computes one again; exit code 1 where it is not the same. */
export const keptRun = (asked: Asked, io: Io): Promise<number> =>
  withDoor(io, 'match', async (door) => {
    const id = asked.run === 'new' ? await makeRun(door, asked) : Number(asked.run)
    const run = (await door.asJob((tx) => findRun(tx, id))) ?? refuseAbsent(id)
    if (!asked.replay) return answer(io, run, undefined)
    if (run.result_hash === null) refuseUnfinished(id)
    const again = await replayRun({ door, planOf, onProgress: () => {} }, run)
    return answer(io, run, again)
  })

const planOf = (key: string) => getPlan(getPlans(), key)

async function makeRun(door: Door, { seed, on }: Asked): Promise<number> {
  const now = () => new Date()
  const defaults = await installationDefaults(door)
  const settings = { ...(seed && { seed }), ...(on && { on }) }
  const id = await door.asJob(async (tx) => {
    await endAbandoned(tx, now(), false)
    const asked = {
      plan: defaults.plan,
      area: CITY,
      on: defaults.on,
      cause: 'hand',
      by: BY_SCHEDULE,
      now: now(),
    } as const
    return insertRun(tx, newRun(settings, asked))
  })
  if (id === undefined) return refuseUnderWay()
  const task = await door.asJob((tx) => takeTask(tx, now()))
  if (task?.id !== id) return refuseUnderWay()
  await doTask({ door, planOf, onProgress: () => {}, now }, task)
  return id
}

type Again = { sameInputs: boolean; sameResult: boolean }

function answer(io: Io, run: MatchRunRow, again: Again | undefined): number {
  const { id, on_day: on, seed, inputs_hash: inputs, result_hash: result, counts, certificate, seconds } = run
  const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024)
  io.answer(
    { id, on, seed, inputs, result, counts, certificate, seconds, memoryMb, ...(again && { replay: again }) },
    textOf(run, again),
  )
  return again && !(again.sameInputs && again.sameResult) ? 1 : 0
}

function textOf({ id, counts, certificate, seconds }: MatchRunRow, again: Again | undefined): string {
  const { people, placed, openings } = (counts ?? {}) as Record<string, number>
  const { blockingPairs, overQuota } = (certificate ?? {}) as Partial<Certificate>
  const same = (is: boolean) => (is ? '一样 the same' : '不同 differs')
  return [
    `匹配 match run ${id}: 人员 people ${people ?? '–'}, 名额 openings ${openings ?? '–'}, 已安排 placed ${placed ?? '–'}`,
    `被越过 blocking pairs ${blockingPairs ? blockingPairs.anchors + blockingPairs.backUps : '–'}, 超员 over-full ${overQuota ?? '–'}`,
    ...(seconds
      ? [
          Object.entries(seconds as Record<string, number>)
            .map(([phase, spent]) => `${phase} ${spent} s`)
            .join(', '),
        ]
      : []),
    ...(again ? [`重算 recomputed: 输入 inputs ${same(again.sameInputs)}, 结果 result ${same(again.sameResult)}`] : []),
  ].join('\n')
}

function refuseAbsent(id: number): never {
  return fail('jobs.run.absent', {
    zh: `没有编号为 ${id} 的匹配。编号见“人岗匹配”页的地址。`,
    en: `There is no match run ${id}. Its number stands in the address of its page.`,
  })
}

function refuseUnfinished(id: number): never {
  return fail('jobs.run.notDone', {
    zh: `匹配 ${id} 没有结果，没有可比对的。请换一次已完成的。`,
    en: `The match run ${id} has no result to compare with. Name one that is done.`,
  })
}

function refuseUnderWay(): never {
  return fail('jobs.run.underWay', {
    zh: '已有一次匹配在排队或运行，本次没有开始。请等它完成，或先停止它。',
    en: 'A match run waits or goes on already; nothing was started. Wait until it is done, or stop it first.',
  })
}
