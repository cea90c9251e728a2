import type { ApprovalRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'

/** The units of a snapshot that the post sees, by code. */
export const readUnits = (tx: Tx, snapshot: number, division: string) =>
  tx.query<{ area: number; hash: string }>(
    'SELECT area, hash FROM snapshot_area WHERE snapshot = $1 AND division = $2 ORDER BY area',
    [snapshot, division],
  )

/** Every line about the month, whatever edition it was given for, oldest first. */
export const approvalLines = (tx: Tx, plan: string, on: string) =>
  tx.query<ApprovalRow>(
    `SELECT a.* FROM approval a JOIN snapshot s ON s.id = a.snapshot
     WHERE s.plan = $1 AND s.on_day = $2 ORDER BY a.acted_at, a.id`,
    [plan, on],
  )

type Said = Pick<
  ApprovalRow,
  'snapshot' | 'act' | 'reason' | 'acted_at' | 'officer_id' | 'officer_name' | 'post_id' | 'post_title'
>
export type SaidOf = { area: number; hash: string; inPlace: boolean }

/** One line for each unit spoken of. */
export const insertApprovals = (tx: Tx, said: Said, units: readonly SaidOf[]) =>
  tx.query(
    `INSERT INTO approval (county, area, figures_hash, in_place, reason, snapshot, act, acted_at, officer_id, officer_name, post_id, post_title)
     SELECT area / 1000000, area, hash, in_place, $4, $5, $6, $7, $8, $9, $10, $11
       FROM unnest($1::bigint[], $2::text[], $3::boolean[]) AS t (area, hash, in_place)`,
    [
      units.map(({ area }) => area),
      units.map(({ hash }) => hash),
      units.map(({ inPlace }) => inPlace),
      ...[said.reason, said.snapshot, said.act, said.acted_at],
      ...[said.officer_id, said.officer_name, said.post_id, said.post_title],
    ],
  )
