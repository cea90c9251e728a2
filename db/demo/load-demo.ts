import type { ClientBase } from 'pg'
import { dayNumber, dayText } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Keys } from '#server/keys.ts'
import { withConnection } from '#server/postgres/wire/connection.ts'
import { aimedAt } from './aimed.ts'
import { calibrations, DEMO_DAY } from './calibration.ts'
import { type AnyTable, allTables } from './copy/tables.ts'
import { inventCorridors } from './corridors/invent-corridors.sql.ts'
import type { BatchRows } from './generate/batch.ts'
import { LEDGER_END } from './generate/proof.ts'
import { keyTable, sealerOf } from './generate/seal.ts'
import { madeAhead } from './load/batch-stream.ts'
import { copyIn } from './load/copy-in.ts'
import { insertRows } from './load/insert-rows.sql.ts'
import { readShape, restore, stepsOf, strip } from './load/shape.ts'
import type { Scale } from './quotas.ts'
import { inventReferrals } from './referrals/invent-referrals.sql.ts'
import { type Aim, reached } from './report.ts'
import { FIRST_BATCH_ID, IDS_A_BATCH, type Schedule, schedule } from './schedule.ts'
import { inventAttendance } from './sites/attendance.sql.ts'
import { addLastTouches } from './sites/last-touches.sql.ts'
import { type DrawnSite, drawSites } from './sites/sites.ts'
import { tellStories } from './stories/story-batch.ts'
import { readTerritory } from './territory.ts'
import { peopleAskingForWork } from './vacancies/asked-people.sql.ts'
import { inventWishes } from './vacancies/invented-wishes.ts'
import { storyWishes } from './vacancies/story-wishes.ts'
import { inventVacancies } from './vacancies/vacancies.ts'

export type DemoProgress = {
  phase: 'rows' | 'indexes' | 'figures'
  /** Rows loaded so far, of all tables. */
  rows: number
  /** 0 to 1 of the whole work, by what the phases usually take. */
  share: number
  seconds: number
}
export type DemoReport = {
  scale: Scale
  seed: number
  day: string
  people: number
  rows: number
  tables: Record<string, number>
  seconds: { rows: number; indexes: number; whole: number }
  rowsPerSecond: number
  aims: Aim[]
}
export type LoadOptions = {
  adminUrl: string
  keys: Pick<Keys, 'fieldKey' | 'fieldKeyId'>
  scale: Scale
  seed?: number
  /** Replaces a demo that is there. */
  again?: boolean
  onProgress?: (progress: DemoProgress) => void
}

/** What else is emptied: figures and determinations of the city before, vacancies, wishes and attendance, which COPY does not fill. */
const EMPTIED = [
  ...['determination', 'determination_count', 'figure_area', 'figure_run'],
  ...['match_proposal', 'match_person', 'match_vacancy', 'match_run'],
  ...['vacancy', 'vacancy_history', 'work_wish', 'work_wish_history', 'attendance', 'attendance_history'],
  ...[
    'referral',
    'referral_history',
    'retention_answer',
    'retention_answer_history',
    'wage_claim',
    'wage_claim_history',
  ],
  ...['corridor', 'corridor_history', 'corridor_order', 'corridor_order_history'],
  ...['dispatch_batch', 'dispatch_batch_history', 'traveller_import'],
  ...['traveller', 'traveller_history', 'follow_up', 'follow_up_history'],
]
/** Generating and copying take about this share of the whole. */
const ROWS_SHARE = 0.6
/** Any number that nothing else locks. */
const ADVISORY_LOCK = 7_205_759_404

/**
 * Fills the ledger with the generated city, the same for the same scale, seed and areas. All of it is one transaction:
 * killed at any moment it leaves the database as it was, and the setting `demo` is there only with every row.
 * Refuses a database whose files are not the demo's, and one that has a demo unless told to load it again.
 */
