import type { ClosingJobRow } from '#db/types.ts'
import { lastDay, monthBefore, monthOf } from '#domain/indicators/closing/month.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { recordWrite } from '../../../access/audit.ts'
import type { Door, Tx } from '../../../db.ts'
import { countHere } from '../../counting/count-task.ts'
import { figureRuns } from '../../figure-run.ts'
import { type Actor, CITY, openDesk } from '../approve.ts'
import { close } from '../close.ts'
import { freeze, runToFreeze } from '../freeze.ts'
import { finishJob, getJob } from './closing-job.sql.ts'

type Given = { door: Door; planOf: (key: string) => Plan; now: () => Date; onProgress: (share: number) => void }

/** Counting before a freezing, as a share of the whole; the lists are read again after it. */
const COUNTING = 0.4

/** Freezes or closes a month as a job says; all of it and the job's end are one transaction. */
export async function doClosingJob(given: Given, id: number): Promise<void> {
  const job = await given.door.asJob((tx) => getJob(tx, id))
  const plan = given.planOf(job.plan)
  const now = given.now()
  const done = async (tx: Tx, detail: string) => {
    await recordWrite(
      tx,
      { officerId: job.officer_id, postId: job.post_id, requestId: null },
      { action: 'indicators.close', object: { kind: 'area', county: CITY / 1_000_000, area: CITY }, detail },
    )
    await finishJob(tx, id, now)
  }
  return job.kind === 'freeze' ? freezeAsked(given, job, plan, now, done) : closeAsked(given, job, plan, now, done)
}

type Done = (tx: Tx, detail: string) => Promise<void>

async function freezeAsked({ door, onProgress }: Given, job: ClosingJobRow, plan: Plan, now: Date, done: Done) {
  const on = job.on_day
  const runs = figureRuns(door, (of, task) => countHere(door)(of, task, (share) => onProgress(share * COUNTING)))
  const run = await runToFreeze(runs, { plan, on, knownAt: job.known_at ?? undefined, now })
  // What stands beside it is counted here too: whoever opens the month first does not wait for it.
  await runs.get(plan, lastDay(monthBefore(monthOf(on))), run.knownAt)
  const by = { officer: job.officer_name, postId: job.post_id, post: job.post_title }
  const onRead = (share: number) => onProgress(COUNTING + share * (1 - COUNTING))
  await door.asJob(async (tx) => {
    const { edition } = await freeze(tx, run, { plan, now, onProgress: onRead }, by)
    await done(tx, `frozen ${monthOf(on)}, edition ${edition}`)
  })
}

async function closeAsked({ door, onProgress }: Given, job: ClosingJobRow, plan: Plan, now: Date, done: Done) {
  await door.asJob(async (tx) => {
    const desk = await openDesk(tx, plan, job.on_day, now, 'alone')
    const asked = { seal: job.seal!, inPlaceReason: job.in_place_reason ?? undefined, onProgress }
    await close(tx, desk, plan, asked, actorOf(job, now))
    await done(tx, `closed ${monthOf(job.on_day)}`)
  })
}

/** Whoever asked: a post of the whole city, as it was when the job was asked for. */
const actorOf = (job: ClosingJobRow, now: Date): Actor => ({
  officer: { id: job.officer_id, name: job.officer_name },
  post: { id: job.post_id, title: job.post_title, area: CITY, scope: { lo: CITY, hi: CITY + 10_000_000_000 } },
  now,
})
