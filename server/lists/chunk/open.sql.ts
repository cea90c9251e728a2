import { CLAIM_FACTS } from '#domain/lists/import-facts.ts'
import type { JobTx, Tx } from '../../db.ts'
import type { FactShape, ListShape, RecordShape } from '../shape/list-shape.ts'
import { type RowToSeal, SEALED_COLUMNS } from './seal-rows.ts'

/** Under which import, post and instant the ledger is told. */
export type Telling = { importId: number; post: number; now: string; source: string }

/** Ids for everything that will be opened; rows that name the same household or site open it once. */
export async function giveIds(tx: Tx, shape: ListShape): Promise<void> {
  await tx.query(`UPDATE chunk_row SET p_id = nextval('ledger_id'), p_area = to_area WHERE outcome IS NULL AND p_new`)
  for (const [kind, id, fresh] of [
    ['household', 'h_id', 'h_new'],
    ['site', 's_id', 's_new'],
  ]) {
    const record = shape.records.find((each) => each.record === kind)
    if (!record) continue
    const keys = headKeys(record)
    const together = ['r.county', ...keys.map(({ said }) => said)]
    // Without a key each row opens its own.
    if (keys.length === 0) together.push('r.row')
    else together.push(`CASE WHEN ${keys.map(({ said }) => `${said} IS NULL`).join(' OR ')} THEN r.row END`)
    // The first row of each opens it, the others follow that row by its key.
    const firsts = `WITH g AS MATERIALIZED (SELECT r.row, first_value(r.row) OVER (PARTITION BY ${together.join(', ')} ORDER BY r.row) AS first
       FROM chunk_row r WHERE r.outcome IS NULL AND r.${fresh})`
    await tx.query(
      `${firsts} UPDATE chunk_row r SET ${id} = nextval('ledger_id') FROM g WHERE g.row = r.row AND g.first = g.row`,
    )
    await tx.query(
      `${firsts} UPDATE chunk_row r SET ${id} = f.${id} FROM g JOIN chunk_row f ON f.row = g.first WHERE g.row = r.row AND g.first <> g.row`,
    )
  }
  await tx.query(
    `UPDATE chunk_said s SET record_id = CASE ${shape.records
      .map(({ at, record }) => `WHEN s.at = ${at} THEN ${headId(record)}`)
      .join(' ')} END FROM chunk_row r WHERE r.row = s.row AND s.effect = 'opened'`,
  )
}

/** What rows that speak of the same household or site say alike; nothing: each row opens its own. */
export const headKeys = ({ record, same, facts }: RecordShape): readonly FactShape[] =>
  same.length > 0 ? same : facts.filter(({ key }) => key === (record === 'site' ? 'name' : 'code'))

const headId = (record: string) =>
  ({ person: 'r.p_id', household: 'r.h_id', site: 'r.s_id' })[record] ?? `nextval('ledger_id')`

/** Rows for which ciphers or forms of the name must be made. */
export function rowsToSeal(tx: Tx, shape: ListShape, importId: number, county: number): Promise<RowToSeal[]> {
  const person = shape.records.find(({ record }) => record === 'person')
  const name = person?.facts.find(({ key }) => key === 'name')
  const bits = ['name', 'identity', 'phone', 'bank'].map((key) => 2 ** CLAIM_FACTS.person.indexOf(key as 'name'))
  const said = person ? `s.at = ${person.at} AND (s.won & ${bits.reduce((sum, bit) => sum + bit, 0)}) <> 0` : 'false'
  const home = shape.sealed.some(({ kind }) => kind === 'address') ? 'r.h_new' : 'false'
  return tx.query<RowToSeal>(
    `SELECT DISTINCT ON (r.row) r.row, r.county, r.p_id, r.h_id, ${name?.said ?? 'NULL'} AS name, i.sealed
       FROM chunk_row r JOIN import_row i ON i.county = $2 AND i.import_id = $1 AND i.row = r.row
       LEFT JOIN chunk_said s ON s.row = r.row
      WHERE r.outcome IS NULL AND ((${said}) OR (${home}))`,
    [importId, county],
  )
}

export const keepSealed = (tx: JobTx, chunks: Uint8Array[]) =>
  tx.copyIn(`COPY chunk_sealed (${SEALED_COLUMNS.join(', ')}) FROM STDIN WITH (FORMAT binary)`, chunks)

/** Opens what is new: households and sites before people, people before what hangs on them. */
export async function openRecords(tx: Tx, shape: ListShape, telling: Telling): Promise<void> {
  const heads = ['household', 'site', 'person']
  const order = (record: string) => (heads.includes(record) ? heads.indexOf(record) : heads.length)
  for (const record of shape.records.toSorted((a, b) => order(a.record) - order(b.record)))
    if (!record.known) await tx.query(openSql(record, shape.asOf), [telling.now, telling.source, telling.post])
}

/** Facts that are columns of their own; those of sealed values are written with their masks and ciphers. */
const SPECIAL = new Set(['area', 'name', 'identity', 'phone', 'bank', 'address', 'started_on'])
const plainFacts = (record: RecordShape) =>
  record.facts.filter(
    ({ key, column }) =>
      column && !(SPECIAL.has(key) && (record.record === 'person' || key === 'area' || key === 'started_on')),
  )

