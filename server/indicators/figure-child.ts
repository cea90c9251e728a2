// A process that counts all figures of a day and ends.
import { answerParent } from '../apart.ts'
import { openDoor } from '../db.ts'
import { getPlans } from '../plan/plan-folder.ts'
import type { RunKey } from './figure-run.sql.ts'
import { computeRun } from './figure-run.ts'

answerParent(async ({ jobUrl, key, isNow }: { jobUrl: string; key: RunKey; isNow: boolean }) => {
  const door = openDoor({ roleUrl: () => jobUrl })
  try {
    return await computeRun(door, getPlans().get(key.plan)!, key, isNow)
  } finally {
    await door.close()
  }
})
