import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadKeys } from '#server/keys.ts'
import { dataFolder } from '#server/postgres/embedded/data-folder.ts'
import { tryFolderLock } from '#server/postgres/embedded/folder-lock.ts'
import { openDatabase, useDatabase } from '#server/postgres.ts'
import { discard, freePort, isRoot, NOBODY, ricebowl, startSupervisor, whyNotAsNobody } from './processes.ts'
import { testFolder } from './server.ts'

/** One sound folder; each test does one thing to it, sees the refusal, and undoes it. */
let dataDir: string
const at = (name: string) => join(dataDir, name)
beforeAll(async () => {
  dataDir = testFolder()
  await open()
})
afterAll(() => discard(dataDir))

const open = () => useDatabase({ dataDir }, async ({ kind }) => kind)

async function refusedWith(file: string, text: string, code: string): Promise<void> {
  const before = readFileSync(at(file))
  writeFileSync(at(file), text)
  await expect(open()).rejects.toMatchObject({ code })
  writeFileSync(at(file), before)
  expect(await open()).toBe('embedded')
}

test('a cluster of another PostgreSQL', () => refusedWith('postgres/PG_VERSION', '17\n', 'database.cluster.version'))
test('a folder of another format', () => refusedWith('format', '2\n', 'database.folder.format'))
test('damaged keys', () => refusedWith('keys.json', '{}', 'keys.file.unreadable'))

test('keys of another installation', async () => {
  const other = testFolder()
  loadKeys(other)
  await refusedWith('keys.json', readFileSync(join(other, 'keys.json'), 'utf8'), 'keys.file.foreign')
  rmSync(other, { recursive: true })
})

test('lost keys are not replaced', async () => {
  const keys = readFileSync(at('keys.json'))
  rmSync(at('keys.json'))
  await expect(open()).rejects.toMatchObject({ code: 'keys.file.lost' })
  expect(existsSync(at('keys.json'))).toBe(false)
  writeFileSync(at('keys.json'), keys, { mode: 0o600 })
})

test('a cluster whose folder is gone', async () => {
  const other = testFolder()
  symlinkSync(join(other, 'nowhere'), join(other, 'postgres'))
  loadKeys(other)
  await expect(openDatabase({ dataDir: other })).rejects.toMatchObject({ code: 'database.cluster.gone' })
  rmSync(other, { recursive: true })
})

test.each([
  ['the cluster', (stranger: number) => writeFileSync(at('postgres/postmaster.pid'), pidFile(stranger))],
  ['the socket', (stranger: number) => writeFileSync(at('socket/.s.PGSQL.5432.lock'), pidFile(stranger))],
])(
  'a power cut leaves a lock on %s whose process number is a stranger by now: no start is stopped by it',
  async (_, leave) => {
    const { uid, gid } = statSync(at('postgres'))
    mkdirSync(at('socket'), { mode: 0o700 })
    if (isRoot()) chownSync(at('socket'), uid, gid)
    // Of the database's own user: others' processes PostgreSQL does not take for its own.
    const stranger = spawn('sleep', ['60'], isRoot() ? { uid, gid } : {})
    leave(stranger.pid!)
    expect(await open()).toBe('embedded')
    expect(stranger.exitCode ?? stranger.signalCode).toBe(null)
    stranger.kill()
  },
)
const pidFile = (pid: number) => `${pid}\n${at('postgres')}\n1\n5432\n${at('socket')}\n\n\nready   \n`

test('a folder that a server holds: a second start says who, a command joins it', async () => {
  const holder = startSupervisor(dataDir)
  await holder.opened
  const second = await ricebowl(['start', '--json'], {
    RICEBOWL_DATA: dataDir,
    RICEBOWL_PORT: String(await freePort()),
  })
  expect(second).toMatchObject({ code: 1 })
  expect(JSON.parse(second.out).error).toMatchObject({ code: 'database.folder.held', where: { pid: holder.child.pid } })
  const joined = await ricebowl(['db', 'status', '--json'], { RICEBOWL_DATA: dataDir })
  expect(JSON.parse(joined.out)).toMatchObject({ kind: 'embedded' })
  // The command left the server as it found it.
  expect(holder.child.exitCode).toBe(null)
  holder.child.kill('SIGTERM')
  expect(await holder.ended).toBe(0)
})

test('two starts in one instant on a new folder: one opens it, the other is refused', async () => {
  const fresh = testFolder()
  const both = [startSupervisor(fresh), startSupervisor(fresh)]
  const opened = await Promise.all(both.map((one) => one.opened))
  expect(opened.filter(({ ready }) => ready)).toHaveLength(1)
  expect(opened.find(({ error }) => error)?.error?.code).toBe('database.folder.held')
  for (const one of both) one.child.kill('SIGTERM')
  await Promise.all(both.map((one) => one.ended))
  await discard(fresh)
})

test('a command waits for another that uses the folder without a server', async () => {
  const lock = tryFolderLock(dataFolder(dataDir), { kind: 'command', command: 'figures' })
  const waiting = ricebowl(['db', 'status', '--json'], { RICEBOWL_DATA: dataDir })
  const early = await Promise.race([waiting, new Promise((resolve) => setTimeout(resolve, 1500, 'waiting'))])
  expect(early).toBe('waiting')
  lock?.release()
  expect(await waiting).toMatchObject({ code: 0 })
})

test('a port in use is named with its setting, before anything slow', async () => {
  const taken = createServer().listen(0, '127.0.0.1')
  await once(taken, 'listening')
  const { port } = taken.address() as { port: number }
  const fresh = join(dataDir, 'never-made')
  const refused = await ricebowl(['start'], { RICEBOWL_DATA: fresh, RICEBOWL_PORT: String(port) })
  expect(refused.code).toBe(1)
  expect(refused.err).toContain(`RICEBOWL_PORT=${port + 1}`)
  expect(existsSync(fresh)).toBe(false)
  taken.close()
})

test('a folder that cannot be written', async ({ skip }) => {
  skip(isRoot() && !!whyNotAsNobody(), whyNotAsNobody())
  const closed = join(dataDir, 'closed')
  mkdirSync(closed)
  chmodSync(closed, 0o555)
  // Root may write anywhere: it tries as somebody else.
  const refused = await ricebowl(['db', 'status', '--json'], { RICEBOWL_DATA: closed }, isRoot() ? NOBODY : {})
  expect(refused.code).toBe(1)
  expect(JSON.parse(refused.out).error).toMatchObject({ code: 'database.folder.unwritable', where: { folder: closed } })
})

test('a folder that is given to an ordinary user is used by that user', async ({ skip }) => {
  skip(!!whyNotAsNobody(), whyNotAsNobody())
  const own = join(dataDir, 'own')
  mkdirSync(own)
  chownSync(own, NOBODY.uid, NOBODY.gid)
  const used = await ricebowl(['db', 'status', '--json'], { RICEBOWL_DATA: own }, NOBODY)
  expect(used).toMatchObject({ code: 0, err: '' })
  await discard(own)
})
