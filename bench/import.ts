import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { withConnection } from '#server/postgres/connection.ts'
import { ImportCity } from './import/import-city.ts'
import { type Made, ROLLS, writeCsv, writeWorkbook } from './import/people-files.ts'
import { type Bench, type Finding, rounded, timed } from './measure.ts'

const SIZES = [10_000, 100_000]
const WORKBOOK_ROWS = 100_000

/**
 * Lists about invented people, brought into the small generated city as an officer brings them: one that opens their files, one that
 * tells of their work. `node bench/main.ts import [rows …] [--no-xlsx]`.
 */
export const bench: Bench = {
  title: 'Importing lists',
  async run(args) {
    const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
    const findings: Finding[] = [{ what: 'load of the machine at the start', value: rounded(loadavg()[0]!), unit: '' }]
    for (const rows of sizes.length > 0 ? sizes : SIZES)
      await inCity(async (city, folder) => findings.push(...(await measureCsv(city, folder, rows))))
    if (!args.includes('--no-xlsx'))
      await inCity(async (city, folder) => findings.push(...(await measureWorkbook(city, folder))))
    return [...findings, { what: 'load of the machine at the end', value: rounded(loadavg()[0]!), unit: '' }]
  },
}

async function inCity(work: (city: ImportCity, folder: string) => Promise<unknown>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'ricebowl-bench-'))
  const city = await ImportCity.open()
  try {
    await work(city, folder)
  } finally {
    await city.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureCsv(city: ImportCity, folder: string, rows: number): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const list of ['lifted-population', 'work-monitoring'] as const) {
    const path = join(folder, `${list}.csv`)
    await writeCsv(path, { list, rows, villages: city.villages })
    const copyMs = await bareCopy(city, path, list)
    const id = await city.bring(path, list)
    findings.push(...(await takeWhole(city, id, { list, rows, copyMs })))
    if (list === 'work-monitoring') findings.push(...(await takeBack(city, id, rows)))
  }
  return findings
}

type Taken = { list: string; rows: number; copyMs: number }

async function takeWhole(city: ImportCity, id: number, { list, rows, copyMs }: Taken): Promise<Finding[]> {
  const reading = await city.work(id, 'read')
  const applying = await city.work(id, 'apply')
  const { read_at, matched_at, applied_at, tallies } = await city.find(id)
  const taken = tallies as Record<string, number>
  const done = (taken.new ?? 0) + (taken.changed ?? 0)
  // A few numbers are those of generated people; a figure of many rows that were refused would be one of nothing.
  if (done < rows * 0.99) throw new Error(`not all were taken: ${JSON.stringify(taken)}`)
  const at = (instant: string | null) => Date.parse(instant!)
  const steps = {
    'read and staged': at(read_at) - reading.began,
    'matched and compared': at(matched_at) - at(read_at),
    taken: at(applied_at) - applying.began,
  }
  const whole = Object.values(steps).reduce((sum, ms) => sum + ms, 0)
  const name = `${rows} rows of ${list}`
  return [
    { what: `${name}: taken`, value: done, unit: 'rows' },
    ...Object.entries(steps).map(([step, ms]) => ({ what: `${name}: ${step}`, value: rounded(ms / 1000), unit: 's' })),
    { what: `${name}: whole`, value: Math.round((rows / whole) * 1000), unit: 'rows/s', goal: '≥ 15000' },
    { what: `${name}: whole, to a bare COPY`, value: rounded(whole / copyMs), unit: '×' },
    {
      what: `${name}: counties determined after it`,
      value: rounded((applying.ended - at(applied_at)) / 1000),
      unit: 's',
    },
    { what: `${name}: peak memory`, value: Math.max(reading.peakMb, applying.peakMb), unit: 'MB', goal: '≤ 512' },
  ]
}

async function takeBack(city: ImportCity, id: number, rows: number): Promise<Finding[]> {
  const undoing = await city.work(id, 'undo')
  const { undone_at } = await city.find(id)
  const seconds = rounded((Date.parse(undone_at!) - undoing.began) / 1000)
  const goal = rows === 100_000 ? { goal: '≤ 30' } : {}
  return [
    { what: `${rows} rows of work-monitoring: undone`, value: seconds, unit: 's', ...goal },
    {
      what: `${rows} rows of work-monitoring: undone and counties determined`,
      value: rounded((undoing.ended - undoing.began) / 1000),
      unit: 's',
    },
  ]
}

async function measureWorkbook(city: ImportCity, folder: string): Promise<Finding[]> {
  const path = join(folder, 'people.xlsx')
  const made: Made = { list: 'lifted-population', rows: WORKBOOK_ROWS, villages: city.villages }
  await writeWorkbook(path, made)
  const id = await city.bring(path, made.list)
  const { began, peakMb } = await city.work(id, 'read')
  const { read_at, read_rows } = await city.find(id)
  if (read_rows !== made.rows) throw new Error(`${read_rows} rows were read`)
  return [
    {
      what: `${made.rows} rows, .xlsx to staged`,
      value: rounded((Date.parse(read_at!) - began) / 1000),
      unit: 's',
      goal: '≤ 40',
    },
    { what: `${made.rows} rows, .xlsx staged and matched: peak memory`, value: peakMb, unit: 'MB', goal: '≤ 512' },
  ]
}

/** Milliseconds in which PostgreSQL takes the same rows as they are, into a table of texts. */
const bareCopy = ({ database }: ImportCity, path: string, list: Made['list']): Promise<number> =>
  withConnection(database.adminUrl, async (admin) => {
    await admin.query(`CREATE TABLE bare (${ROLLS[list].headings.map((_, i) => `c${i} text`).join(', ')})`)
    const { ms } = await timed(() =>
      pipeline(createReadStream(path), admin.query(copyFrom('COPY bare FROM STDIN WITH (FORMAT csv, HEADER true)'))),
    )
    await admin.query('DROP TABLE bare')
    return ms
  })
