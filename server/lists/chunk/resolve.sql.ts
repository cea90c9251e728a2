import type { Tx } from '../../db.ts'
import type { FactShape, ListShape, RecordShape } from '../shape/list-shape.ts'
import { countScratch } from './scratch.sql.ts'

/** Whose the rows are that their numbers did not tell: by an officer's word (where `decided`), by the list's clauses, or nobody's yet. */
export async function resolveRows(
  tx: Tx,
  shape: ListShape,
  scope: { lo: number; hi: number },
  decided: boolean,
): Promise<void> {
  const { subject, opens } = shape.list
  const person = shape.records.find(({ record }) => record === 'person')
  if (speaksOfPeople(shape)) {
    if (decided) await byDecision(tx)
    // Of most lists every row carries a number that finds its file.
    if (await someLeft(tx)) {
      if (subject === 'person') await byClauses(tx, personClauses(shape))
      await tx.query(
        `UPDATE chunk_row SET county = (to_area / 1000000)::int, p_new = true WHERE outcome IS NULL AND p_id IS NULL`,
      )
      await openOrRefuse(tx, shape, 'p_new', opens && !person?.known, scope)
      if (subject === 'person') await refuseNamedAgain(tx, shape)
    }
  }
  for (const kind of ['site', 'household'] as const) {
    const record = shape.records.find((each) => each.record === kind)
    if (!record) continue
    await countScratch(tx, 'chunk_row')
    await resolveHead(tx, shape, record, kind, scope)
  }
}

const speaksOfPeople = ({ list, records }: ListShape) =>
  list.subject === 'person' || records.some(({ record }) => record === 'person')
/** Whether numbers tell whose the rows are. */
export const tellsByNumber = (shape: ListShape) => ({ numbered: speaksOfPeople(shape) && shape.identity !== undefined })

async function byDecision(tx: Tx): Promise<void> {
  await tx.query(
    `UPDATE chunk_row r SET county = p.county, p_area = p.area, p_id = p.id FROM person p
      WHERE r.outcome IS NULL AND r.decision > 0 AND p.county = r.decision_county AND p.id = r.decision`,
  )
  await tx.query(
    `UPDATE chunk_row SET outcome = 'refused', faults = '[{"code":"lists.person.gone"}]'::jsonb
      WHERE outcome IS NULL AND decision > 0 AND p_id IS NULL`,
  )
}

async function someLeft(tx: Tx): Promise<boolean> {
  const left = await tx.query('SELECT FROM chunk_row WHERE outcome IS NULL AND p_id IS NULL LIMIT 1')
  return left.length > 0
}

/** Planned for the rows that are left. */
async function byClauses(tx: Tx, clauses: readonly string[]): Promise<void> {
  await countScratch(tx, 'chunk_row')
  for (const clause of clauses) await tx.query(clause)
}

/** Files within the scope that a clause finds; one is the row's, several are for an officer to choose from. */
function personClauses(shape: ListShape): string[] {
  return shape.list.match.flatMap(({ by, review }) => {
    const met = by.map((key) => personMeets(shape, key))
    if (met.includes(undefined)) return []
    const home = met.some((each) => each?.startsWith('h.'))
      ? 'JOIN household h ON h.county = p.county AND h.id = p.household_id'
      : ''
    const filled = by.map((key) => `${cellOf(shape, key)} IS NOT NULL`)
    // A number that nobody holds may be that of a file without one; a file with another number is somebody else's.
    const found = (numbers: string) =>
      `SELECT r.row, p.id, p.county, p.area FROM chunk_row r CROSS JOIN person p ${home}
        WHERE ${met.map((each) => `(${each})`).join(' AND ')} AND r.outcome IS NULL AND r.p_id IS NULL AND r.decision IS NULL AND ${filled.join(' AND ')} AND ${numbers}`
    return [
      `WITH hit AS (
         SELECT row, count(*) AS n, (array_agg(id ORDER BY id))[1:20] AS ids, min(county) AS county, min(area) AS area
           FROM (${found('r.id_index IS NULL')} UNION ALL ${found('r.id_index IS NOT NULL AND p.id_index IS NULL')}) AS found GROUP BY row)
       UPDATE chunk_row r SET candidates = hit.ids, county = CASE WHEN hit.n = 1 THEN hit.county ELSE r.county END,
              p_id = CASE WHEN hit.n = 1 AND r.id_index IS NULL AND NOT ${review} THEN hit.ids[1] END,
              p_area = CASE WHEN hit.n = 1 THEN hit.area END,
              outcome = CASE WHEN hit.n > 1 OR r.id_index IS NOT NULL OR ${review} THEN 'review' END
         FROM hit WHERE hit.row = r.row`,
    ]
  })
}

