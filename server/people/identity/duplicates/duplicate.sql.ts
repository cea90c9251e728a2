import type { Scope } from '#domain/access/scope.ts'
import type { Tx } from '../../../db.ts'
import { LIKENED, type LikenedRow } from '../candidate.sql.ts'
import { KEY_COLUMNS, KEYS, shared } from './shared-keys.ts'

export type PairKey = { area: number; one: number; other: number }
export type PairRow = { one: LikenedRow; other: LikenedRow }

/** Which files are asked about: a condition on the alias given. */
export type Within = (alias: string) => string
/** A stretch of files in the order of village and id. */
export type Stretch = { from: FileMark; to: FileMark }
export type FileMark = { area: number; id: number }
/** What is listed: of files known from `since` on what their keys find now, of the others what the search found. */
export type Asked = { within: Within; since: string }
const NEVER = '-infinity'

/** Up to when all counties of the scope were searched; '-infinity' where one never was. */
export async function searchedSince(tx: Tx, { lo, hi }: Scope): Promise<string> {
  const [row] = await tx.query<{ since: string }>(
    `SELECT coalesce(min(coalesce(s.known_at, '${NEVER}')), '${NEVER}')::text AS since
       FROM ledger_head h LEFT JOIN duplicate_search s ON s.county = h.county
      WHERE h.county::bigint * 1000000 < $2 AND (h.county + 1)::bigint * 1000000 > $1`,
    [lo, hi],
  )
  return row!.since
}

/** Where to look up files that changed: anywhere in the scope, for the other one may lie in the area asked about. All of them changed where nothing was searched. */
const startingFrom = ({ within, since }: Asked): Within => (since === NEVER ? within : () => 'TRUE')

/** The changed file that ends a stretch of `length` of them after (or at) one; undefined where there are no more than that. */
export async function stretchEnd(tx: Tx, asked: Asked, from: FileMark, length: number): Promise<FileMark | undefined> {
  const [end] = await tx.query<FileMark>(
    `SELECT p.area, p.id FROM person p
      WHERE ${startingFrom(asked)('p')} AND (p.area, p.id) >= ($1, $2) AND p.known_from >= $4::timestamptz
      ORDER BY p.area, p.id OFFSET $3 LIMIT 1`,
    [from.area, from.id, length, asked.since],
  )
  return end
}

/**
 * Pairs of files that share a key and of which nobody has decided or asked anything yet, by the village and id of the first, from a
 * pair on, `most` of them. Two files that did not change since the search are a pair where it found them; they are met at the first
 * of the two that is asked about. Files that changed are looked up key by key, and met at the first changed one: so each pair once.
 */
export async function pairsOf(
  tx: Tx,
  asked: Asked,
  { from, to }: Stretch,
  after: PairKey | undefined,
  most: number,
): Promise<PairRow[]> {
  const { within, since } = asked
  const starting = startingFrom(asked)
  const isAfter = '(b.area, b.id) > (a.area, a.id)'
  const columns = ['county', 'area', 'id', ...KEY_COLUMNS].map((column) => `p.${column}`).join(', ')
  // OFFSET 0 keeps the look-up a look-up: joined, the planner would rather read the county eight times.
  const live = KEYS.map(
    (key) => `SELECT a.county, a.area, a.id AS one, b.id AS other FROM here a
        JOIN LATERAL (SELECT b.area, b.id, b.known_from FROM person b WHERE b.county = a.county AND ${shared(key)} OFFSET 0) b ON b.id <> a.id
      WHERE (${within('a')} OR ${within('b')}) AND (b.known_from < $5::timestamptz OR ${isAfter} OR NOT ${starting('b')})`,
  )
  return tx.query<PairRow>(
    `WITH here AS MATERIALIZED (SELECT ${columns} FROM person p
            WHERE ${starting('p')} AND (p.area, p.id) >= ($1, $2) AND (p.area, p.id) < ($3, $4) AND p.known_from >= $5::timestamptz),
          pair AS MATERIALIZED (${live.join('\n UNION ')}
     UNION SELECT d.county, d.area, d.person_id, d.other_id FROM possible_duplicate d
             JOIN person a ON a.county = d.county AND a.id = d.person_id AND a.known_from < $5::timestamptz
             JOIN person b ON b.county = d.county AND b.id = d.other_id AND b.known_from < $5::timestamptz
            WHERE ${within('d')} AND (d.area, d.person_id) >= ($1, $2) AND (d.area, d.person_id) < ($3, $4)
              AND (${isAfter} OR NOT ${within('b')}))
     SELECT to_jsonb(a) AS one, to_jsonb(b) AS other FROM pair
       JOIN (SELECT ${LIKENED} FROM person p) a ON a.county = pair.county AND a.id = pair.one
       JOIN (SELECT ${LIKENED} FROM person p) b ON b.county = pair.county AND b.id = pair.other
       LEFT JOIN different_people d ON d.county = pair.county AND d.person_id = least(pair.one, pair.other) AND d.other_id = greatest(pair.one, pair.other)
       LEFT JOIN change_request r ON r.county = pair.county AND r.kind = 'merge' AND r.decision IS NULL
         AND r.person_id IN (pair.one, pair.other) AND r.other_id IN (pair.one, pair.other)
      WHERE d.person_id IS NULL AND r.id IS NULL AND (pair.area, pair.one, pair.other) > ($6, $7, $8)
      ORDER BY pair.area, pair.one, pair.other LIMIT $9`,
    [...[from.area, from.id, to.area, to.id, since], ...[after?.area ?? 0, after?.one ?? 0, after?.other ?? 0, most]],
  )
}
