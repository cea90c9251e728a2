// A process that counts figures and ends.
import { answerParent } from '../../apart.ts'
import { openDoor } from '../../db.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { type CountTask, countHere } from './count-task.ts'

answerParent(async ({ jobUrl, task }: { jobUrl: string; task: CountTask }, onProgress) => {
  const door = openDoor({ roleUrl: () => jobUrl })
  try {
    return await countHere(door)(getPlans().get(task.key.plan)!, task, onProgress)
  } finally {
    await door.close()
  }
})