/** Of rows that would each open a file and that a clause of the list takes for one person, the one without a number is refused: it would open a second. */
async function refuseNamedAgain(tx: Tx, shape: ListShape): Promise<void> {
  for (const { by } of shape.list.match) {
    const cells = by.map((key) => {
      const sealed = shape.sealed.findIndex((each) => each.key === key)
      return sealed >= 0 ? `r.indexes[${sealed + 1}]` : cellOf(shape, key)
    })
    const alike = cells.map((cell) => `${cell} = ${cell.replace('r.', 'f.')}`)
    await tx.query(
      `UPDATE chunk_row r SET outcome = 'refused', faults = '[{"code":"lists.person.namedAgain"}]'::jsonb
         FROM chunk_row f WHERE r.outcome IS NULL AND r.p_new AND r.id_index IS NULL AND r.decision IS NULL
          AND f.outcome IS NULL AND f.p_new AND (f.id_index IS NOT NULL OR f.row < r.row) AND f.row <> r.row AND ${alike.join(' AND ')}`,
    )
  }
}

const cellOf = ({ list }: ListShape, key: string) =>
  `r.values[${list.columns.findIndex((column) => column.key === key) + 1}]`

/** How a column of a clause is compared with a person's file; undefined where the file holds no such thing. */
function personMeets(shape: ListShape, key: string): string | undefined {
  const column = shape.list.columns.find((each) => each.key === key)
  const sealed = shape.sealed.findIndex((each) => each.key === key)
  if (sealed >= 0) {
    const held = { identity: 'id_index', phone: 'phone_index', bank: 'bank_index', address: undefined }[
      shape.sealed[sealed]!.kind
    ]
    return held && `p.${held} = r.indexes[${sealed + 1}]`
  }
  if (column?.type === 'area') return within('p.area', `(${cellOf(shape, key)})::bigint`)
  for (const [kind, alias] of [
    ['person', 'p'],
    ['household', 'h'],
  ]) {
    const said = shape.list.says.find(({ record }) => record === kind)
    const fact = Object.entries(said?.facts ?? {}).find(([, from]) => 'column' in from && from.column === key)
    const known =
      fact && shape.records.find(({ record }) => record === kind)!.facts.find((each) => each.key === fact[0])
    if (known?.column) return `${alias}.${known.column} = ${known.said}`
  }
  // The number of a household finds its members, whether or not the list says anything of households.
  return key === 'household_no' ? `h.code = ${cellOf(shape, key)}` : undefined
}

/** The area itself and what lies below it. */
const within = (held: string, area: string) =>
  `${held} >= ${area} AND ${held} < ${area} + CASE WHEN ${area} % 1000000 = 0 THEN 1000000 WHEN ${area} % 1000 = 0 THEN 1000 ELSE 1 END`

/** What nobody holds yet is opened in its area, if the list opens files, the area is the post's, and the row says what a file needs. */
async function openOrRefuse(
  tx: Tx,
  shape: ListShape,
  flag: 'p_new' | 'h_new' | 's_new',
  opens: boolean,
  { lo, hi }: { lo: number; hi: number },
): Promise<void> {
  const name = { p_new: 'person', h_new: 'household', s_new: 'site' }[flag]
  const refuse = (code: string, when: string) =>
    tx.query(
      `UPDATE chunk_row r SET outcome = 'refused', faults = jsonb_build_array(jsonb_build_object('code', '${code}'))
        WHERE outcome IS NULL AND ${flag} AND ${when}`,
    )
  if (!opens) await refuse(`lists.${name}.absent`, 'true')
  await refuse('lists.area.missing', 'to_area IS NULL')
  await refuse('lists.area.outside', `NOT (to_area >= ${lo} AND to_area < ${hi})`)
  if (flag === 'p_new') {
    await refuse('lists.area.tooWide', 'to_area % 1000 = 0')
    const named = shape.records.find(({ record }) => record === 'person')?.facts.find(({ key }) => key === 'name')
    await refuse('lists.person.nameless', named ? `${named.said} IS NULL` : 'true')
  }
}

