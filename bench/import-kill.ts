import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { wholenessOf, workUntil } from '../test/killed-import.ts'
import { ImportCity } from './import/import-city.ts'
import { writeCsv } from './import/people-files.ts'
import type { Bench } from './measure.ts'

const ROWS = 3000
const PART_ROWS = 250
/** A process is killed after so many parts at the most, and then within so many milliseconds: less than a part takes to as much as two. */
const [MOST_PARTS, LATEST] = [12, 400]

/**
 * Imports whose processes are killed at random moments and begun again, until each is done. `node bench/main.ts import-kill
 * [kills] [imports] [seed]`: goes on until there were as many of both; fails when anything is lost or doubled.
 */
export const bench: Bench = {
  title: 'Importing lists, killed at random',
  async run([kills = '50', imports = '10', seed = '1']) {
    const folder = mkdtempSync(join(tmpdir(), 'ricebowl-bench-'))
    const city = await ImportCity.open()
    const random = randomness(Number(seed))
    const sum = { kills: 0, imports: 0, lost: 0, doubled: 0, untold: 0 }
    const control = { lost: 0, untold: 0 }
    try {
      while (sum.kills < Number(kills) || sum.imports < Number(imports)) {
        const { killed, found } = await killedImport(city, folder, { nth: sum.imports, random })
        sum.imports++
        sum.kills += killed
        for (const key of ['lost', 'doubled', 'untold'] as const) sum[key] += found[key]
      }
      control.untold = (await spoiltImport(city, folder, { nth: sum.imports, spoil: FORGET })).untold
      control.lost = (await spoiltImport(city, folder, { nth: sum.imports + 1, spoil: PRETEND })).lost
    } finally {
      await city.stop()
      rmSync(folder, { recursive: true, force: true })
    }
    if (sum.lost + sum.doubled + sum.untold > 0) throw new Error(JSON.stringify(sum))
    if (control.lost === 0 || control.untold === 0)
      throw new Error(`what was spoilt is not seen: ${JSON.stringify(control)}`)
    return [
      { what: 'imports', value: sum.imports, unit: `of ${ROWS} rows` },
      { what: 'processes killed', value: sum.kills, unit: '' },
      { what: 'facts lost', value: sum.lost, unit: '', goal: '0' },
      { what: 'facts doubled', value: sum.doubled, unit: '', goal: '0' },
      { what: 'rows told otherwise than done', value: sum.untold, unit: '', goal: '0' },
      {
        what: 'control, the ledger of parts forgotten: rows told otherwise than done',
        value: control.untold,
        unit: '',
        goal: '> 0',
      },
      { what: 'control, a part said to be done that is not: facts lost', value: control.lost, unit: '', goal: '> 0' },
    ]
  },
}

type Query = Parameters<typeof wholenessOf>[0]
type Nth = { nth: number; random: () => number }

const killedImport = (city: ImportCity, folder: string, given: Nth) =>
  asking(city, (query) => killedWith(query, city, folder, given))

const asking = <T>(city: ImportCity, work: (query: Query) => Promise<T>): Promise<T> =>
  withConnection(city.database.adminUrl, (admin) =>
    work(
      async <Row extends object>(text: string, values?: unknown[]) => (await admin.query(text, values)).rows as Row[],
    ),
  )

async function bringNth(city: ImportCity, folder: string, nth: number): Promise<number> {
  const path = join(folder, `${nth}.csv`)
  const from = nth * ROWS
  await writeCsv(path, { list: 'lifted-population', rows: ROWS, villages: city.villages, from, of: `X${nth}-` })
  return city.bring(path, 'lifted-population')
}

async function killedWith(query: Query, city: ImportCity, folder: string, { nth, random }: Nth) {
  const id = await bringNth(city, folder, nth)
  let killed = 0
  for (const work of ['read', 'apply'] as const) {
    await city.ask(id, work)
    const task = { ...city.task(id, work), partRows: PART_ROWS }
    // Three times at most: then the work is let do the rest.
    for (let tries = 0; ; tries++) {
      const parts = (await partsDone(query, id)) + Math.floor(random() * MOST_PARTS)
      const wait = random() * LATEST
      let since = Number.POSITIVE_INFINITY
      const due = async () => {
        if (since === Number.POSITIVE_INFINITY && (await partsDone(query, id)) >= parts) since = Date.now()
        return tries < 3 && Date.now() - since > wait
      }
      if (!(await workUntil(task, due))) break
      killed++
    }
  }
  return { killed, found: await wholenessOf(query, { id, households: `X${nth}-`, rows: ROWS }) }
}

/** What would be wrong if the ledger of parts did not tell what is done: parts are taken again, or never. */
const FORGET = `DELETE FROM import_chunk WHERE import_id = $1 AND work = 'apply'`
const PRETEND = `INSERT INTO import_chunk SELECT county, area, import_id, 'apply', round, from_row, to_row, rows, done_at FROM import_chunk r
  WHERE import_id = $1 AND work = 'read' AND NOT EXISTS (
    SELECT FROM import_chunk a WHERE a.county = r.county AND a.import_id = r.import_id AND a.work = 'apply' AND a.from_row = r.from_row) LIMIT 1`

/** Killed when some parts are taken, and then spoilt: the check must see it. */
const spoiltImport = (city: ImportCity, folder: string, { nth, spoil }: { nth: number; spoil: string }) =>
  asking(city, async (query) => {
    const id = await bringNth(city, folder, nth)
    const task = (work: 'read' | 'apply') => ({ ...city.task(id, work), partRows: PART_ROWS })
    const taken = () => query(`SELECT FROM import_chunk WHERE import_id = $1 AND work = 'apply'`, [id])
    await city.ask(id, 'read')
    await workUntil(task('read'), () => false)
    await city.ask(id, 'apply')
    await workUntil(task('apply'), async () => (await taken()).length >= 2)
    await query(spoil, [id])
    await workUntil(task('apply'), () => false)
    return wholenessOf(query, { id, households: `X${nth}-`, rows: ROWS })
  })

const partsDone = async (query: Query, id: number) =>
  (await query('SELECT FROM import_chunk WHERE import_id = $1', [id])).length

/** The same moments for the same seed, as far as the machine lets them be. */
function randomness(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state / 0x80000000
  }
}