function openSql(record: RecordShape, asOf: string): string {
  if (record.record === 'person') return openPersonSql(record)
  const facts = plainFacts(record)
  const from = record.facts.find(({ key }) => key === 'started_on')
  const owners: [string, string][] = []
  const { record: kind } = record
  if (kind !== 'household' && kind !== 'site' && kind !== 'activity') owners.push(['person_id', 'r.p_id'])
  if (kind === 'roster' || kind === 'attendance' || kind === 'activity') owners.push(['site_id', 'r.s_id'])
  const many = kind === 'household' || kind === 'site'
  const all: [string, string][] = [
    ...owners,
    ...facts.map(({ column, said, type }): [string, string] => [column!, many ? together(said, type) : said]),
    ['valid_from', `COALESCE(${from ? (many ? `min(${from.said})` : from.said) : 'NULL'}, '${asOf}'::date)`],
    ...(kind === 'household' ? [['address_cipher', `(array_agg(z.address_cipher))[1]`] as [string, string]] : []),
  ]
  const values = all.map(([column, said]) => (column === 'extra' ? `COALESCE(${said}, '{}')` : said))
  return `INSERT INTO ${record.table} (county, area, id, ${all.map(([column]) => column).join(', ')}, known_from, source, recorded_by)
    SELECT s.county, ${many ? 'min(s.area)' : 's.area'}, s.record_id, ${values.join(', ')}, $1::timestamptz, $2::text, $3::bigint
      FROM chunk_said s JOIN chunk_row r ON r.row = s.row LEFT JOIN chunk_sealed z ON z.row = s.row
     WHERE s.at = ${record.at} AND s.effect = 'opened'${many ? ' GROUP BY s.county, s.record_id' : ''}`
}

/** Several rows of one part may speak of one household: the greatest word stands, in whatever order they come. */
export function together(said: string, type: FactShape['type']): string {
  if (type === 'boolean') return `bool_or(${said})`
  if (type === 'jsonb') return `max((${said})::text)::jsonb`
  return type === 'text' ? `max((${said}) COLLATE "C")` : `max(${said})`
}

function openPersonSql(record: RecordShape): string {
  const facts = plainFacts(record)
  const said = (key: string) => record.facts.find((fact) => fact.key === key)?.said ?? 'NULL'
  const given = new Map<string, string>(facts.map(({ column, said: value }) => [column!, value]))
  for (const column of ['birth_date', 'sex'])
    given.set(column, given.has(column) ? `COALESCE(${given.get(column)}, z.${column})` : `z.${column}`)
  const columns = [...given.keys()]
  return `INSERT INTO person (county, area, id, household_id, name, pinyin, initials, grams, ${columns.join(', ')}, id_kind, id_cipher, id_index, id_mask,
      phone_cipher, phone_index, phone_mask, bank_cipher, bank_index, bank_mask, opened_on, known_from, source, recorded_by)
    SELECT s.county, s.area, s.record_id, r.h_id, ${said('name')}, z.pinyin, z.initials, z.grams, ${columns.map((column) => given.get(column)).join(', ')},
           z.id_kind, z.id_cipher, CASE WHEN z.id_cipher IS NOT NULL THEN (${said('identity')})::bytea END, z.id_mask,
           z.phone_cipher, CASE WHEN z.phone_cipher IS NOT NULL THEN (${said('phone')})::bytea END, z.phone_mask,
           z.bank_cipher, CASE WHEN z.bank_cipher IS NOT NULL THEN (${said('bank')})::bytea END, z.bank_mask, ($1::timestamptz AT TIME ZONE 'Asia/Shanghai')::date, $1::timestamptz, $2::text, $3::bigint
      FROM chunk_said s JOIN chunk_row r ON r.row = s.row JOIN chunk_sealed z ON z.row = s.row
     WHERE s.at = ${record.at} AND s.effect = 'opened'`
}

/** Numbers that came with new files, or to files that had none; those that another file holds already. */
export async function registerNumbers(tx: Tx, shape: ListShape, requestId: string): Promise<number[]> {
  const person = shape.records.find(({ record }) => record === 'person')
  const bit = 2 ** CLAIM_FACTS.person.indexOf('identity')
  if (!person || shape.identity === undefined) return []
  const rows = await tx.query<{ row: number }>(
    `WITH n AS MATERIALIZED (
       SELECT r.row, r.id_index, r.county, r.p_id FROM chunk_row r JOIN chunk_said s ON s.row = r.row AND s.at = ${person.at}
        WHERE r.outcome IS NULL AND r.id_index IS NOT NULL AND (s.won & ${bit}) <> 0),
     taken AS MATERIALIZED (
       SELECT register_identities(a.indexes, a.counties, a.people, $1) AS id_index
         FROM (SELECT array_agg(id_index) AS indexes, array_agg(county) AS counties, array_agg(p_id) AS people FROM n HAVING count(*) > 0) a)
     SELECT n.row FROM n JOIN taken USING (id_index)`,
    [requestId],
  )
  return rows.map(({ row }) => row)
}
