// A process that places everybody, or computes a run again, and ends.
import { Refusal, type Words } from '#domain/base/fail.ts'
import { answerParent } from '../../../apart.ts'
import { openDoor } from '../../../db.ts'
import { getPlan } from '../../../plan/get-plan.ts'
import { getPlans } from '../../../plan/plan-folder.ts'
import { doTask } from './do-run.ts'
import type { Task } from './match-run.sql.ts'

export type MatchingAnswer = { problem: Words | null }

answerParent(async ({ jobUrl, task }: { jobUrl: string; task: Task }, onProgress): Promise<MatchingAnswer> => {
  const door = openDoor({ roleUrl: () => jobUrl })
  try {
    const plans = getPlans()
    await doTask({ door, planOf: (key) => getPlan(plans, key), onProgress, now: () => new Date() }, task)
    return { problem: null }
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.words }
    throw error
  } finally {
    await door.close()
  }
})
