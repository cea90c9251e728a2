import type { Tx } from '../../db.ts'
import type { FoundPerson } from '../../people/list/find-person.ts'
import type { Batch } from '../corridor/batch/batch.sql.ts'

type ImportKey = { county: number; area: number; id: number }
export type Named = FoundPerson & { name: string; id_index: Buffer }

/** Batches that a unit sends, or one below it, and that have not left: held, so that none leaves while its list is taken. */
export const openBatches = (tx: Tx, { lo, hi }: { lo: number; hi: number }) =>
  tx.query<Batch>(
    'SELECT * FROM dispatch_batch WHERE area >= $1 AND area < $2 AND left_on IS NULL ORDER BY departs_on, id FOR UPDATE',
    [lo, hi],
  )

/** Files that the post sees, by the blind index of their number. */
export const peopleByNumber = (tx: Tx, indexes: readonly Buffer[]) =>
  tx.query<Named>(
    'SELECT county, area, id, version, birth_date, death_date, name, id_index FROM person WHERE id_index = ANY ($1::bytea[])',
    [indexes],
  )

export type Told = { row: number; traveller: number }
export const keepTold = (tx: Tx, { county, area, id }: ImportKey, told: readonly Told[], at: string) =>
  tx.query(
    `INSERT INTO traveller_import (county, area, import_id, row, traveller_id, said_at)
     SELECT $1, $2, $3, x.row, x.traveller, $5::timestamptz FROM jsonb_to_recordset($4::jsonb) AS x(row int, traveller bigint)`,
    [county, area, id, JSON.stringify(told), at],
  )

/** Who was put on a list by an import and still stands on it; `touched`: somebody has ticked them since, or the batch has left. */
export const listedBy = (tx: Tx, importId: number) =>
  tx.query<{ county: number; id: number; person_id: number; touched: boolean }>(
    `SELECT t.county, t.id, t.person_id, t.boarded IS NOT NULL OR b.left_on IS NOT NULL AS touched
       FROM traveller_import i JOIN traveller t ON t.id = i.traveller_id JOIN dispatch_batch b ON b.id = t.batch_id
      WHERE i.import_id = $1 ORDER BY i.row FOR UPDATE OF t`,
    [importId],
  )

/** Off their lists again; the history keeps that they stood on them. */
export const takeOff = (tx: Tx, ids: readonly number[], at: string) =>
  tx.query(
    `WITH gone AS (DELETE FROM traveller WHERE id = ANY ($1::bigint[]) RETURNING *)
     INSERT INTO traveller_history SELECT gone.*, $2::timestamptz, 'undone' FROM gone`,
    [ids, at],
  )

export const forgetTold = (tx: Tx, importId: number) =>
  tx.query('DELETE FROM traveller_import WHERE import_id = $1', [importId])
