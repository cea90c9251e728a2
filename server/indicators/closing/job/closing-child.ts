// A process that freezes or closes a month, and ends.
import { Refusal, type Words } from '#domain/base/fail.ts'
import { answerParent } from '../../../apart.ts'
import { openDoor } from '../../../db.ts'
import { getPlan } from '../../../plan/get-plan.ts'
import { getPlans } from '../../../plan/plan-folder.ts'
import { doClosingJob } from './do-closing-job.ts'

export type ClosingAnswer = { problem: Words | null }

answerParent(async ({ jobUrl, id }: { jobUrl: string; id: number }, onProgress): Promise<ClosingAnswer> => {
  const door = openDoor({ roleUrl: () => jobUrl })
  try {
    const plans = getPlans()
    await doClosingJob({ door, planOf: (key) => getPlan(plans, key), now: () => new Date(), onProgress }, id)
    return { problem: null }
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.words }
    throw error
  } finally {
    await door.close()
  }
})
