import type { SamplePersonRow } from '#db/types.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Tx } from '../../db.ts'
import { SPELLS } from '../../people/file/file-rows.sql.ts'
import type { PersonKey } from '../../people/list/person-line.sql.ts'

export type CalledRow = Pick<
  SamplePersonRow,
  'county' | 'person_id' | 'place' | 'answer' | 'reason' | 'answered_on' | 'method' | 'answered_by' | 'known_from'
>
const COLUMNS =
  's.county, s.person_id, s.place, s.answer, s.reason, s.answered_on, s.method, s.answered_by, s.known_from'

type Page = { county: number | null; answer: string | null; after: { county: number; place: number }; limit: number }

/** By county, and within it as they were drawn. */
export const calledPage = (tx: Tx, sample: number, { county, answer, after, limit }: Page) =>
  tx.query<CalledRow>(
    `SELECT ${COLUMNS} FROM sample_person AS s
      WHERE s.sample_id = $1 AND ($2::int IS NULL OR s.county = $2)
        AND ($3::text IS NULL OR coalesce(s.answer, 'pending') = $3) AND (s.county, s.place) > ($4, $5)
      ORDER BY s.county, s.place LIMIT $6`,
    [sample, county, answer, after.county, after.place, limit],
  )

export async function findCalled(tx: Tx, sample: number, person: number): Promise<CalledRow | undefined> {
  const [row] = await tx.query<CalledRow>(
    `SELECT ${COLUMNS} FROM sample_person AS s WHERE s.sample_id = $1 AND s.person_id = $2`,
    [sample, person],
  )
  return row
}

export type CallAnswer = Pick<
  SamplePersonRow,
  'answer' | 'reason' | 'answered_on' | 'method' | 'answered_by' | 'recorded_by'
>

/** What was said before moves into history in the same statement; undefined where the version seen stands no more. */
export async function keepAnswer(
  tx: Tx,
  key: { county: number; sample: number; person: number; knownFrom: string },
  answer: CallAnswer,
  now: Date,
): Promise<string | undefined> {
  const columns = Object.keys(answer)
  const [kept] = await tx.query<{ known_from: string }>(
    `WITH said AS (
       SELECT * FROM sample_person WHERE county = $1 AND sample_id = $2 AND person_id = $3
          AND date_trunc('milliseconds', known_from) = date_trunc('milliseconds', $4::timestamptz) FOR UPDATE),
     kept AS (INSERT INTO sample_person_history SELECT said.*, $5::timestamptz, 'correction' FROM said)
     UPDATE sample_person AS s SET known_from = $5::timestamptz${columns.map((column, i) => `, ${column} = $${i + 6}`).join('')}
       FROM said WHERE s.county = said.county AND s.sample_id = said.sample_id AND s.person_id = said.person_id
     RETURNING s.known_from`,
    [key.county, key.sample, key.person, key.knownFrom, now.toISOString(), ...Object.values(answer)],
  )
  return kept?.known_from
}

/**
 * Of these people, those of whom one of the posts recorded or confirmed a spell that stands on the day, of the kinds of record
 * that the figure reads.
 */
export async function recordedBy(
  tx: Tx,
  keys: readonly PersonKey[],
  { records, posts, titles, on }: { records: readonly string[]; posts: number[]; titles: string[]; on: string },
): Promise<Set<number>> {
  const kinds = SPELLS.filter((record) => records.includes(record))
  if (keys.length === 0 || kinds.length === 0) return new Set()
  const found = kinds.map(
    (record) => `SELECT t.person_id FROM unnest($1::int[], $2::bigint[]) AS k(county, id)
       JOIN ${catalogue[record as 'person'].table} AS t ON t.county = k.county AND t.person_id = k.id
      WHERE t.valid_from <= $5 AND (t.valid_to IS NULL OR t.valid_to > $5)
        AND (t.recorded_by = ANY ($3::bigint[]) OR t.verified_by = ANY ($4::text[]))`,
  )
  const rows = await tx.query<{ person_id: number }>(found.join(' UNION '), [
    keys.map(({ county }) => county),
    keys.map(({ id }) => id),
    posts,
    titles,
    on,
  ])
  return new Set(rows.map(({ person_id }) => person_id))
}

export const phonesOf = (tx: Tx, keys: readonly PersonKey[]) =>
  tx.query<{ id: number; phone_mask: string | null }>(
    `SELECT p.id, p.phone_mask FROM unnest($1::int[], $2::bigint[]) AS k(county, id)
       JOIN person AS p ON p.county = k.county AND p.id = k.id`,
    [keys.map(({ county }) => county), keys.map(({ id }) => id)],
  )
