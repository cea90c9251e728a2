import type { SmallCity } from './small-city.ts'

/** Moments of change lie after the last one: every batch is a moment of its own. */
let clock = Date.parse('2025-06-01T00:00:00Z')

/** Pseudo-random picks that a seed repeats. */
function picker(seed: number) {
  let state = seed
  return (below: number): number => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state % below
  }
}

const SPELLS = ['employment', 'membership', 'training', 'roster', 'enterprise', 'insurance', 'talent'] as const

/**
 * Things that happen to a ledger, each as the ledger writes it: a row that is no longer said goes to history with its reason, in one
 * statement, at a moment of its own, and the heads of the counties move.
 */
export async function changeLedger(city: SmallCity, seed: number): Promise<void> {
  const pick = picker(seed)
  for (let round = 0; round < 30; round++) {
    const at = new Date((clock += 61_000)).toISOString()
    const table = SPELLS[pick(SPELLS.length)]!
    const some = `(county, id) IN (SELECT county, id FROM ${table} ORDER BY md5(id::text || '${pick(1e6)}') LIMIT ${1 + pick(6)})`
    const change = CHANGES[pick(CHANGES.length)]!
    await city.query(change(table, some, at)).catch(unlessImpossible)
    await city.query('UPDATE ledger_head SET changed_at = $1', [at])
  }
}

/** What the ledger itself refuses (spells that overlap, a row that is there twice) did not happen. */
function unlessImpossible(error: unknown): void {
  if (!['23P01', '23505', '23514'].includes((error as { code?: string }).code ?? '')) throw error
}

const supersede = (table: string, some: string, at: string, why: string, set: string) =>
  `WITH said AS (SELECT * FROM ${table} WHERE ${some}),
     kept AS (INSERT INTO ${table}_history SELECT said.*, '${at}'::timestamptz, '${why}' FROM said)
   UPDATE ${table} t SET known_from = '${at}', ${set} FROM said WHERE t.county = said.county AND t.id = said.id`
const remove = (table: string, some: string, at: string, why: string) =>
  `WITH said AS (DELETE FROM ${table} WHERE ${some} RETURNING *)
   INSERT INTO ${table}_history SELECT said.*, '${at}'::timestamptz, '${why}' FROM said`
/** The same spell once more, as if it were another: entered by an officer, or out of a list. */
const add = (table: string, some: string, at: string, source: string) =>
  `INSERT INTO ${table} SELECT (jsonb_populate_record(t, jsonb_build_object('id', nextval('ledger_id'), 'known_from', '${at}',
     'source', '${source}', 'valid_from', '2021-03-01', 'valid_to', NULL))).* FROM ${table} t WHERE ${some}`

const CHANGES: ((table: string, some: string, at: string) => string)[] = [
  (table, some, at) => add(table, some, at, 'officer'),
  (table, some, at) => add(table, some, at, 'work-list'),
  (table, some, at) => supersede(table, some, at, 'ended', `valid_to = greatest(t.valid_from + 1, '2021-09-20')`),
  (table, some, at) => supersede(table, some, at, 'correction', `valid_from = '2021-08-01', valid_to = NULL`),
  (table, some, at) => supersede(table, some, at, 'imported', `valid_to = NULL`),
  (table, some, at) => supersede(table, some, at, 'verified', `verified_on = '2021-09-25'`),
  (table, some, at) => remove(table, some, at, 'withdrawn'),
  (table, some, at) => remove(table, some, at, 'undone'),
  (table, some, at) =>
    supersede(
      table,
      some,
      at,
      'merged',
      `person_id = (SELECT p.id FROM person p WHERE p.county = t.county ORDER BY md5(p.id::text || t.id::text) LIMIT 1)`,
    ),
  (_, __, at) =>
    supersede(
      'person',
      `(county, id) IN (SELECT county, id FROM person WHERE death_date IS NULL ORDER BY md5(id::text || '${at}') LIMIT 3)`,
      at,
      'died',
      `death_date = '2021-09-10'`,
    ),
  (_, __, at) =>
    `WITH chosen AS (SELECT p.county, p.id, (SELECT o.area FROM person o WHERE o.county = p.county AND o.area <> p.area ORDER BY md5(o.id::text || p.id::text) LIMIT 1) AS goes
        FROM person p ORDER BY md5(p.id::text || '${at}') LIMIT 3),
       said AS (SELECT p.* FROM person p JOIN chosen USING (county, id) WHERE goes IS NOT NULL),
       kept AS (INSERT INTO person_history SELECT said.*, '${at}'::timestamptz, 'moved' FROM said)
     UPDATE person t SET known_from = '${at}', area = chosen.goes FROM chosen WHERE t.county = chosen.county AND t.id = chosen.id AND chosen.goes IS NOT NULL`,
]
