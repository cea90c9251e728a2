import type { Tx } from '../../db.ts'
import { LIKENED, type LikenedRow } from './candidate.sql.ts'

export type PairKey = { area: number; one: number; other: number }
export type PairRow = { one: LikenedRow; other: LikenedRow }

/** What two files of a county must share to be held against each other; each a join by equality, so that all pairs come out of hash joins. */
const BLOCKS = [
  'b.name = a.name AND b.birth_date = a.birth_date',
  'b.initials = a.initials AND b.birth_date = a.birth_date AND b.pinyin = a.pinyin',
  'b.id_index = a.id_index',
  'b.household_id = a.household_id AND b.name = a.name',
  'b.phone_index = a.phone_index AND (b.name = a.name OR b.birth_date = a.birth_date)',
  'b.bank_index = a.bank_index AND (b.name = a.name OR b.birth_date = a.birth_date)',
]

/**
 * Pairs of files, of which one at least lies in the area, that share a block and of which nobody has decided or asked anything
 * yet; by the village and ids, from a pair on.
 */
export async function pairsOf(
  tx: Tx,
  condition: string,
  after: PairKey | undefined,
  limit: number,
): Promise<PairRow[]> {
  const pairs = BLOCKS.map(
    (block) => `SELECT a.county, least(a.id, b.id) AS one, greatest(a.id, b.id) AS other
      FROM here a JOIN person b ON b.county = a.county AND b.id <> a.id AND ${block}`,
  )
  return tx.query<PairRow>(
    `WITH here AS (SELECT * FROM (SELECT county, area, id, name, pinyin, initials, birth_date, household_id, phone_index, bank_index, id_index FROM person) p WHERE ${condition}),
          pair AS (${pairs.join('\n UNION ')}),
          file AS (SELECT ${LIKENED} FROM person p)
     SELECT to_jsonb(a) AS one, to_jsonb(b) AS other
       FROM pair JOIN file a ON a.county = pair.county AND a.id = pair.one JOIN file b ON b.county = pair.county AND b.id = pair.other
       LEFT JOIN different_people d ON d.county = pair.county AND d.person_id = pair.one AND d.other_id = pair.other
       LEFT JOIN change_request r ON r.county = pair.county AND r.kind = 'merge' AND r.decision IS NULL
         AND r.person_id IN (pair.one, pair.other) AND r.other_id IN (pair.one, pair.other)
      WHERE d.person_id IS NULL AND r.id IS NULL AND (a.area, a.id, b.id) > ($1, $2, $3)
      ORDER BY a.area, a.id, b.id LIMIT $4`,
    [after?.area ?? 0, after?.one ?? 0, after?.other ?? 0, limit],
  )
}
