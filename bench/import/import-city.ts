import { createReadStream } from 'node:fs'
import { basename } from 'node:path'
import { runApart } from '#server/apart.ts'
import { type Acting, type Door, openDoor } from '#server/db.ts'
import { bringFile } from '#server/lists/work/bring.ts'
import { changeImport, findImport, type Import } from '#server/lists/work/import.sql.ts'
import type { ImportAnswer, ImportTask } from '#server/lists/work/import-child.ts'
import { listOf, type Work } from '#server/lists/work/import-work.ts'
import { determineAll } from '#server/needs/determine.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import type { Database } from '#server/postgres.ts'
import { openCity } from '../determination/city.ts'
import type { Village } from './people-files.ts'
import { parentOf, processorSeconds, watchPeak } from './processes.ts'

const PLAN = 'chongqing-2021'
const COUNTY = 500235
const ON = '2024-12-31'
const IMPORT_CHILD = new URL('../../server/import-child.ts', import.meta.url)

/** When some work began and ended, what all processes computed for it, the database's too, and what those of the import held at most. */
export type Worked = { began: number; ended: number; cpuSeconds: number; peakMb: number }

/** The small generated city with an officer of one of its counties, who brings lists. */
export class ImportCity {
  readonly database: Database
  readonly door: Door
  readonly dataDir: string
  readonly acting: Acting
  readonly villages: readonly Village[]
  readonly stop: () => Promise<void>
  private readonly postmaster: number
  private readonly plan = getPlans().get(PLAN)!

  private constructor(
    given: Pick<ImportCity, 'database' | 'door' | 'dataDir' | 'acting' | 'villages' | 'stop'> & { postmaster: number },
  ) {
    this.database = given.database
    this.door = given.door
    this.dataDir = given.dataDir
    this.acting = given.acting
    this.villages = given.villages
    this.stop = given.stop
    this.postmaster = given.postmaster
  }

  /** `determined`: as every night, so that what lists touch is determined again. */
  static async open(determined = true): Promise<ImportCity> {
    const { database, dataDir, stop } = await openCity()
    const door = openDoor(database)
    const scope = { lo: COUNTY * 1_000_000, hi: (COUNTY + 1) * 1_000_000 }
    const { villages, officer, post, pid } = await withConnection(database.adminUrl, async (admin) => {
      const { rows } = await admin.query<Village>(VILLAGES, [scope.lo, scope.hi])
      const held = await admin.query<{ officer: number; post: number }>(OFFICER, [scope.lo, scope.hi])
      const server = await admin.query<{ pid: number }>('SELECT pg_backend_pid() AS pid')
      return { villages: rows, ...held.rows[0]!, pid: parentOf(Number(server.rows[0]!.pid)) }
    })
    const acting = { officer: Number(officer), post: Number(post), scope }
    if (determined) await determineAll({ door, plan: getPlans().get(PLAN)!, on: ON, now: new Date() })
    const whole = async () => {
      await door.close()
      await stop()
    }
    return new ImportCity({ database, door, dataDir, acting, villages, stop: whole, postmaster: pid })
  }

  async bring(path: string, list: string, asOf = '2024-06-30'): Promise<number> {
    const bringer = { acting: this.acting, officerName: '性能测试', postTitle: 'bench', requestId: 'bench' }
    const file = { name: basename(path), source: createReadStream(path), asOf }
    const { id, county } = await bringFile(this, bringer, file, new Date())
    const { rank } = listOf(this.plan, list)
    await this.door.asPost(this.acting, (tx) => changeImport(tx, { county, id }, { list, rank }))
    return id
  }

  task(id: number, work: Work): ImportTask {
    const { database, dataDir, acting, plan } = this
    const urls = { officerUrl: database.roleUrl('ricebowl_officer'), jobUrl: database.roleUrl('ricebowl_job') }
    return { ...urls, dataDir, plan, on: ON, acting, id, work }
  }

  /** Notes that some work is asked for: what a stop takes away. */
  ask = (id: number, work: Work): Promise<void> =>
    this.door.asPost(this.acting, (tx) => changeImport(tx, { county: COUNTY, id }, { asked: work }))

  /** As the server does it: in a process of its own. `preview`: whether what was read is compared at once, for an officer to look at. */
  async work(id: number, work: Work, preview = true): Promise<Worked> {
    await this.ask(id, work)
    const peak = watchPeak()
    const [began, computed] = [Date.now(), processorSeconds(this.postmaster)]
    const { problem } = await runApart<ImportAnswer>(IMPORT_CHILD, { ...this.task(id, work), preview })
    if (problem) throw new Error(`${problem.code}: ${problem.en}`)
    const cpuSeconds = processorSeconds(this.postmaster) - computed
    return { began, ended: Date.now(), cpuSeconds, peakMb: peak() }
  }

  find = async (id: number): Promise<Import> => (await this.door.asPost(this.acting, (tx) => findImport(tx, id)))!
}

const VILLAGES = `SELECT c.name AS county, t.name AS town, v.name AS village FROM area v
    JOIN area t ON t.code = v.code / 1000 * 1000 AND t.valid_to IS NULL JOIN area c ON c.code = v.code / 1000000 * 1000000 AND c.valid_to IS NULL
   WHERE v.valid_to IS NULL AND v.code % 1000 <> 0 AND v.code > $1 AND v.code < $2 ORDER BY v.code`
const OFFICER = `WITH who AS (INSERT INTO officer (sign_in, name, password_hash, created_at) VALUES ('bench', '性能测试', 'x', '2020-01-01') RETURNING id)
  INSERT INTO post (officer_id, role, title, lo, hi, started_on) SELECT id, 'county', 'bench', $1, $2, '2020-01-01' FROM who
  RETURNING officer_id AS officer, id AS post`
