import { OFFICER_RANK } from '#domain/lists/import-facts.ts'
import type { Tx } from '../../db.ts'
import { NO_OVERLAP, neededFacts } from '../shape/ledger-columns.ts'
import type { FactShape, ListShape, RecordShape } from '../shape/list-shape.ts'

/** How strong a list's word is: whether it may replace, its rank, the day it speaks of. Compared in this order. */
const strength = (shape: ListShape, firm: boolean) =>
  `ARRAY[${firm ? 1 : 0}, ${shape.list.rank}, '${shape.asOf}'::date - '1970-01-01'::date]::bigint[]`

/** What every row says of every record, held against what stands: opened, changed, the same, or weaker than what stands. */
export async function compareRows(tx: Tx, shape: ListShape): Promise<void> {
  for (const record of shape.records) await tx.query(compareSql(shape, record))
  await tx.query(
    `UPDATE chunk_row r SET outcome = 'refused', faults = COALESCE(r.faults, '[]') || f.faults
       FROM (SELECT row, jsonb_agg(DISTINCT jsonb_build_object('code', fault)) AS faults FROM chunk_said WHERE fault IS NOT NULL GROUP BY row) f
      WHERE f.row = r.row`,
  )
  await tx.query(`DELETE FROM chunk_said s USING chunk_row r WHERE r.row = s.row AND r.outcome IS NOT NULL`)
}

const HEADS: Readonly<Record<string, { id: string; area: string; fresh: string; skip: string }>> = {
  person: { id: 'r.p_id', area: 'r.p_area', fresh: 'r.p_new', skip: 'false' },
  household: { id: 'r.h_id', area: 'r.h_area', fresh: 'r.h_new', skip: 'r.h_skip' },
  site: { id: 'r.s_id', area: 'r.s_area', fresh: 'r.s_new', skip: 'false' },
}

function compareSql(shape: ListShape, record: RecordShape): string {
  const facts = record.written.filter(({ column }) => column)
  const head = HEADS[record.record]
  const area = head ? `COALESCE(${head.area}, r.to_area)` : 'COALESCE(r.p_area, r.s_area, r.to_area)'
  const each = <T>(make: (fact: FactShape, at: number) => T) => facts.map(make)
  const list = (parts: readonly string[]) => parts.map((part) => `, ${part}`).join('')
  const masked = (of: 'said' | 'standing', name: string) =>
    list(facts.flatMap((fact, i) => (fact.masked ? [`${fact.masked[of]} AS ${name}${i}`] : [])))
  // Of a household or a site several rows may speak.
  const shared = record.record === 'household' || record.record === 'site'
  // A head is found by its key, so that there is one at most.
  const first = head ? '' : 'DISTINCT ON (s.row)'
  // OFFSET 0: what one step computes the next steps read. Put into each other they would compute it again at every mention.
  return `
WITH s AS (
  SELECT r.row, r.county, ${area} AS area, r.p_id, r.s_id, ${head ? `${head.id} AS head_id, ${head.fresh}` : 'NULL::bigint AS head_id, false'} AS fresh${list(each(({ said }, i) => `${said} AS f${i}`))}${masked('said', 'x')}
    FROM chunk_row r WHERE r.outcome IS NULL AND ${record.when} AND NOT ${head?.skip ?? 'false'} OFFSET 0),
j AS (
  SELECT ${first} s.*, t.id AS t_id, t.area AS t_area, t.known_from, ${BY_HAND} AS by_hand
         ${list(each(({ column }, i) => `t.${column} AS c${i}`))}${masked('standing', 'd')}
    FROM s LEFT JOIN LATERAL (SELECT ${columnsOf(record, facts).join(', ')} FROM ${record.table} t WHERE ${targetOf(record, facts)} OFFSET 0) t ON true
    ${head ? 'OFFSET 0' : `ORDER BY s.row${orderOf(facts)}`}),
m AS (
  SELECT j.*, ${mask(each((fact, i) => [`f${i} IS NOT NULL`, fact.bit]))} AS said,
         ${mask(each((fact, i) => [differs(fact, i), fact.bit]))} AS diff
         ${shared ? `, ${echoed(facts)} AS echoed` : ''} FROM j OFFSET 0),
v AS (
  SELECT m.*, k.by_list, k.by_opening${list(each((_, i) => `k.v${i}`))} FROM m LEFT JOIN LATERAL (
    SELECT bool_or(COALESCE(k.restored_at, k.said_at) = m.known_from AND k.effect IN ('opened', 'changed')) AS by_list,
           bool_or(k.effect = 'opened') AS by_opening${list(
             each(
               ({ bit }, i) =>
                 `max(ARRAY[(k.firm >> ${bit}) & 1, k.rank, k.as_of - '1970-01-01'::date, k.import_id]) FILTER (WHERE (k.facts >> ${bit}) & 1 = 1) AS v${i}`,
             ),
           )}
      FROM list_claim k WHERE m.diff <> 0 AND k.county = m.county AND k.record_id = m.t_id) k ON true),
h AS (
  SELECT v.*, CASE WHEN by_list THEN NULL WHEN by_hand THEN ARRAY[1, ${OFFICER_RANK}, known_from::date - '1970-01-01'::date, -1]::bigint[] END AS hand FROM v OFFSET 0),
w AS (
  SELECT h.*, ${mask(each((fact, i) => [wins(shape, fact, i, shared), fact.bit]))} AS won FROM h OFFSET 0)
INSERT INTO chunk_said (at, row, county, area, record_id, effect, facts, firm, won, known_from, by_hand, differences, fault)
SELECT ${record.at}, row, county, COALESCE(t_area, area), t_id,
       CASE WHEN t_id IS NULL THEN 'opened' WHEN won <> 0 THEN 'changed' WHEN diff <> 0 THEN 'kept' ELSE 'same' END,
       said, said & ${facts.reduce((sum, { firm, bit }) => sum + (firm ? 2 ** bit : 0), 0)}, CASE WHEN t_id IS NULL THEN said ELSE won END, known_from, hand IS NOT NULL,
       CASE WHEN t_id IS NOT NULL AND diff <> 0 THEN to_jsonb(array_remove(ARRAY[${each((fact, i) => difference(shape, record, fact, i)).join(', ')}]::jsonb[], NULL)) END,
       ${faultOf(record, facts)}
  FROM w`
}

