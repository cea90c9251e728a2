import type { Tx } from '../../db.ts'
import type { Merged, Passage } from '../../people/list/people-given.ts'

/** Waivers go along with their file; where each stood before is kept, and under that moment an unmerge finds it again. */
export async function carryWaivers(tx: Tx, passage: Passage, at: string): Promise<void> {
  if (passage.why === 'unmerged') await takeBack(tx, passage, at)
  else if (passage.from.county === passage.to.county) await moveWithin(tx, passage, at)
  else await moveAcross(tx, passage, at)
}

const KEPT = `INSERT INTO finding_waiver_move (county, area, waiver_id, person_id, to_area, to_person, moved_at, why)`

/** One that would stand twice (both files have a waiver of the finding in the same days) stays with the closed file. */
const moveWithin = (tx: Tx, { why, from, to }: Carried, at: string) =>
  tx.query(
    `WITH held AS (
       SELECT w.county, w.area, w.id, w.person_id FROM finding_waiver w
         LEFT JOIN finding_waiver s ON s.county = w.county AND s.person_id = $3 AND s.id <> w.id AND s.predicate = w.predicate
          AND s.granted IS NOT FALSE AND s.revoked_at IS NULL AND w.granted IS NOT FALSE AND w.revoked_at IS NULL
          AND daterange(s.from_on, s.ends_on) && daterange(w.from_on, w.ends_on)
        WHERE w.county = $1 AND w.person_id = $2 AND s.id IS NULL),
     gone AS (UPDATE finding_waiver w SET person_id = $3, area = $4 FROM held WHERE w.county = held.county AND w.id = held.id)
     ${KEPT} SELECT county, area, id, person_id, $4, $3, $5, $6 FROM held`,
    [from.county, from.id, to.id, to.area, at, why],
  )

const moveAcross = (tx: Tx, { why, from, to }: Carried, at: string) =>
  tx.query(
    `WITH gone AS (DELETE FROM finding_waiver WHERE county = $1 AND person_id = $2 RETURNING *),
     stands AS (
       INSERT INTO finding_waiver SELECT (jsonb_populate_record(NULL::finding_waiver,
         to_jsonb(gone) || jsonb_build_object('county', $3::int, 'area', $4::bigint, 'person_id', $5::bigint))).* FROM gone)
     ${KEPT} SELECT county, area, id, person_id, $4, $5, $6, $7 FROM gone`,
    [from.county, from.id, to.county, to.area, to.id, at, why],
  )

const takeBack = (tx: Tx, { county, closed, survivor, mergedAt }: Merged, at: string) =>
  tx.query(
    `WITH came AS (
       SELECT m.waiver_id, m.person_id, m.area, w.area AS was FROM finding_waiver_move m
         JOIN finding_waiver w ON w.county = m.county AND w.id = m.waiver_id AND w.person_id = m.to_person
        WHERE m.county = $1 AND m.person_id = $2 AND m.to_person = $3 AND m.moved_at = $4::timestamptz AND m.why = 'merged'),
     gone AS (UPDATE finding_waiver w SET person_id = came.person_id, area = came.area FROM came
               WHERE w.county = $1 AND w.id = came.waiver_id)
     ${KEPT} SELECT $1, was, waiver_id, $3, area, person_id, $5, 'unmerged' FROM came`,
    [county, closed, survivor, mergedAt, at],
  )

type Carried = Exclude<Passage, { why: 'unmerged' }>
