import type { VacancyHistoryRow } from '#db/types.ts'
import type { Tx } from '../../db.ts'
import { ALL, type Change, type Vacancy } from '../vacancy/vacancy.sql.ts'

export type Told = { row: number; id: number; county: number; effect: 'opened' | 'changed' }
type ImportKey = { county: number; area: number; id: number }
const SAME = "employer || E'\\x1f' || title || E'\\x1f' || place"
export const sameKey = ({ employer, title, place }: Pick<Vacancy, 'employer' | 'title' | 'place'>): string =>
  [employer, title, place].join('\x1f')

/** Vacancies of the unit that were not closed, by employer, title and place; of several the one entered last. */
export async function standingVacancies(tx: Tx, area: number, keys: readonly string[]): Promise<Map<string, Vacancy>> {
  const rows = await tx.query<Vacancy>(
    `SELECT ${ALL} FROM vacancy WHERE area = $1 AND valid_to IS NULL AND ${SAME} = ANY ($2::text[]) ORDER BY id`,
    [area, keys],
  )
  return new Map(rows.map((row) => [sameKey(row), row]))
}

export const keepTold = (tx: Tx, { county, area, id }: ImportKey, told: readonly Told[], at: string) =>
  tx.query(
    `INSERT INTO vacancy_import (county, area, import_id, row, vacancy_id, effect, said_at)
     SELECT $1, $2, $3, x.row, x.id, x.effect, $5::timestamptz FROM jsonb_to_recordset($4::jsonb) AS x(row int, id bigint, effect text)`,
    [county, area, id, JSON.stringify(told), at],
  )

/** What an import entered or refreshed, with what the vacancy says now; undefined columns of what it said before where it was entered. */
export const toldBy = (tx: Tx, importId: number) =>
  tx.query<{
    effect: 'opened' | 'changed'
    said_at: string
    county: number
    id: number
    known_from: string
    valid_from: string
  }>(
    `SELECT i.effect, i.said_at, v.county, v.id, v.known_from, v.valid_from
       FROM vacancy_import i JOIN vacancy v ON v.county = i.county AND v.id = i.vacancy_id WHERE i.import_id = $1 ORDER BY i.said_at DESC, i.row DESC`,
    [importId],
  )

/** What a vacancy said until a moment, to be said again; the phone stays as it is. */
export async function saidUntil(
  tx: Tx,
  { county, id }: { county: number; id: number },
  until: string,
): Promise<Change> {
  const [row] = await tx.query<VacancyHistoryRow>(
    `SELECT ${ALL} FROM vacancy_history WHERE county = $1 AND id = $2 AND known_to = $3::timestamptz`,
    [county, id, until],
  )
  const { county: _c, area: _a, id: _i, known_from: _k, phone_mask: _p, ...said } = row!
  return said as Change
}

export const forgetTold = (tx: Tx, importId: number) =>
  tx.query('DELETE FROM vacancy_import WHERE import_id = $1', [importId])