/** The household or the site a row speaks of or points at. */
async function resolveHead(
  tx: Tx,
  shape: ListShape,
  record: RecordShape,
  kind: 'site' | 'household',
  scope: { lo: number; hi: number },
): Promise<void> {
  const [id, area, fresh] = kind === 'site' ? ['s_id', 's_area', 's_new'] : ['h_id', 'h_area', 'h_new']
  const isSubject = shape.list.subject === kind
  if (isSubject)
    await tx.query('UPDATE chunk_row SET county = COALESCE(county, (to_area / 1000000)::int) WHERE outcome IS NULL')
  if (kind === 'household' && !isSubject) await ownHousehold(tx, record)
  for (const meets of headClauses(shape, record, isSubject))
    await tx.query(
      `WITH hit AS (
         SELECT r.row, count(*) AS n, array_agg(t.id ORDER BY t.id) AS ids, min(t.area) AS area
           FROM chunk_row r JOIN ${kind} t ON t.county = r.county AND ${meets}
          WHERE r.outcome IS NULL AND r.${id} IS NULL AND NOT r.h_skip AND ${record.when} GROUP BY r.row)
       UPDATE chunk_row r SET ${id} = hit.ids[1], ${area} = hit.area FROM hit WHERE hit.row = r.row AND hit.n = 1`,
    )
  const unfound = `outcome IS NULL AND ${id} IS NULL AND NOT h_skip AND ${record.when}`
  if (record.known)
    await tx.query(
      `UPDATE chunk_row r SET outcome = 'refused', faults = '[{"code":"lists.${kind}.absent"}]'::jsonb WHERE ${unfound}`,
    )
  else {
    await tx.query(`UPDATE chunk_row r SET ${fresh} = true WHERE ${unfound}`)
    if (isSubject) await openOrRefuse(tx, shape, fresh as 'h_new' | 's_new', shape.list.opens, scope)
  }
}

/** A person's own household is the row's, unless the row names another: whoever belongs where is not for a list to change. */
async function ownHousehold(tx: Tx, record: RecordShape): Promise<void> {
  const code = record.facts.find(({ key }) => key === 'code')
  const differs = code ? `h.code IS NOT NULL AND ${code.said} IS NOT NULL AND h.code <> ${code.said}` : 'false'
  await tx.query(
    `UPDATE chunk_row r SET h_id = CASE WHEN NOT (${differs}) THEN h.id END, h_area = h.area, h_skip = ${differs},
            faults = CASE WHEN ${differs} THEN COALESCE(r.faults, '[]') || '[{"code":"lists.household.differs"}]'::jsonb ELSE r.faults END
       FROM person p JOIN household h ON h.county = p.county AND h.id = p.household_id
      WHERE r.outcome IS NULL AND p.county = r.county AND p.id = r.p_id`,
  )
}

function headClauses(shape: ListShape, record: RecordShape, isSubject: boolean): string[] {
  const equal = (facts: readonly FactShape[]) => facts.map(({ column, said }) => `t.${column} = ${said}`).join(' AND ')
  const bySame = record.same.filter(({ column }) => column)
  const clauses = isSubject
    ? shape.list.match.flatMap(({ by }) => {
        const facts = by.map((key) => record.facts.find(({ said }) => said.includes(cellOf(shape, key))))
        return facts.every((fact) => fact?.column) ? [equal(facts as FactShape[])] : []
      })
    : []
  const code = record.facts.filter(({ key }) => key === 'code')
  const where = record.facts.filter((fact) => fact.key === 'area' && fact.column && !bySame.includes(fact))
  // Of two sites of one name the one in the place that the row names; a row that names none, or a wider one, goes by the name alone.
  if (bySame.length > 0 && !isSubject && where.length > 0) clauses.push(equal([...bySame, ...where]))
  if (bySame.length > 0) clauses.push(equal(bySame))
  else if (!isSubject && code.length > 0) clauses.push(equal(code))
  return clauses
}
