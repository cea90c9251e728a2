// A process that does what is asked of one import, and ends.

import { Refusal, type Words } from '#domain/base/fail.ts'
import { fieldCrypto } from '../../access/field-crypto.ts'
import { answerParent } from '../../apart.ts'
import { type Acting, openDoor } from '../../db.ts'
import { loadKeys } from '../../keys.ts'
import { getPlans } from '../../plan/plan-folder.ts'
import { findImport } from './import.sql.ts'
import { doWork, type Work } from './import-work.ts'

export type ImportTask = {
  officerUrl: string
  jobUrl: string
  dataDir: string
  plan: string
  on: string
  acting: Acting
  id: number
  work: Work
  /** Rows of a part, where they are not as many as usual. */
  partRows?: number
}
export type ImportAnswer = { problem: (Words & { code: string }) | null }

answerParent(async (task: ImportTask): Promise<ImportAnswer> => {
  const { acting, id, work, dataDir, on } = task
  const door = openDoor({ roleUrl: (role) => (role === 'ricebowl_job' ? task.jobUrl : task.officerUrl) })
  /** Asked of the database, so that a stop reaches whichever process does the work. */
  const stopped = async () => {
    const found = await door.asPost(acting, (tx) => findImport(tx, id))
    return !found || found.asked === null
  }
  const worker = {
    door,
    dataDir,
    on,
    plan: getPlans().get(task.plan)!,
    crypto: fieldCrypto(loadKeys(dataDir, { existing: true })),
    stopped,
    ...(task.partRows && { partRows: task.partRows }),
  }
  try {
    await doWork(worker, acting, id, work)
    // What was read is compared at once: the officer looks at rows, not at a file.
    if (work === 'read' && !(await stopped())) await doWork(worker, acting, id, 'match')
    return { problem: null }
  } catch (error) {
    if (error instanceof Refusal) return { problem: { code: error.code, ...error.words } }
    throw error
  } finally {
    await door.close()
  }
})
