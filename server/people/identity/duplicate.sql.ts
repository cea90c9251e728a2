import type { Tx } from '../../db.ts'
import { LIKENED, type LikenedRow } from './candidate.sql.ts'

export type PairKey = { area: number; one: number; other: number }
export type PairRow = { one: LikenedRow; other: LikenedRow }

/** What two files of a county must share to be held against each other; each has an index of its own. */
const BLOCKS = [
  'b.name = a.name AND b.birth_date = a.birth_date',
  'b.pinyin = a.pinyin AND b.birth_date = a.birth_date',
  'b.id_index = a.id_index',
  'b.household_id = a.household_id AND b.name = a.name',
  'b.phone_index = a.phone_index AND (b.name = a.name OR b.birth_date = a.birth_date)',
  'b.bank_index = a.bank_index AND (b.name = a.name OR b.birth_date = a.birth_date)',
]

/** Which files are asked about: a condition on the alias given. */
export type Within = (alias: string) => string
/** A stretch of files in the order of village and id. */
export type Stretch = { from: FileMark; to: FileMark }
export type FileMark = { area: number; id: number }

/** The file that ends a stretch of `length` files after (or at) one; undefined where there are no more than that. */
export async function stretchEnd(
  tx: Tx,
  within: Within,
  from: FileMark,
  length: number,
): Promise<FileMark | undefined> {
  const [end] = await tx.query<FileMark>(
    `SELECT p.area, p.id FROM person p WHERE ${within('p')} AND (p.area, p.id) >= ($1, $2)
      ORDER BY p.area, p.id OFFSET $3 LIMIT 1`,
    [from.area, from.id, length],
  )
  return end
}

/**
 * Pairs of files that share a block and of which nobody has decided or asked anything yet, whose first lies in the stretch; by the
 * village and id of the first, from a pair on. A pair is met at the first of its files that is asked about, and so once.
 * A stretch is small, so each block goes by its index: of a whole county at once every block would read every file.
 */
export async function pairsOf(
  tx: Tx,
  within: Within,
  { from, to }: Stretch,
  after: PairKey | undefined,
): Promise<PairRow[]> {
  // OFFSET 0 keeps the look-up a look-up: joined, the planner would rather read the county six times.
  const pairs = BLOCKS.map(
    (block) => `SELECT a.county, a.area, a.id AS one, b.id AS other FROM here a
        JOIN LATERAL (SELECT b.area, b.id FROM person b WHERE b.county = a.county AND ${block} OFFSET 0) b ON b.id <> a.id
      WHERE (b.area, b.id) > (a.area, a.id) OR NOT ${within('b')}`,
  )
  return tx.query<PairRow>(
    `WITH here AS MATERIALIZED (
            SELECT county, area, id, name, pinyin, birth_date, household_id, phone_index, bank_index, id_index FROM person p
             WHERE ${within('p')} AND (p.area, p.id) >= ($1, $2) AND (p.area, p.id) < ($3, $4)),
          pair AS MATERIALIZED (${pairs.join('\n UNION ')})
     SELECT to_jsonb(a) AS one, to_jsonb(b) AS other FROM pair
       JOIN (SELECT ${LIKENED} FROM person p) a ON a.county = pair.county AND a.id = pair.one
       JOIN (SELECT ${LIKENED} FROM person p) b ON b.county = pair.county AND b.id = pair.other
       LEFT JOIN different_people d ON d.county = pair.county AND d.person_id = least(pair.one, pair.other) AND d.other_id = greatest(pair.one, pair.other)
       LEFT JOIN change_request r ON r.county = pair.county AND r.kind = 'merge' AND r.decision IS NULL
         AND r.person_id IN (pair.one, pair.other) AND r.other_id IN (pair.one, pair.other)
      WHERE d.person_id IS NULL AND r.id IS NULL AND (pair.area, pair.one, pair.other) > ($5, $6, $7)
      ORDER BY pair.area, pair.one, pair.other`,
    [from.area, from.id, to.area, to.id, after?.area ?? 0, after?.one ?? 0, after?.other ?? 0],
  )
}
