import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { from as copyFrom } from 'pg-copy-streams'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { type Floor, floorOf } from './import/floor.ts'
import { ImportCity, type Worked } from './import/import-city.ts'
import { type Made, ROLLS, writeCsv, writeWorkbook } from './import/people-files.ts'
import { type Bench, type Finding, rounded, timed } from './measure.ts'

const SIZES = [10_000, 100_000]
const WORKBOOK_ROWS = 100_000
/** Of more rows neither the undo nor the least is measured: the goal of the first is for so many, the second takes as long as the import. */
const MOST_UNDONE = 100_000

/**
 * One after the other: a list that opens the files of people, three months of a list that tells of their work, and the first list as a county
 * sends it again, with a hundredth of the people others. `fresh`: every how manieth row is about somebody new.
 */
type Month = { name: string; list: Made['list']; on: string; raised?: number; fresh?: number }
const MONTHS: readonly Month[] = [
  { name: 'all new: people whose files are opened', list: 'lifted-population', on: '2024-06-30' },
  { name: 'all changed: work of known people, told for the first time', list: 'work-monitoring', on: '2024-06-30' },
  {
    name: 'all changed: the next month, verified anew, every twentieth wage another',
    list: 'work-monitoring',
    on: '2024-07-31',
    raised: 20,
  },
  { name: 'all the same: that list again', list: 'work-monitoring', on: '2024-07-31', raised: 20 },
  {
    name: 'as a county sends it: the people again, 1 in 20 changed, 1 in 100 new',
    list: 'lifted-population',
    on: '2024-07-31',
    raised: 20,
    fresh: 100,
  },
]

/**
 * Lists about invented people, brought into the small generated city as the command brings them. `node bench/main.ts import
 * [rows …] [--no-xlsx] [--xlsx-only] [--undetermined]`.
 */
export const bench: Bench = {
  title: 'Importing lists',
  async run(args) {
    const sizes = args.filter((arg) => /^\d+$/.test(arg)).map(Number)
    const inCity = cities(!args.includes('--undetermined'))
    const findings: Finding[] = [{ what: 'load of the machine at the start', value: rounded(loadavg()[0]!), unit: '' }]
    if (!args.includes('--xlsx-only'))
      for (const rows of sizes.length > 0 ? sizes : SIZES)
        await inCity(async (city, folder) => findings.push(...(await measureMonths(city, folder, rows))))
    if (!args.includes('--no-xlsx'))
      await inCity(async (city, folder) => findings.push(...(await measureWorkbook(city, folder))))
    return [...findings, { what: 'load of the machine at the end', value: rounded(loadavg()[0]!), unit: '' }]
  },
}

