import { Refusal, type Words } from '#domain/base/fail.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { fieldCrypto } from '../../access/field-crypto.ts'
import { answerParent } from '../../apart.ts'
import { type Acting, openDoor } from '../../db.ts'
import { loadKeys } from '../../keys.ts'
import { findImport } from './import.sql.ts'
import { doWork, type Takers, type Work } from './import-work.ts'

export type ImportTask = {
  officerUrl: string
  jobUrl: string
  dataDir: string
  /** As whoever asks has read it: reading it again would take a process longer than a list of some thousand rows. */
  plan: Plan
  on: string
  acting: Acting
  id: number
  work: Work
  /** False: what was read is not compared, because it is to be taken as it is. */
  preview?: boolean
  /** Rows of a part, where they are not as many as usual. */
  partRows?: number
}
const STOP_ASKED_MS = 500
export type ImportAnswer = { problem: (Words & { code: string }) | null }

/** Does, in a process of its own, what is asked of one import, and ends. */
export const answerImports = (takers: Takers): void => answerParent((task: ImportTask) => doTask(task, takers))

async function doTask(task: ImportTask, takers: Takers): Promise<ImportAnswer> {
  const { acting, id, work, dataDir, on } = task
  const door = openDoor({ roleUrl: (role) => (role === 'ricebowl_job' ? task.jobUrl : task.officerUrl) })
  /** Asked of the database, so that a stop reaches whichever process does the work; once in a while, since it is asked at every turn. */
  let [asked, answer] = [0, false]
  const stopped = async () => {
    if (answer || Date.now() - asked < STOP_ASKED_MS) return answer
    const found = await door.asPost(acting, (tx) => findImport(tx, id))
    ;[asked, answer] = [Date.now(), !found || found.asked === null]
    return answer
  }
  const worker = {
    door,
    dataDir,
    on,
    plan: task.plan,
    crypto: fieldCrypto(loadKeys(dataDir, { existing: true })),
    stopped,
    takers,
    ...(task.partRows && { partRows: task.partRows }),
  }
  try {
    await doWork(worker, acting, id, work)
    // What was read is compared at once: the officer looks at rows, not at a file.
    if (work === 'read' && task.preview !== false && !(await stopped())) await doWork(worker, acting, id, 'match')
    return { problem: null }
  } catch (error) {
    if (error instanceof Refusal) return { problem: { code: error.code, ...error.words } }
    throw error
  } finally {
    await door.close()
  }
}
