import { recordWrite } from '../../access/audit.ts'
import type { Acting, Door } from '../../db.ts'
import type { OtherTaker } from '../chunk/take-others.ts'
import { lockImport } from '../chunk/together.sql.ts'
import { forMassWork } from '../staging/mass-work.sql.ts'
import type { ImportKey } from '../staging/staging.sql.ts'
import { changeImport } from '../work/import.sql.ts'

/** Takes a whole import back whose rows spoke of no file, in one transaction. */
export const undoOthers = (
  door: Pick<Door, 'asPost'>,
  acting: Acting,
  taker: OtherTaker,
  key: ImportKey,
): Promise<void> =>
  door.asPost(acting, async (tx) => {
    await forMassWork(tx)
    await lockImport(tx, key.id)
    const now = new Date()
    const rows = await taker.undo(tx, key.id, now)
    await changeImport(tx, key, { undone_at: now.toISOString(), asked: null })
    await recordWrite(
      tx,
      { officerId: acting.officer, postId: acting.post, requestId: `import ${key.id}` },
      { action: 'lists.undo', object: { kind: 'import', county: key.county, area: key.area, id: key.id }, rows },
    )
  })
