// Run by the tests of faults, as a process that can be killed: opens the database of the folder it is given, and writes.
// Says on stdout, one JSON line each: that it is ready, every number whose commit was acknowledged, how it ended.
import { openPool, withConnection } from '#server/postgres/wire/connection.ts'
import { openDatabase } from '#server/postgres.ts'
import { report } from '../cli/terminal/failure.ts'

const [dataDir = '', writers = '0'] = process.argv.slice(2)
// A test that was itself killed leaves nobody behind.
process.stdin.resume().on('end', () => process.exit(1))
const say = (line: object) => process.stdout.write(`${JSON.stringify(line)}\n`)

const database = await openDatabase({ dataDir, onLost: (error) => say({ lost: error.code }) }).catch((error) =>
  process.exit(report(error, true)),
)
const pool = openPool(database.adminUrl, { max: 8 })
await withConnection(database.adminUrl, (admin) =>
  admin.query('CREATE TABLE IF NOT EXISTS entry (n bigint PRIMARY KEY)'),
)
say({ ready: database.adminUrl, adopted: database.adopted })

let stopping = false
const write = async (first: number) => {
  for (let n = first; !stopping; n += Number(writers)) {
    // Whether a commit that broke off was made is unknown: it is not acknowledged, and not tried again.
    const done = await pool.query('INSERT INTO entry VALUES ($1)', [n]).then(
      () => true,
      () => new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 5)),
    )
    if (done) say({ ack: n })
  }
}
const start = Number((await pool.query('SELECT coalesce(max(n), 0) + 1 AS n FROM entry')).rows[0].n)
const writing = Array.from({ length: Number(writers) }, (_, i) => write(start + i))

process.once('SIGTERM', async () => {
  stopping = true
  await Promise.all(writing)
  await pool.end()
  await database.stop()
  process.exit(0)
})
