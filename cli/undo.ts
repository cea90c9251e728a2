import { fieldCrypto } from '#server/access/field-crypto.ts'
import type { Acting } from '#server/db.ts'
import { installationDefaults } from '#server/http/defaults.ts'
import { takers } from '#server/jobs/import/takers.ts'
import { findImport } from '#server/lists/work/import.sql.ts'
import { doWork, refuseImport } from '#server/lists/work/import-work.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'
import { withDoor } from './terminal/with-door.ts'

export const usage: Usage = {
  summary: { zh: '撤销一次导入', en: 'take a whole import back' },
  forms: ['undo IMPORT'],
}

/** Under the post that brought the list. Prints `{ importId, undone }`; refused with whose work builds on it. */
export async function run(args: string[], io: Io): Promise<number> {
  const { positionals } = readArgs(args, {}, usage)
  const id = Number(positionals[0])
  if (positionals.length !== 1 || !Number.isSafeInteger(id) || id < 1) return refuseUsage(usage)
  const begun = performance.now()
  await withDoor(io, 'undo', async (door, database) => {
    const defaults = await installationDefaults(door)
    const found = (await door.asJob((tx) => findImport(tx, id))) ?? refuseImport()
    const acting: Acting = { officer: found.officer_id, post: found.post_id, scope: { lo: found.lo, hi: found.hi } }
    const plan = getPlans().get(defaults.plan)!
    const { dataDir } = io.environment
    const crypto = fieldCrypto(database.keys)
    await doWork({ door, dataDir, plan, on: defaults.on, crypto, takers }, acting, id, 'undo')
  })
  const seconds = Math.round(performance.now() - begun) / 1000
  io.answer({ importId: id, undone: true, seconds }, `导入 ${id} 已撤销 undone (${seconds} s)`)
  return 0
}