export async function loadDemo(options: LoadOptions): Promise<DemoReport> {
  return withConnection(options.adminUrl, async (admin) => {
    await admin.query('BEGIN')
    try {
      await admin.query('SELECT pg_advisory_xact_lock($1)', [ADVISORY_LOCK])
      await requireOwnGround(admin, options.again ?? false)
      const report = await load(admin, options)
      await admin.query('COMMIT')
      return report
    } catch (error) {
      await admin.query('ROLLBACK').catch(() => {})
      throw error
    }
  })
}

async function requireOwnGround(admin: ClientBase, again: boolean): Promise<void> {
  const { rows } = await admin.query<{ foreign: boolean; demo: boolean }>(
    `SELECT EXISTS (SELECT FROM person WHERE source <> 'demo') AS foreign,
            EXISTS (SELECT FROM person) OR EXISTS (SELECT FROM setting WHERE key = 'demo') AS demo`,
  )
  if (rows[0]?.foreign) {
    fail(
      'demo.ledger.taken',
      {
        zh: '数据库中已有非演示档案，不能装入演示城市。请用 RICEBOWL_DATA 或 DATABASE_URL 指定另一个数据库。',
        en: 'The database holds files that are not of the demo, so no demo is loaded into it. Name another database with RICEBOWL_DATA or DATABASE_URL.',
      },
      { status: 409 },
    )
  }
  if (rows[0]?.demo && !again) {
    fail(
      'demo.city.present',
      {
        zh: '数据库中已有演示城市。如要重新生成，请加 --again；其上所作的改动会丢失。',
        en: 'The database has a demo city. To generate it again, add --again; what was changed in it is lost.',
      },
      { status: 409 },
    )
  }
}

async function load(admin: ClientBase, options: LoadOptions): Promise<DemoReport> {
  const { scale, seed = 1, onProgress = () => {} } = options
  const started = performance.now()
  const elapsed = () => (performance.now() - started) / 1000
  const planned = schedule(scale, seed, await readTerritory(admin))
  const { batches } = planned
  const names = Object.keys(allTables) as AnyTable[]
  await admin.query("SET LOCAL maintenance_work_mem = '384MB'")
  await admin.query('SET LOCAL max_parallel_maintenance_workers = 2')
  await admin.query("SET LOCAL work_mem = '192MB'")
  await admin.query('SET LOCAL synchronous_commit = off')
  await withoutLogCompression(admin)
  await admin.query(`TRUNCATE ${[...names, ...EMPTIED].join(', ')} CASCADE`)
  await admin.query("DELETE FROM setting WHERE key = 'determination'")
  const shape = await readShape(admin, names)
  await strip(admin, shape)

  const tables: Record<string, number> = {}
  let rows = 0
  const keys = keyTable(options.keys)
  const told = tellStories(sealerOf(keys), (county) => lastingWorkshops(seed, planned, county))
  for await (const batch of startingWith(told, madeAhead(batches, keys))) {
    for (const table of batch.tables) {
      if (table.rows === 0) continue
      await copyIn(admin, table.name, table.chunks)
      tables[table.name] = (tables[table.name] ?? 0) + table.rows
      rows += table.rows
    }
    onProgress({ phase: 'rows', rows, share: (ROWS_SHARE * (batch.index + 1)) / batches.length, seconds: elapsed() })
  }
  const rowsDone = elapsed()
  let step = 0
  await restore(admin, shape, () => {
    onProgress({
      phase: 'indexes',
      rows,
      share: ROWS_SHARE + ((0.97 - ROWS_SHARE) * step++) / stepsOf(shape),
      seconds: elapsed(),
    })
  })
  await requireSameShape(admin, names, shape)
  // Once the indexes stand and it is known who asked for work.
  const asking = await peopleAskingForWork(admin, DEMO_DAY, FIRST_BATCH_ID)
  const wishes = inventWishes(seed, asking, FIRST_BATCH_ID + batches.length * IDS_A_BATCH)
  const others = {
    vacancy: inventVacancies(scale, seed, planned, sealerOf(keys)),
    work_wish: [...storyWishes(), ...wishes],
  }
  for (const [table, made] of Object.entries(others)) {
    await insertRows(admin, table as keyof typeof others, made)
    tables[table] = made.length
    rows += made.length
  }
  for (const [table, made] of Object.entries(await inventCorridors(admin))) {
    tables[table] = made
    rows += made
  }
  // The small city is whole in a small sample already, and the first start waits for it.
  if (scale === 'small') await admin.query('SET LOCAL default_statistics_target = 25')
  await admin.query(`ANALYZE ${names.join(', ')}`)
  await admin.query("SELECT setval('ledger_id', $1)", [FIRST_BATCH_ID + (batches.length + 1) * IDS_A_BATCH])
  tables.attendance = await inventAttendance(admin, seed)
  rows += tables.attendance
  await admin.query('ANALYZE attendance')
  rows += await inventReferrals(admin, DEMO_DAY)
  for (const [table, made] of Object.entries(await addLastTouches(admin, seed))) {
    tables[table] = (tables[table] ?? 0) + made
    rows += made
  }
  await admin.query(
    `INSERT INTO ledger_head (county, changed_at) SELECT DISTINCT county, $1::timestamptz FROM household
     ON CONFLICT (county) DO UPDATE SET changed_at = excluded.changed_at`,
    [dayText(LEDGER_END)],
  )
  onProgress({ phase: 'figures', rows, share: 0.97, seconds: elapsed() })
  const aims = await reached(admin, aimedAt(batches))
  const whole = elapsed()
  const report: DemoReport = {
    scale,
    seed,
    day: DEMO_DAY,
    people: tables.person ?? 0,
    rows,
    tables,
    seconds: { rows: round(rowsDone), indexes: round(whole - rowsDone), whole: round(whole) },
    rowsPerSecond: Math.round(rows / whole),
    aims,
  }
  await settle(admin, report)
  return report
}

