import type { FileRecord } from '#domain/rules/closure/frame.ts'
import type { Tx } from '../../db.ts'
import { type LedgerRow, peopleOf, type RecordRow } from '../../people/file/file-rows.sql.ts'
import { filesOf, rowsAround, sitesNamed } from '../../people/file/load-file.ts'

/**
 * A row as it would be: columns of the ledger by their names, days as text, money in fen. With `id`, the row of that id says
 * these columns instead; without, it is a new one. `record` is a kind of record of the fact catalogue: person, employment …
 */
export type RowChange = { record: string; id?: number; row: LedgerRow }
/** What would be saved of one file; `id` null is a person whom the ledger does not know yet. */
export type FileChange = { id: number | null; changes: readonly RowChange[] }
/** A file as it is (undefined for a new person) and as it would be. */
export type BeforeAndAfter = { before: FileRecord | undefined; after: FileRecord }

/** The files as they are and as they would be, all changes made together. */
export async function filesBeforeAndAfter(
  tx: Tx,
  county: number,
  files: readonly FileChange[],
): Promise<BeforeAndAfter[]> {
  const known = files.flatMap(({ id }) => (id === null ? [] : [id]))
  const own = known.length > 0 ? await peopleOf(tx, county, known, null) : []
  const wanted = files.map((file, place) => ({ ...file, key: file.id ?? -1 - place }))
  const would = peopleAsTheyWouldBe(county, own, wanted)
  const before = await rowsAround(tx, county, own, null)
  const around = await rowsAround(tx, county, would, null)
  const after = withChanges(county, around, wanted)
  const sites = await sitesNamed(tx, county, after, null)
  const is = filesOf(own, before)
  const becomes = filesOf(would, together(after, sites))
  return wanted.map(({ key }) => ({ before: is.get(key), after: becomes.get(key)! }))
}

type Wanted = FileChange & { key: number }

function peopleAsTheyWouldBe(county: number, own: readonly LedgerRow[], wanted: readonly Wanted[]): LedgerRow[] {
  const rows = new Map(own.map((row) => [row.id as number, row]))
  for (const { key, changes } of wanted) {
    const said = changes.filter(({ record }) => record === 'person').map(({ row }) => row)
    rows.set(key, Object.assign({ county, id: key }, rows.get(key), ...said))
  }
  return [...rows.values()]
}

/** New rows get numbers below those of people who are not known yet: no row of the ledger has them. */
function withChanges(county: number, around: readonly RecordRow[], wanted: readonly Wanted[]): RecordRow[] {
  const rows = [...around]
  const places = new Map(rows.map(({ record, row }, place) => [`${record} ${row.id}`, place]))
  let unused = -1 - wanted.length
  for (const { key, changes } of wanted)
    for (const { record, id, row } of changes) {
      if (record === 'person') continue
      const place = id === undefined ? undefined : places.get(`${record} ${id}`)
      if (place !== undefined) rows[place] = { record, row: { ...rows[place]!.row, ...row } }
      else rows.push({ record, row: { county, person_id: key, id: id ?? unused--, ...row } })
    }
  return rows
}

function together(rows: readonly RecordRow[], more: readonly RecordRow[]): RecordRow[] {
  const known = new Set(rows.map(({ record, row }) => `${record} ${row.id}`))
  return [...rows, ...more.filter(({ record, row }) => !known.has(`${record} ${row.id}`))]
}
