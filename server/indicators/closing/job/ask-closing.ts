import type { ClosingJobRow } from '#db/types.ts'
import { fail } from '#domain/base/fail.ts'
import type { Reply } from '#domain/base/route.ts'
import type { closingApi } from '#domain/indicators/closing/closing.api.ts'
import { monthOf } from '#domain/indicators/closing/month.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { insertJob, newestJob } from './closing-job.sql.ts'

type JobView = NonNullable<Reply<typeof closingApi.getMonthJob>['job']>
type Asked = { plan: string; on: string; kind: 'freeze' | 'close' } & {
  seal?: string
  knownAt?: string | undefined
  inPlaceReason?: string | undefined
}

/** Asks for a month to be frozen or closed. Refuses (409) while something else is being done with it. */
export async function askClosing(tx: Tx, asked: Asked, { officer, post, now }: Ctx): Promise<JobView> {
  await refuseWhileUnderWay(tx, asked.plan, asked.on)
  const job = await insertJob(tx, {
    ...{ plan: asked.plan, on_day: asked.on, kind: asked.kind, seal: asked.seal ?? null },
    ...{ known_at: asked.knownAt ?? null, in_place_reason: asked.inPlaceReason ?? null },
    ...{ officer_id: officer.id, officer_name: officer.name, post_id: post.id, post_title: post.title },
    asked_at: now.toISOString(),
  })
  return jobView(job, now)
}

/** A month that is being frozen or closed is held until that is done, which takes longer than anybody waits for an answer. */
export async function refuseWhileUnderWay(tx: Tx, plan: string, on: string): Promise<void> {
  const job = await newestJob(tx, plan, on)
  if (job?.state === 'waiting' || job?.state === 'running') refuseUnderWay(job)
}

export const jobView = (job: ClosingJobRow, now: Date): JobView => ({
  ...{ id: job.id, kind: job.kind as JobView['kind'], state: job.state as JobView['state'], share: job.share },
  ...{ askedAt: job.asked_at, endedAt: job.ended_at, officer: job.officer_name, post: job.post_title },
  seconds: job.begun_at === null ? null : Math.max(0, Math.round((now.getTime() - Date.parse(job.begun_at)) / 1000)),
  problem: job.problem as JobView['problem'],
})

function refuseUnderWay({ on_day, kind }: ClosingJobRow): never {
  const month = monthOf(on_day)
  fail(
    'closing.job.underWay',
    {
      zh: `${month} 正在${kind === 'freeze' ? '冻结' : '月结'}，请等它办完再办。`,
      en: `${month} is being ${kind === 'freeze' ? 'frozen' : 'closed'}: wait until that is done.`,
    },
    { status: 409, where: { month } },
  )
}