async function* startingWith(first: BatchRows, others: AsyncIterable<BatchRows>): AsyncGenerator<BatchRows> {
  yield first
  yield* others
}

/** Workshops of a county that stand from the spring of 2020 to the end. */
function lastingWorkshops(seed: number, { sites }: Schedule, county: number): DrawnSite[] {
  return sites
    .filter((plan) => plan.county === county)
    .flatMap((plan) => drawSites(seed, plan))
    .filter((site) => site.kind === 'workshop' && site.to === null && site.from < SPRING_2020)
}
const SPRING_2020 = dayNumber('2020-04-01')

/** New indexes go to the log as whole pages: compressing them costs more than writing them. Only a superuser may say so. */
async function withoutLogCompression(admin: ClientBase): Promise<void> {
  await admin.query('SAVEPOINT log_compression')
  await admin.query('SET LOCAL wal_compression = off').catch(() => admin.query('ROLLBACK TO SAVEPOINT log_compression'))
}

const round = (seconds: number): number => Math.round(seconds * 100) / 100

async function requireSameShape(admin: ClientBase, names: readonly AnyTable[], before: unknown): Promise<void> {
  const now = await readShape(admin, names)
  if (JSON.stringify(now) !== JSON.stringify(before)) throw new Error('An index or constraint was not built again')
}

async function settle(admin: ClientBase, { scale, seed, people, rows }: DemoReport): Promise<void> {
  const assumptions = calibrations.flatMap(({ key, on, value, assumption }) =>
    assumption ? [{ key, on, value, assumption }] : [],
  )
  const values = {
    demo: { scale, seed, day: DEMO_DAY, people, rows, finishedAt: new Date().toISOString(), assumptions },
    defaults: { on: DEMO_DAY, plan: 'chongqing-2021' },
  }
  for (const [key, value] of Object.entries(values)) {
    await admin.query(
      'INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, JSON.stringify(value)],
    )
  }
}
