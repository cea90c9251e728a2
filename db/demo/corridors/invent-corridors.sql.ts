import type { ClientBase } from 'pg'
import { sheetCode } from '#server/jobs/corridor/batch/sheet-code.ts'
import { DEMO_DAY } from '../calibration.ts'

/** Counties that have a batch on the road and one that is to leave: the story county, and two whose city of the other side is known. */
const COUNTIES = [500235, 500230, 500242]
/** Ids of own tables, below those that the ledger gives. */
const ORDERS = 6_000
const BATCHES = 7_000
const TRAVELLERS = 8_000
/** The months (as the generated city writes them) whose dispatches travelled in batches, one a county and month. */
const SENT_IN = [1, 2, 3, 4, 5, 6, 7, 8].map((month) => `2021-0${month}`)
const KNOWN = `${DEMO_DAY}T00:00:00Z`
const STATION = '鲁渝劳务协作接收站（演示）'
const LEADER = '带队干部（演示）'

const insertBatch = `INSERT INTO dispatch_batch (county, area, id, corridor, place, departs_on, transport, payer, cost_fen, leader, receiver,
    left_on, sheet, known_from, source)`
const bound = `'shandong', 370000000000`

/** People without work whom a batch could take: the same ones for the same city, by a mixing of their ids. */
const FREE = `SELECT p.county, p.area, p.id, row_number() OVER (PARTITION BY p.county ORDER BY md5(p.id::text)) AS place
  FROM person p
  LEFT JOIN employment e ON e.county = p.county AND e.person_id = p.id AND (e.valid_to IS NULL OR e.valid_to > $1)
  LEFT JOIN dispatch d ON d.county = p.county AND d.person_id = p.id AND (d.valid_to IS NULL OR d.valid_to > $1)
 WHERE EXISTS (SELECT FROM membership m WHERE m.county = p.county AND m.person_id = p.id AND m.kind = 'lifted' AND m.valid_to IS NULL)
   AND p.county = ANY ($2::int[]) AND p.id > 100000 AND p.capacity IN ('ordinary', 'skilled') AND p.in_school = false
   AND p.death_date IS NULL AND p.birth_date BETWEEN '1971-01-01' AND '2001-01-01' AND e.id IS NULL AND d.id IS NULL`

/**
 * Orders, batches and travellers around the demonstration's day, all of them invented and said to be so. Who arrived are people whom
 * the generated city dispatched anyway; who is on the road or on a list has nothing of it in the file, so no figure moves.
 * Made after everything else. Answers with how many rows of each table.
 */
export async function inventCorridors(admin: ClientBase): Promise<Record<string, number>> {
  const rows: Record<string, number> = {}
  const run = async (table: string, text: string, values: unknown[]) => {
    const { rowCount } = await admin.query(text, values)
    rows[table] = (rows[table] ?? 0) + (rowCount ?? 0)
  }
  await run(
    'corridor_order',
    `INSERT INTO corridor_order (county, area, id, vacancy_id, corridor, wanted_by, receiver, known_from, source)
     SELECT county, area, ${ORDERS} + row_number() OVER (ORDER BY county, id), id, 'shandong', $1::date + 20, $2, known_from, 'demo'
       FROM vacancy WHERE kind = 'corridor' AND valid_to IS NULL`,
    [DEMO_DAY, STATION],
  )
  // Those whom the city sent this year: they arrived, and are to be called.
  await run(
    'dispatch_batch',
    `${insertBatch} SELECT county, county * 1000000::bigint, ${BATCHES} + row_number() OVER (ORDER BY county, batch), ${bound}, min(valid_from),
        'train', 'sending', NULL, $2, $3, min(valid_from), 'X', $4, 'demo'
       FROM dispatch WHERE batch = ANY ($1) AND arrived_on <= '${DEMO_DAY}' AND (valid_to IS NULL OR valid_to > '${DEMO_DAY}') GROUP BY county, batch`,
    [SENT_IN, LEADER, STATION, KNOWN],
  )
  await run(
    'traveller',
    `INSERT INTO traveller (county, area, id, person_id, batch_id, boarded, arrived_on, started_on, dispatch_id, employment_id, known_from, source)
     SELECT d.county, d.area, ${TRAVELLERS} + row_number() OVER (ORDER BY d.county, d.id), d.person_id, b.id, true, d.arrived_on,
        CASE WHEN e.id IS NULL THEN NULL ELSE d.arrived_on END, d.id, e.id, $2, 'demo'
       FROM dispatch d JOIN dispatch_batch b ON b.county = d.county AND to_char(b.departs_on, 'YYYY-MM') = d.batch
       LEFT JOIN employment e ON e.county = d.county AND e.person_id = d.person_id AND e.valid_from = d.valid_from AND e.place = d.place
      WHERE d.batch = ANY ($1) AND d.arrived_on <= '${DEMO_DAY}' AND (d.valid_to IS NULL OR d.valid_to > '${DEMO_DAY}')
     ON CONFLICT (county, batch_id, person_id) DO NOTHING`,
    [SENT_IN, KNOWN],
  )
  await run(
    'dispatch_batch',
    `${insertBatch} SELECT county, county * 1000000::bigint, ${BATCHES + 900} + 10 * n + place, ${bound}, $2::date + days,
        CASE n WHEN 1 THEN 'train' ELSE 'bus' END, 'sending', CASE n WHEN 1 THEN NULL ELSE 32000 END, $3, $4,
        CASE n WHEN 1 THEN $2::date + days END, CASE n WHEN 1 THEN 'X' END, $5, 'demo'
       FROM unnest($1::int[]) WITH ORDINALITY AS c(county, place), (VALUES (1, -2), (2, 5)) AS t(n, days)`,
    [COUNTIES, DEMO_DAY, LEADER, STATION, KNOWN],
  )
  await run(
    'traveller',
    `INSERT INTO traveller (county, area, id, person_id, batch_id, boarded, known_from, source)
     SELECT f.county, f.area, ${TRAVELLERS + 5_000} + row_number() OVER (ORDER BY f.county, f.place), f.id, b.id,
        CASE WHEN f.place <= 5 THEN true END, $3, 'demo'
       FROM (${FREE}) f JOIN dispatch_batch b ON b.county = f.county AND b.id > ${BATCHES + 900} AND (b.left_on IS NULL) = (f.place > 5)
      WHERE f.place <= 11`,
    [DEMO_DAY, COUNTIES, KNOWN],
  )
  await sealSheets(admin)
  return rows
}

/** Each batch that left has the code of its own sheet. */
async function sealSheets(admin: ClientBase): Promise<void> {
  const { rows } = await admin.query<{ id: string; aboard: string[] }>(
    'SELECT batch_id AS id, array_agg(t.id) AS aboard FROM traveller t JOIN dispatch_batch b ON b.id = t.batch_id WHERE b.left_on IS NOT NULL AND t.boarded GROUP BY batch_id',
  )
  for (const { id, aboard } of rows)
    await admin.query('UPDATE dispatch_batch SET sheet = $2 WHERE id = $1', [
      id,
      sheetCode(Number(id), aboard.map(Number)),
    ])
}
