import { Refusal } from '#domain/base/fail.ts'
import type { FileRecord } from '#domain/rules/closure/frame.ts'
import { type Snapshot, snapshotOf } from '#domain/rules/columns/snapshot.ts'
import { evaluate, type Mode } from '#domain/rules/evaluate.ts'
import { ExpressionGenerator } from '#domain/rules/fuzz/expressions.ts'
import { type Files, generateFiles, graphOf, tablesSql } from '#domain/rules/fuzz/files.ts'
import { type Random, randomOf } from '#domain/rules/fuzz/random.ts'
import { sampleCatalogue, sampleParameters } from '#domain/rules/fuzz/sample.ts'
import { compile, type Predicate } from '#domain/rules/predicate.ts'
import { toColumns } from '#domain/rules/to-columns.ts'
import { toSql } from '#domain/rules/to-sql.ts'

export type Query = (text: string) => Promise<{ rows: unknown[] }>
export type Difference = {
  text: string
  mode: Mode
  row: number
  closure: unknown
  sql: unknown
  truthy: unknown
  columns: unknown
}
export type Tally = {
  cells: number
  /** Cells that columns answered too. */
  columnCells: number
  /** Generated rules that were refused, by code. */
  refused: Record<string, number>
  answers: { yes: number; no: number; unknown: number }
  differences: Difference[]
}
export type DifferentialOptions = {
  seed: number
  rules: number
  persons: number
  depth: number
  /** Breaks the SQL on purpose, to prove that a broken back-end is noticed. */
  mutate?: ((sql: string) => string) | undefined
  /** Stop at this many differences. */
  enough?: number
}

/** Random rules over random files: the three back-ends must give the same truth for every rule, file and mode. */
export async function compareBackEnds(query: Query, options: DifferentialOptions): Promise<Tally> {
  const random = randomOf(options.seed)
  const files = generateFiles(random, options.persons)
  for (const { table } of Object.values(sampleCatalogue)) await query(`DROP TABLE IF EXISTS pg_temp.${table}`)
  for (const statement of tablesSql(files)) await query(statement)
  const setting: Setting = {
    query,
    people: graphOf(files).person!,
    snapshot: snapshotFrom(files),
    mutate: options.mutate,
  }
  const tally: Tally = {
    cells: 0,
    columnCells: 0,
    refused: {},
    answers: { yes: 0, no: 0, unknown: 0 },
    differences: [],
  }
  for (let i = 0; i < options.rules && tally.differences.length < (options.enough ?? 20); i++) {
    const predicate = generate(random, options.depth, tally)
    if (!predicate) continue
    await compareOne(predicate, 'feel', setting, tally)
    await compareOne(predicate, 'strict', setting, tally)
  }
  return tally
}

function snapshotFrom(files: Files): Snapshot {
  const rows = Object.entries(files).map(([name, of]) => [
    name,
    of.map(({ id, facts, keys }) => ({ facts, keys: { ...keys, id } })),
  ])
  return snapshotOf(sampleCatalogue, Object.fromEntries(rows))
}

function generate(random: Random, depth: number, tally: Tally): Predicate | undefined {
  const text = new ExpressionGenerator(random).boolean(depth)
  try {
    return compile(text, { catalogue: sampleCatalogue, root: 'person', parameters: sampleParameters })
  } catch (error) {
    if (!(error instanceof Refusal)) throw new Error(`Compiling failed: ${text}`, { cause: error })
    tally.refused[error.code] = (tally.refused[error.code] ?? 0) + 1
    return undefined
  }
}

type Setting = Pick<DifferentialOptions, 'mutate'> & { query: Query; people: readonly FileRecord[]; snapshot: Snapshot }
type SqlRow = { exact: boolean | null; truthy: boolean }

async function compareOne(predicate: Predicate, mode: Mode, setting: Setting, tally: Tally): Promise<void> {
  const { mutate = (sql) => sql, people } = setting
  const [exact, truthy] = [false, true].map((cheap) =>
    mutate(toSql(predicate, { alias: 'p', relation: (table) => table, mode, truthy: cheap })),
  )
  const { rows } = await setting.query(
    `SELECT (${exact})::boolean AS exact, ((${truthy})::boolean) IS TRUE AS truthy FROM fz_person AS p ORDER BY p.id`,
  )
  const columns = columnOutcomes(predicate, mode, setting)
  for (const [row, person] of people.entries()) {
    const sql = rows[row] as SqlRow
    const closure = evaluate(predicate, person, mode) as boolean | null
    const column = columns ? TRUTHS[columns[row]!]! : closure
    tally.cells += 1
    if (columns) tally.columnCells += 1
    tally.answers[closure === null ? 'unknown' : closure ? 'yes' : 'no'] += 1
    if (closure === sql.exact && sql.truthy === (closure === true) && column === closure) continue
    tally.differences.push({
      text: predicate.text,
      mode,
      row,
      closure,
      sql: sql.exact,
      truthy: sql.truthy,
      columns: column,
    })
  }
}
const TRUTHS = [false, true, null] as const

function columnOutcomes(predicate: Predicate, mode: Mode, { snapshot, people }: Setting): Uint8Array | undefined {
  try {
    const run = toColumns([predicate], sampleCatalogue, { mode }).bind(snapshot)
    const outcomes = new Uint8Array(people.length)
    const detailed = run({ outcomes: [outcomes] })
    const { yes } = run()
    if (yes[0] !== detailed.yes[0]) throw new Error(`Two counts of one rule differ: ${predicate.text}`)
    return outcomes
  } catch (error) {
    if (error instanceof Refusal && error.code === 'rules.columns.unsupported') return undefined
    throw error
  }
}
