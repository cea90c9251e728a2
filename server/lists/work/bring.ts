import type { Readable } from 'node:stream'
import { recordWrite } from '../../access/audit.ts'
import { dayInChina } from '../../access/session.ts'
import type { Acting, Door } from '../../db.ts'
import { type Import, insertImport, nextImportId, sameFile } from './import.sql.ts'
import { keepFile } from './keep-file.ts'

/** Who brings a list: names are told to whoever brings the same file again. */
export type Bringer = { acting: Acting; officerName: string; postTitle: string; requestId: string | null }
export type Brought = { id: number; county: number; area: number; same: Import[] }

/** Takes a file in, whole, and notes it. `same`: earlier imports of the very same file, of whoever the post may see. */
export async function bringFile(
  { door, dataDir }: { door: Pick<Door, 'asPost'>; dataDir: string },
  { acting, officerName, postTitle, requestId }: Bringer,
  file: { name: string; source: Readable; asOf?: string | undefined },
  now: Date,
): Promise<Brought> {
  const id = await door.asPost(acting, nextImportId)
  const { hash, bytes } = await keepFile(dataDir, id, file.source)
  const area = acting.scope.lo
  const county = Math.floor(area / 1_000_000)
  return door.asPost(acting, async (tx) => {
    await insertImport(tx, {
      ...{
        county,
        area,
        id,
        officer_id: acting.officer,
        post_id: acting.post,
        officer_name: officerName,
        post_title: postTitle,
      },
      ...{
        lo: acting.scope.lo,
        hi: acting.scope.hi,
        file_name: file.name.slice(0, 200),
        file_hash: hash,
        file_bytes: bytes,
      },
      ...{ as_of: file.asOf ?? dayInChina(now), received_at: now.toISOString() },
    })
    await recordWrite(
      tx,
      { officerId: acting.officer, postId: acting.post, requestId },
      { action: 'lists.import', object: { kind: 'import', county, area, id }, detail: 'upload' },
    )
    return { id, county, area, same: await sameFile(tx, hash, id) }
  })
}
