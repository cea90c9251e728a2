import type { FileRecord } from '#domain/rules/closure/frame.ts'
import type { Clocks } from '../../context.ts'
import type { Tx } from '../../db.ts'
import { fileGraph } from './file-graph.ts'
import { type LedgerRow, peopleOf, peopleTied, type RecordRow, recordsOf, SPELLS, sitesOf } from './file-rows.sql.ts'

/**
 * One person's file as rules read it: every spell; the household, its members and their spells; who has the same number,
 * phone or account; the sites that spells name. Four queries, whatever its size. Lists further away were not read and
 * refuse to be. Undefined where the post sees no such person as known at that moment. What lies outside the post's scope is missing.
 */
export async function loadFile(
  tx: Tx,
  county: number,
  id: number,
  clocks: Pick<Clocks, 'knownAt'>,
): Promise<FileRecord | undefined> {
  return (await loadFiles(tx, county, [id], clocks)).get(id)
}

/** The files of several people of a county, by their id; as many queries as for one. */
export async function loadFiles(
  tx: Tx,
  county: number,
  ids: readonly number[],
  { knownAt }: Pick<Clocks, 'knownAt'>,
): Promise<Map<number, FileRecord>> {
  const own = await peopleOf(tx, county, ids, knownAt)
  return own.length === 0 ? new Map() : filesOf(own, await rowsAround(tx, county, own, knownAt))
}

/** Everything that the files of these people read, themselves first. */
export async function rowsAround(
  tx: Tx,
  county: number,
  own: readonly LedgerRow[],
  knownAt: string | null,
): Promise<RecordRow[]> {
  const all = [...own, ...(await peopleTied(tx, county, own, knownAt))]
  const homes = new Set(idsIn(own, 'household_id'))
  const near = [...own, ...all.slice(own.length).filter((row) => homes.has(row.household_id as number))]
  const records = await recordsOf(
    tx,
    county,
    { people: near.map(idOf), households: idsIn(all, 'household_id') },
    knownAt,
  )
  return [
    ...all.map((row) => ({ record: 'person', row })),
    ...records,
    ...(await sitesNamed(tx, county, records, knownAt)),
  ]
}

/** The sites that some records name. */
export async function sitesNamed(
  tx: Tx,
  county: number,
  records: readonly RecordRow[],
  knownAt: string | null,
): Promise<RecordRow[]> {
  const ids = idsIn(
    records.map(({ row }) => row),
    'site_id',
    'brand_id',
  )
  return ids.length > 0 ? sitesOf(tx, county, ids, knownAt) : []
}

/** The files of `own`, by their id, made of everything that was read around them. */
export function filesOf(own: readonly LedgerRow[], rows: readonly RecordRow[]): Map<number, FileRecord> {
  const ids = new Set(own.map(idOf))
  const homes = new Set(idsIn(own, 'household_id'))
  const whole = (record: string, row: LedgerRow, list: string): boolean => {
    if (record === 'household') return homes.has(idOf(row))
    // What hangs on a spell hangs on its person as well.
    if (SPELLS.includes(record)) return ids.has(row.person_id as number)
    if (record !== 'person') return false
    return ids.has(idOf(row)) || (!list.startsWith('same_') && homes.has(row.household_id as number))
  }
  const people = rows.flatMap(({ record, row }, place) => (record === 'person' && ids.has(idOf(row)) ? [place] : []))
  const graph = fileGraph(rows, whole)
  return new Map(people.map((place) => [idOf(rows[place]!.row), graph[place]!]))
}

const idOf = (row: LedgerRow) => row.id as number
const idsIn = (rows: readonly LedgerRow[], ...columns: string[]): number[] => {
  const ids = rows.flatMap((row) => columns.map((column) => row[column] ?? null))
  return [...new Set(ids.filter((id): id is number => id !== null))]
}
