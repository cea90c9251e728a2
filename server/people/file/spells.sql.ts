import { catalogue } from '#domain/people/catalogue.ts'
import type { Tx } from '../../db.ts'
import { type LedgerRow, SPELLS } from './file-rows.sql.ts'

export type SpellRow = {
  record: string
  row: LedgerRow
  known_from: string
  known_to: string | null
  superseded_by: string | null
}

/**
 * Everything ever said of a person within the post's scope, in every county the file has lain in: what is known now and what was
 * superseded, the newest spell first.
 */
export function spellRows(tx: Tx, counties: readonly number[], id: number): Promise<SpellRow[]> {
  const both = SPELLS.flatMap((record) => {
    const { table } = catalogue[record as 'person']
    const of = 't.county = ANY ($1::int[]) AND t.person_id = $2'
    return [
      `SELECT '${record}' AS record, to_jsonb(t) AS row, t.valid_from, t.known_from, NULL::timestamptz AS known_to, NULL::text AS superseded_by
         FROM ${table} AS t WHERE ${of}`,
      `SELECT '${record}', to_jsonb(t), t.valid_from, t.known_from, t.known_to, t.superseded_by FROM ${table}_history AS t WHERE ${of}`,
    ]
  })
  return tx.query<SpellRow>(
    `SELECT record, row, known_from, known_to, superseded_by FROM (${both.join('\nUNION ALL\n')}) AS s
      ORDER BY valid_from DESC, known_from DESC, record`,
    [counties, id],
  )
}

/** Counties the file has lain in, as far as the post sees them. */
export async function countiesOf(tx: Tx, id: number): Promise<number[]> {
  const rows = await tx.query<{ county: number }>(
    'SELECT county FROM person WHERE id = $1 UNION SELECT county FROM person_history WHERE id = $1',
    [id],
  )
  return rows.map(({ county }) => county)
}