/** What a record is compared by. Looked up row by row: read whole to be joined, a table costs every part more, the larger the county. */
function columnsOf({ record }: RecordShape, facts: readonly FactShape[]): string[] {
  const shown = facts.flatMap(({ masked }) => (masked?.standing.startsWith('t.') ? [masked.standing.slice(2)] : []))
  const order = HEADS[record] ? [] : ['valid_from']
  return [
    ...new Set([
      'id',
      'area',
      'known_from',
      'source',
      'recorded_by',
      ...order,
      ...facts.map(({ column }) => column!),
      ...shown,
    ]),
  ]
}

/** An officer's own word; what was loaded before lists were brought in is nobody's. */
const BY_HAND = `(t.source = 'officer' OR t.recorded_by IS NOT NULL)`

const mask = (bits: readonly (readonly [string, number])[]) =>
  bits.length === 0
    ? '0::bigint'
    : bits.map(([when, bit]) => `CASE WHEN ${when} THEN ${2 ** bit}::bigint ELSE 0 END`).join(' + ')

function differs({ type, least }: FactShape, i: number): string {
  // A later day than the earliest is no other word: every list after the first would differ from it in every row.
  if (least) return `f${i} < c${i}`
  if (type === 'jsonb') return `f${i} IS NOT NULL AND NOT (COALESCE(c${i}, '{}') @> f${i})`
  return `f${i} IS NOT NULL AND c${i} IS DISTINCT FROM f${i}`
}

/** Facts of which some row of the part says what stands: the list says so, whatever another row says. */
const echoed = (facts: readonly FactShape[]) =>
  `bit_or(${mask(facts.map((fact, i) => [`f${i} IS NOT NULL AND NOT (${differs(fact, i)})`, fact.bit]))}) OVER (PARTITION BY county, t_id)`

/** The order in which `together` takes the greatest: of one part's rows and of two imports the same word stands. */
const greater = ({ type }: FactShape, i: number) =>
  type === 'text' || type === 'jsonb' ? `f${i}::text > c${i}::text COLLATE "C"` : `f${i} > c${i}`

const standing = (i: number) => `COALESCE(GREATEST(v${i}, hand), ARRAY[1, 0, 0, 0]::bigint[])`

/** Where nothing stands the row is believed; else the stronger word, and between equals the greater text, so that order does not matter. */
function wins(shape: ListShape, fact: FactShape, i: number, shared: boolean): string {
  if (fact.key === 'area') return 'false'
  if (fact.least) return `by_opening AND f${i} < c${i}`
  const blank = fact.type === 'jsonb' ? `c${i} = '{}'` : `c${i} IS NULL`
  const stronger = `${strength(shape, fact.firm)} > (${standing(i)})[1:3]`
  const alone = shared ? `(echoed & ${2 ** fact.bit}) = 0 AND ${stronger}` : stronger
  const least = `${strength(shape, fact.firm)} >= (${standing(i)})[1:3] AND ${greater(fact, i)}`
  // A number never gives way to a list.
  const contest = fact.key === 'identity' ? 'false' : `${alone} OR ${least}`
  return `(diff & ${2 ** fact.bit}) <> 0 AND (${blank} OR ${contest})`
}

