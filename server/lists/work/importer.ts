import type { Plan } from '#domain/plan/indicator.ts'
import { runApart } from '../../apart.ts'
import type { Door } from '../../db.ts'
import type { Database } from '../../postgres.ts'
import { type Asked, askedImports } from '../wizard/rows.sql.ts'
import { isStillAsked } from './attempt.ts'
import { changeImport, findImport } from './import.sql.ts'
import type { ImportAnswer, ImportTask } from './import-child.ts'

/** Imports that are worked on at a time; the others wait their turn. */
const AT_ONCE = 2

export type Importer = {
  /** Something was asked for. */
  nudge(): void
  start(): void
  /** Nothing is begun any more. What is under way ends with this process, and is taken up where it was at the next start. */
  stop(): void
}
type Given = {
  door: Door
  database: Pick<Database, 'roleUrl'>
  dataDir: string
  plan: Plan
  on: string
  report(id: number, error: unknown): void
  /** For tests: how the work is done apart. */
  run?: typeof runApart<ImportAnswer>
}

/** Does what officers ask of imports, each in a process of its own: browsers may close, and the server's memory stays its own. */
export function createImporter(given: Given): Importer {
  const running = new Map<number, Promise<void>>()
  let stopping = false
  const fill = async () => {
    if (stopping || running.size >= AT_ONCE) return
    const waiting = (await given.door.asJob(askedImports)).filter(({ id }) => !running.has(id))
    for (const asked of waiting.slice(0, AT_ONCE - running.size))
      running.set(
        asked.id,
        work(given, asked, () => stopping).finally(() => {
          running.delete(asked.id)
          nudge()
        }),
      )
  }
  const nudge = () => void fill().catch((error) => given.report(0, error))
  return {
    nudge,
    start: nudge,
    stop: () => {
      stopping = true
    },
  }
}

const FAILED = {
  zh: '导入没有完成，系统已记录；已取入的行都在，可以继续。仍不成功请联系系统管理员。',
  en: 'The import did not finish; it was noted. What was taken is there, and it can go on. If it stays, tell the system administrator.',
}

async function work(
  { door, database, dataDir, plan, on, report, run = runApart<ImportAnswer> }: Given,
  asked: Asked,
  stopping: () => boolean,
): Promise<void> {
  const { id, officer, post, lo, hi } = asked
  const acting = { officer, post, scope: { lo, hi } }
  const task: ImportTask = {
    ...{ officerUrl: database.roleUrl('ricebowl_officer'), jobUrl: database.roleUrl('ricebowl_job') },
    ...{ dataDir, plan, on, acting, id, work: asked.asked },
  }
  let problem: ImportAnswer['problem'] = null
  try {
    problem = (await run(new URL('../../import-child.ts', import.meta.url), task)).problem
  } catch (error) {
    if (stopping()) return
    report(id, error)
    problem = { code: 'lists.import.failed', ...FAILED }
  }
  await door.asPost(acting, async (tx) => {
    const found = await findImport(tx, id)
    if (found && isStillAsked(asked, found)) await changeImport(tx, found, { asked: null, problem })
  })
}