/** Each in a city of its own. */
const cities = (determined: boolean) => async (work: (city: ImportCity, folder: string) => Promise<unknown>) => {
  const folder = mkdtempSync(join(tmpdir(), 'ricebowl-bench-'))
  const city = await ImportCity.open(determined)
  try {
    await work(city, folder)
  } finally {
    await city.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measureMonths(city: ImportCity, folder: string, rows: number): Promise<Finding[]> {
  const findings: Finding[] = []
  const taken: { name: string; id: number }[] = []
  for (const { name, list, on, fresh, raised } of MONTHS) {
    const path = join(folder, `${list}.csv`)
    const from = fresh ? Math.floor(rows / fresh) : 0
    await writeCsv(path, { list, rows, villages: city.villages, from, ...(raised && { raised }) })
    const copyMs = await bareCopy(city, path, list)
    const id = await city.bring(path, list, on)
    taken.push({ name, id })
    findings.push(...tell(await takeWhole(city, id, { name: `${rows} rows: ${name}`, rows, copyMs })))
  }
  if (rows > MOST_UNDONE) return findings
  // The latest first: what later lists build on is not taken back.
  for (const { name, id } of taken.toReversed())
    findings.push(...(await takeBack(city, id, `${rows} rows: ${name}`, rows)))
  return findings
}

type Taken = { name: string; rows: number; copyMs: number }

/** As the command does it: read whole, then taken; nothing is compared beforehand for somebody to look at. */
async function takeWhole(city: ImportCity, id: number, { name, rows, copyMs }: Taken): Promise<Finding[]> {
  const reading = await city.work(id, 'read', false)
  const applying = await city.work(id, 'apply')
  const { read_at, applied_at, tallies } = await city.find(id)
  const told = tallies as Record<string, number>
  const good = (told.new ?? 0) + (told.changed ?? 0) + (told.same ?? 0)
  // A figure of rows that were refused would be one of nothing.
  if (good < rows) throw new Error(`not all were taken: ${JSON.stringify(told)}`)
  const read = Date.parse(read_at!) - reading.began
  const take = Date.parse(applied_at!) - applying.began
  const floor =
    rows > MOST_UNDONE ? undefined : await withConnection(city.database.adminUrl, (admin) => floorOf(admin, id))
  return [
    ...Object.entries(told).map(([outcome, n]) => ({ what: `${name}: ${outcome}`, value: n, unit: 'rows' })),
    { what: `${name}: read and staged`, value: rounded(read / 1000), unit: 's' },
    { what: `${name}: matched, checked, taken`, value: rounded(take / 1000), unit: 's' },
    { what: `${name}: whole`, value: Math.round((rows / (read + take)) * 1000), unit: 'rows/s', goal: '≥ 15000' },
    { what: `${name}: whole, to a bare COPY`, value: rounded((read + take) / copyMs), unit: '×' },
    ...(floor ? toFloor(name, read + take, floor) : []),
    ...computed(name, rows, { 'to read': reading, 'to take, with the counties determined': applying }),
    {
      what: `${name}: whole, by what was computed, on two cores that nobody else uses`,
      value: Math.round((2 * rows) / (reading.cpuSeconds + applying.cpuSeconds)),
      unit: 'rows/s',
    },
    {
      what: `${name}: counties determined after it`,
      value: rounded((applying.ended - Date.parse(applied_at!)) / 1000),
      unit: 's',
    },
    { what: `${name}: peak memory`, value: Math.max(reading.peakMb, applying.peakMb), unit: 'MB', goal: '≤ 512' },
  ]
}

const toFloor = (name: string, ms: number, floor: Floor): Finding[] => [
  { what: `${name}: rows written`, value: floor.rows, unit: 'rows' },
  { what: `${name}: whole, to a bare INSERT of these`, value: rounded(ms / floor.ms), unit: '×' },
]

const computed = (name: string, rows: number, works: Readonly<Record<string, Worked>>): Finding[] =>
  Object.entries(works).map(([what, { cpuSeconds }]) => ({
    what: `${name}: computed ${what}, by all processes`,
    value: rounded((cpuSeconds / rows) * 1e6),
    unit: 'µs a row',
  }))

/** Told as it comes: the largest take minutes. */
function tell(findings: Finding[]): Finding[] {
  for (const { what, value, unit } of findings) console.error(`${what}  ${value} ${unit}`)
  return findings
}

async function takeBack(city: ImportCity, id: number, name: string, rows: number): Promise<Finding[]> {
  const undoing = await city.work(id, 'undo')
  const { undone_at } = await city.find(id)
  const goal = rows === 100_000 ? { goal: '≤ 30' } : {}
  const seconds = (until: number) => rounded((until - undoing.began) / 1000)
  return tell([
    { what: `${name}: undone`, value: seconds(Date.parse(undone_at!)), unit: 's', ...goal },
    { what: `${name}: undone and counties determined`, value: seconds(undoing.ended), unit: 's' },
  ])
}

async function measureWorkbook(city: ImportCity, folder: string): Promise<Finding[]> {
  const path = join(folder, 'people.xlsx')
  const made: Made = { list: 'lifted-population', rows: WORKBOOK_ROWS, villages: city.villages }
  await writeWorkbook(path, made)
  const id = await city.bring(path, made.list)
  const worked = await city.work(id, 'read')
  const { read_at, matched_at, read_rows } = await city.find(id)
  if (read_rows !== made.rows) throw new Error(`${read_rows} rows were read`)
  const seconds = (at: string | null) => rounded((Date.parse(at!) - worked.began) / 1000)
  const name = `${made.rows} rows, .xlsx`
  return [
    { what: `${name} to staged`, value: seconds(read_at), unit: 's', goal: '≤ 40' },
    { what: `${name} to staged, matched and shown`, value: seconds(matched_at), unit: 's' },
    ...computed(name, made.rows, { 'to stage and match': worked }),
    { what: `${name} staged and matched: peak memory`, value: worked.peakMb, unit: 'MB', goal: '≤ 512' },
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