const difference = (shape: ListShape, record: RecordShape, fact: FactShape, i: number) =>
  `CASE WHEN (diff & ${2 ** fact.bit}) <> 0 THEN jsonb_build_object('record', '${record.record}', 'fact', '${fact.key}',
     'stood', ${shown(fact, i).standing}, 'says', ${shown(fact, i).said},
     'wins', (won & ${2 ** fact.bit}) <> 0, 'theirs', CASE WHEN ${shown(fact, i).standing} IS NOT NULL THEN to_jsonb(${standing(i)}) END, 'ours', to_jsonb(${strength(shape, fact.firm)})) END`

const shown = ({ masked }: FactShape, i: number) =>
  masked ? { said: `x${i}`, standing: `d${i}` } : { said: `f${i}::text`, standing: `c${i}::text` }

/** Which row of the table the row speaks of. */
function targetOf(record: RecordShape, facts: readonly FactShape[]): string {
  if (HEADS[record.record]) return 't.county = s.county AND t.id = s.head_id AND NOT s.fresh'
  const at = (key: string) => facts.findIndex((fact) => fact.key === key)
  const owners = record.record === 'activity' ? [] : ['t.person_id = s.p_id']
  if (['roster', 'attendance', 'activity'].includes(record.record)) owners.push('t.site_id = s.s_id')
  const same = record.same.map(({ key, column }) => `t.${column} IS NOT DISTINCT FROM s.f${at(key)}`)
  const from = at('started_on')
  const to = at('ended_on')
  if (record.same.some(({ key }) => key === 'started_on') || from < 0)
    return ['t.county = s.county', ...owners, ...same].join(' AND ')
  const until = to < 0 ? `'infinity'::date` : `COALESCE(s.f${to}, 'infinity'::date)`
  const overlaps = `(s.f${from} IS NULL AND t.valid_to IS NULL OR t.valid_from < ${until} AND COALESCE(t.valid_to, 'infinity'::date) > s.f${from})`
  return ['t.county = s.county', ...owners, ...same, overlaps].join(' AND ')
}

function orderOf(facts: readonly FactShape[]): string {
  const from = facts.findIndex(({ key }) => key === 'started_on')
  return `${from < 0 ? '' : `, (t.valid_from = s.f${from}) DESC NULLS LAST`}, t.valid_from DESC, t.id`
}

/** Why the ledger could not take it: facts that such a record needs, an end before its beginning, a spell that cannot be true beside another. */
function faultOf(record: RecordShape, facts: readonly FactShape[]): string {
  const at = (key: string) => facts.findIndex((fact) => fact.key === key)
  const value = (key: string) => (at(key) < 0 ? 'NULL' : `f${at(key)}`)
  const [from, to] = [at('started_on'), at('ended_on')]
  const cases: string[] = []
  if (record.known) return 'NULL'
  // What a person needs to be opened was asked before; whose a spell is, its row says.
  const beside = new Set(['site', 'household', 'person'])
  const needed = record.record === 'person' ? [] : neededFacts(record.record).filter((key) => !beside.has(key))
  const lacking = [...needed, ...(from < 0 ? [] : ['started_on'])].map((key) => `${value(key)} IS NULL`)
  if (record.record === 'roster' || record.record === 'attendance')
    lacking.push('s_id IS NULL AND NOT EXISTS (SELECT FROM chunk_row n WHERE n.row = w.row AND n.s_new)')
  if (lacking.length > 0) cases.push(`WHEN t_id IS NULL AND (${lacking.join(' OR ')}) THEN 'lists.record.incomplete'`)
  if (from >= 0 && to >= 0) {
    const begins = `CASE WHEN t_id IS NULL OR (won & ${2 ** facts[from]!.bit}) <> 0 THEN f${from} ELSE c${from} END`
    const ends = `CASE WHEN t_id IS NULL OR (won & ${2 ** facts[to]!.bit}) <> 0 THEN f${to} ELSE c${to} END`
    cases.push(`WHEN ${ends} <= ${begins} THEN 'lists.spell.backwards'`)
  }
  const apart = NO_OVERLAP[record.record]
  if (apart && from >= 0) {
    const until = to < 0 ? 'NULL::date' : `f${to}`
    const keys = apart.map((column) => (column === 'site_id' ? 'o.site_id = w.s_id' : `o.${column} = ${value(column)}`))
    const met = [
      'o.county = w.county',
      'o.person_id = w.p_id',
      ...keys,
      `daterange(o.valid_from, o.valid_to) && daterange(f${from}, ${until})`,
    ]
    cases.push(
      `WHEN t_id IS NULL AND f${from} < COALESCE(${until}, 'infinity'::date) AND EXISTS (SELECT FROM ${record.table} o WHERE ${met.join(' AND ')}) THEN 'lists.spell.overlaps'`,
    )
  }
  return cases.length === 0 ? 'NULL' : `CASE ${cases.join(' ')} END`
}
