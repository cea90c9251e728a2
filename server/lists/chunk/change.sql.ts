import { CLAIM_FACTS, OFFICER_RANK } from '#domain/lists/import-facts.ts'
import type { Tx } from '../../db.ts'
import { ledgerColumn } from '../shape/ledger-columns.ts'
import type { FactShape, ListShape, RecordShape } from '../shape/list-shape.ts'
import { type Telling, together } from './open.sql.ts'

/** Changes what stands where a row is believed; what stood moves into history. False where somebody changed it meanwhile. */
export async function changeRecords(tx: Tx, shape: ListShape, telling: Telling): Promise<boolean> {
  for (const record of shape.records) {
    const [counted] = await tx.query<{ n: number }>(
      `SELECT count(DISTINCT record_id) AS n FROM chunk_said WHERE at = $1 AND effect = 'changed'`,
      [record.at],
    )
    const asked = Number(counted!.n)
    if (asked === 0) continue
    await keepHandClaims(tx, record)
    const changed = await (record.record === 'person' || record.record === 'household'
      ? changeSealed(tx, record, telling)
      : changePlain(tx, record, telling))
    if (changed !== asked) return false
  }
  return true
}

const bitOf = ({ bit }: FactShape) => 2 ** bit
const SEALED: Readonly<Record<string, string>> = { phone: 'phone', bank: 'bank', identity: 'id' }

/** What each record is to say: of several rows the greatest word. */
function wordsOf(record: RecordShape): string {
  const facts = record.written.filter(({ column, key }) => column && key !== 'area')
  const said = facts.map((fact, i) => {
    const value = `CASE WHEN (s.won & ${bitOf(fact)}) <> 0 THEN ${fact.said} END`
    return `${fact.type === 'bytea' ? `(array_agg(${value}) FILTER (WHERE (s.won & ${bitOf(fact)}) <> 0))[1]` : together(value, fact.type)} AS f${i}`
  })
  return `SELECT s.county, s.record_id, min(s.known_from) AS known_from, bit_or(s.won) AS won, min(s.row) AS row${said.map((each) => `, ${each}`).join('')}
     FROM chunk_said s JOIN chunk_row r ON r.row = s.row WHERE s.at = ${record.at} AND s.effect = 'changed' GROUP BY s.county, s.record_id`
}

function settings(record: RecordShape): string[] {
  const facts = record.written.filter(({ column, key }) => column && key !== 'area')
  return facts.flatMap((fact, i) => {
    const won = `(w.won & ${bitOf(fact)}) <> 0`
    const set = (column: string, value: string) => `${column} = CASE WHEN ${won} THEN ${value} ELSE t.${column} END`
    if (fact.type === 'jsonb') return [set(fact.column!, `t.${fact.column} || w.f${i}`)]
    const sealed = record.record === 'person' ? SEALED[fact.key] : undefined
    // Their ciphers may be written and not read: a statement of its own sets them.
    if (sealed) return [set(fact.column!, `w.f${i}`), set(`${sealed}_mask`, `z.${sealed}_mask`)]
    if (record.record === 'person' && fact.key === 'name')
      return [set('name', `w.f${i}`), ...['pinyin', 'initials', 'grams'].map((column) => set(column, `z.${column}`))]
    return [set(fact.column!, `w.f${i}`)]
  })
}

async function changePlain(tx: Tx, record: RecordShape, { now }: Telling): Promise<number> {
  const rows = await tx.query<{ id: number }>(
    `WITH w AS MATERIALIZED (${wordsOf(record)}),
     said AS (SELECT t.* FROM w CROSS JOIN LATERAL (SELECT * FROM ${record.table} t
       WHERE t.county = w.county AND t.id = w.record_id AND t.known_from = w.known_from FOR UPDATE) t),
     kept AS (INSERT INTO ${record.table}_history SELECT said.*, $1::timestamptz, 'imported' FROM said)
     UPDATE ${record.table} AS t SET known_from = $1::timestamptz, ${settings(record).join(', ')}
       FROM said JOIN w ON w.county = said.county AND w.record_id = said.id WHERE t.county = said.county AND t.id = said.id RETURNING t.id`,
    [now],
  )
  return rows.length
}

/** Of tables with ciphers, which no login reads: history is written by a function. */
async function changeSealed(tx: Tx, record: RecordShape, { now }: Telling): Promise<number> {
  const { table } = record
  const held = await tx.query(
    `SELECT t.id FROM ${table} t JOIN chunk_said s ON s.at = ${record.at} AND s.effect = 'changed' AND t.county = s.county AND t.id = s.record_id
        AND t.known_from = s.known_from ORDER BY t.county, t.id FOR UPDATE OF t`,
  )
  await tx.query(
    `SELECT supersede_${table === 'person' ? 'people' : 'households'}(array_agg(county), array_agg(record_id), $1, 'imported')
       FROM (SELECT DISTINCT county, record_id FROM chunk_said WHERE at = ${record.at} AND effect = 'changed') AS c`,
    [now],
  )
  const version = table === 'person' ? ['version = t.version + 1'] : []
  await tx.query(
    `WITH w AS MATERIALIZED (${wordsOf(record)})
     UPDATE ${table} AS t SET ${['known_from = $1::timestamptz', ...version, ...settings(record)].join(', ')}
       FROM w LEFT JOIN chunk_sealed z ON z.row = w.row WHERE t.county = w.county AND t.id = w.record_id`,
    [now],
  )
  for (const fact of table === 'person' ? record.written.filter(({ key }) => SEALED[key]) : []) {
    const column = `${SEALED[fact.key]}_cipher`
    await tx.query(
      `UPDATE person AS t SET ${column} = z.${column} FROM chunk_said s JOIN chunk_sealed z ON z.row = s.row
        WHERE s.at = ${record.at} AND s.effect = 'changed' AND (s.won & ${bitOf(fact)}) <> 0 AND t.county = s.county AND t.id = s.record_id`,
    )
  }
  return new Set(held.map((row) => (row as { id: number }).id)).size
}

/** What an officer had said of a record is kept as a claim before a list first changes it: later lists are held against it too. */
async function keepHandClaims(tx: Tx, { at, record, table }: RecordShape): Promise<void> {
  const facts = CLAIM_FACTS[record].flatMap((key, bit) => {
    const column = ledgerColumn(record, key)?.column
    return column && key !== 'area' ? [`CASE WHEN t.${column} IS NOT NULL THEN ${2 ** bit}::bigint ELSE 0 END`] : []
  })
  const mask = facts.join(' + ')
  const from = `FROM chunk_said s JOIN ${table} t ON t.county = s.county AND t.id = s.record_id WHERE s.at = ${at} AND s.effect = 'changed' AND s.by_hand`
  await tx.query(`DELETE FROM list_claim k USING chunk_said s WHERE s.at = ${at} AND s.effect = 'changed' AND s.by_hand
      AND k.county = s.county AND k.record_id = s.record_id AND k.import_id = 0`)
  await tx.query(
    `INSERT INTO list_claim (county, area, record, record_id, import_id, row, rank, as_of, effect, facts, firm, won, said_at)
     SELECT DISTINCT ON (t.county, t.id) t.county, t.area, '${record}', t.id, 0, 0, ${OFFICER_RANK}, t.known_from::date, 'kept', ${mask}, ${mask}, 0, t.known_from ${from}`,
  )
}
