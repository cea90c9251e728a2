import { dayInChina } from '../access/session.ts'
import type { Tx } from '../db.ts'
import type { PersonKey } from '../people/list/person-line.sql.ts'

export type Outcome = 'yes' | 'unknown'
/** What becomes of a predicate for one file; null = no, and no row. */
export type Turn = { predicate: string; finding: boolean; before: Outcome | null; after: Outcome | null }

/** Everybody of the household of a person that the transaction sees, the person first. */
export async function householdOf(tx: Tx, { county, id }: PersonKey): Promise<number[]> {
  const rows = await tx.query<{ id: number }>(
    `SELECT o.id FROM person p JOIN person o ON o.county = p.county AND o.household_id = p.household_id
      WHERE p.county = $1 AND p.id = $2 AND o.id <> p.id ORDER BY o.id`,
    [county, id],
  )
  return [id, ...rows.map((row) => row.id)]
}

/** The village of a file, what is determined of it, and whether the transaction sees all of its county. */
export async function determinedOf(
  tx: Tx,
  { county, id }: PersonKey,
): Promise<{ area: number; wholeCounty: boolean; outcomes: Map<string, Outcome> } | undefined> {
  const rows = await tx.query<{ area: number; whole: boolean; predicate: string | null; outcome: Outcome }>(
    `SELECT p.area, d.predicate, d.outcome,
            current_setting('ricebowl.lo')::bigint <= p.county * 1000000::bigint
              AND current_setting('ricebowl.hi')::bigint >= (p.county + 1) * 1000000::bigint AS whole
       FROM person p LEFT JOIN determination d ON d.county = p.county AND d.person_id = p.id
      WHERE p.county = $1 AND p.id = $2`,
    [county, id],
  )
  const [first] = rows
  if (!first) return undefined
  const known = rows.flatMap(({ predicate, outcome }) => (predicate === null ? [] : [[predicate, outcome] as const]))
  return { area: first.area, wholeCounty: first.whole, outcomes: new Map(known) }
}

/** Whether the transaction sees all files of a county: who shares a number, a phone, an account can be told. */
export async function seesCounty(tx: Tx, county: number): Promise<boolean> {
  const [row] = await tx.query<{ whole: boolean }>(
    `SELECT current_setting('ricebowl.lo')::bigint <= $1::bigint * 1000000
        AND current_setting('ricebowl.hi')::bigint >= ($1::bigint + 1) * 1000000 AS whole`,
    [county],
  )
  return row!.whole
}

/** Writes what turned, and how that shifts the counts of the village. */
export async function writeTurns(
  tx: Tx,
  { county, id, area }: PersonKey & { area: number },
  turns: readonly Turn[],
  now: string,
): Promise<void> {
  const gone = turns.filter(({ after }) => after === null).map(({ predicate }) => predicate)
  const left = turns.filter(({ after }) => after !== null)
  if (gone.length > 0)
    await tx.query('DELETE FROM determination WHERE county = $1 AND person_id = $2 AND predicate = ANY ($3)', [
      county,
      id,
      gone,
    ])
  if (left.length > 0)
    await tx.query(
      `INSERT INTO determination (county, area, predicate, person_id, outcome, since)
       SELECT $1, $2, f.predicate, $3, f.outcome, $4 FROM unnest($5::text[], $6::text[]) AS f(predicate, outcome)
       ON CONFLICT (county, predicate, person_id) DO UPDATE SET outcome = excluded.outcome, area = excluded.area, since = excluded.since`,
      [county, area, id, now, left.map(({ predicate }) => predicate), left.map(({ after }) => after)],
    )
  await shiftCounts(tx, county, area, turns)
  await keepFlow(tx, county, area, { turns: turns.filter(({ finding }) => finding), day: dayInChina(new Date(now)) })
}

/** Findings that appeared or went away in the village today. */
async function keepFlow(
  tx: Tx,
  county: number,
  area: number,
  { turns, day }: { turns: readonly Turn[]; day: string },
): Promise<void> {
  const turned = sorted(turns.filter(({ before, after }) => (before === 'yes') !== (after === 'yes')))
  if (turned.length === 0) return
  await tx.query(
    `INSERT INTO finding_flow AS w (county, area, predicate, day, found, mended, redrawn)
     SELECT $1, $2, f.predicate, $3, f.found, 1 - f.found, 0 FROM unnest($4::text[], $5::int[]) AS f(predicate, found)
     ON CONFLICT (county, area, predicate, day) DO UPDATE SET found = w.found + excluded.found, mended = w.mended + excluded.mended`,
    [county, area, day, turned.map(({ predicate }) => predicate), turned.map(({ after }) => Number(after === 'yes'))],
  )
}

const sorted = (turns: readonly Turn[]): Turn[] => turns.toSorted((a, b) => (a.predicate < b.predicate ? -1 : 1))

/** In the order of their keys, so that two who change files of a village at once never wait for each other in a ring. */
async function shiftCounts(tx: Tx, county: number, area: number, turns: readonly Turn[]): Promise<void> {
  const ordered = sorted(turns)
  const shift = (of: Outcome) => ordered.map(({ before, after }) => Number(after === of) - Number(before === of))
  await tx.query(
    `INSERT INTO determination_count AS c (county, area, level, predicate, yes, unknown)
     SELECT $1, $2, 0, s.predicate, s.yes, s.unknown FROM unnest($3::text[], $4::int[], $5::int[]) AS s(predicate, yes, unknown)
     ON CONFLICT (county, area, level, predicate) DO UPDATE SET yes = c.yes + excluded.yes, unknown = c.unknown + excluded.unknown`,
    [county, area, ordered.map(({ predicate }) => predicate), shift('yes'), shift('unknown')],
  )
}
