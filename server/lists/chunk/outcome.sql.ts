import type { Tx } from '../../db.ts'
import type { ListShape } from '../shape/list-shape.ts'
import type { ImportKey } from '../staging/staging.sql.ts'
import type { Telling } from './open.sql.ts'
import type { Part } from './scratch.sql.ts'

/** What was said of every record, by which row, how strongly, and whether it was believed. */
export const keepClaims = (tx: Tx, shape: ListShape, { importId, now }: Telling) =>
  tx.query(
    `INSERT INTO list_claim (county, area, record, record_id, import_id, row, rank, as_of, effect, facts, firm, won, said_at)
     SELECT s.county, s.area, n.record, s.record_id, $1, s.row, ${shape.list.rank}, '${shape.asOf}', s.effect, s.facts, s.firm, s.won, $2::timestamptz
       FROM chunk_said s JOIN unnest($3::text[]) WITH ORDINALITY AS n(record, at) ON n.at = s.at + 1 WHERE s.facts <> 0 ON CONFLICT DO NOTHING`,
    [importId, now, shape.records.map(({ record }) => record)],
  )

/** What became of every row, or would become of it. A further row about a subject that is not settled yet waits, unless rows are taken now. */
export async function keepOutcomes(
  tx: Tx,
  shape: ListShape,
  { county, area, id }: ImportKey,
  part: Part,
  taking: boolean,
): Promise<void> {
  const { subject } = shape.list
  const [fresh, to] = { person: ['r.p_new', 'r.p_id'], household: ['r.h_new', 'r.h_id'], site: ['r.s_new', 'r.s_id'] }[
    subject
  ]!
  await tx.query(
    'DELETE FROM import_outcome o USING chunk_row r WHERE o.county = $1 AND o.import_id = $2 AND o.row = r.row',
    [county, id],
  )
  const waits = taking || part.round === 1 ? 'false' : `r.outcome IS NULL AND f.outcome IN ('new', 'review', 'waiting')`
  await tx.query(
    `INSERT INTO import_outcome (county, area, import_id, row, outcome, to_county, to_id, differences, faults, candidates)
     SELECT $1, $2, $3, r.row,
            CASE WHEN ${waits} THEN 'waiting' ELSE COALESCE(r.outcome, CASE WHEN ${fresh} THEN 'new' WHEN s.told THEN 'changed' ELSE 'same' END) END,
            r.county, CASE WHEN r.outcome IS NULL THEN ${to} END, s.differences,
            ${subject === 'person' ? ELSEWHERE : 'r.faults'}, CASE WHEN r.outcome = 'review' THEN r.candidates END
       FROM chunk_row r LEFT JOIN import_outcome f ON f.county = $1 AND f.import_id = $3 AND f.row = r.first_row
       LEFT JOIN (
         SELECT s.row, bool_or(s.effect IN ('opened', 'changed')) AS told,
                jsonb_agg(d.d) FILTER (WHERE d.d IS NOT NULL) AS differences
           FROM chunk_said s JOIN unnest($4::text[]) WITH ORDINALITY AS n(record, at) ON n.at = s.at + 1
           LEFT JOIN LATERAL jsonb_array_elements(CASE WHEN s.effect = 'opened'
             THEN jsonb_build_array(jsonb_build_object('record', n.record, 'opens', true)) ELSE s.differences END) AS d(d) ON true
          GROUP BY s.row) s ON s.row = r.row`,
    [county, area, id, shape.records.map(({ record }) => record)],
  )
}

/** That a person lives elsewhere than the row says is told; moving is not a list's to do. */
const ELSEWHERE = `CASE WHEN r.outcome IS NULL AND NOT r.p_new AND r.to_area % 1000 <> 0 AND r.p_area <> r.to_area
  THEN COALESCE(r.faults, '[]') || '[{"code":"lists.person.livesElsewhere"}]'::jsonb ELSE r.faults END`

export const keepChunk = (
  tx: Tx,
  { county, area, id }: ImportKey,
  work: 'match' | 'apply',
  part: Part,
  rows: number,
  now: string,
) =>
  tx.query(
    `INSERT INTO import_chunk (county, area, import_id, work, round, from_row, to_row, rows, done_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [county, area, id, work, part.round, part.from, part.to, rows, now],
  )

/** The last row of a round that is done: its parts are done in order, so that all rows before it are, too. */
export async function doneUpTo(
  tx: Tx,
  { county, id }: ImportKey,
  work: 'match' | 'apply',
  round: number,
): Promise<number> {
  const [row] = await tx.query<{ last: number | null }>(
    'SELECT max(to_row) AS last FROM import_chunk WHERE county = $1 AND import_id = $2 AND work = $3 AND round = $4',
    [county, id, work, round],
  )
  return row?.last ?? 0
}

/** People whose files the part opened or changed. */
export const touchedPeople = (
  tx: Tx,
  shape: ListShape,
): Promise<{ row: number; county: number; id: number; area: number }[]> =>
  shape.records.some(({ record }) => !['site', 'household', 'activity'].includes(record))
    ? tx.query(
        `SELECT DISTINCT ON (r.county, r.p_id) r.row, r.county, r.p_id AS id, COALESCE(r.p_area, r.to_area) AS area FROM chunk_row r JOIN chunk_said s ON s.row = r.row
          WHERE r.outcome IS NULL AND r.p_id IS NOT NULL AND s.effect IN ('opened', 'changed') ORDER BY r.county, r.p_id`,
      )
    : Promise.resolve([])

/** Of the files the part touched, those that a rule finds and did not find before. */
export const newlyFound = (tx: Tx, rule: string, predicate: string): Promise<{ row: number }[]> =>
  tx.query(
    `SELECT DISTINCT r.row FROM chunk_row r JOIN chunk_said s ON s.row = r.row AND s.effect IN ('opened', 'changed')
       JOIN person AS p ON p.county = r.county AND p.id = r.p_id
       LEFT JOIN determination d ON d.county = p.county AND d.person_id = p.id AND d.predicate = $1 AND d.outcome = 'yes'
      WHERE r.outcome IS NULL AND d.person_id IS NULL AND (${rule})`,
    [predicate],
  )

export type Warned = { row: number; predicate: string }
/** What the preview tells of rows that are taken all the same. */
export const keepWarnings = (tx: Tx, { county, area, id }: ImportKey, warned: readonly Warned[]) =>
  tx.query(
    `INSERT INTO import_warning (county, area, import_id, row, predicate)
     SELECT $1, $2, $3, w.row, w.predicate FROM unnest($4::int[], $5::text[]) AS w(row, predicate) ON CONFLICT DO NOTHING`,
    [county, area, id, warned.map(({ row }) => row), warned.map(({ predicate }) => predicate)],
  )
