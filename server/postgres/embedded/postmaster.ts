import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readSync, renameSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fail, Refusal } from '#domain/base/fail.ts'
import type { Log } from '../log.ts'
import { connect } from '../wire/connection.ts'
import { refuseFullDisk } from './data-folder.ts'
import { isAlive, stopProcess } from './orphan.ts'
import { postgresEnvironment } from './postgres-environment.ts'
import type { SystemUser } from './system-user.ts'

export type PostmasterPlan = {
  native: string
  user: SystemUser | undefined
  cluster: string
  args: string[]
  /** Signs in as the administrator, to see when the server is ready. */
  url: string
  logFile: string
  log: Log
}

export type Postmaster = { pid(): number | undefined; stop(): Promise<void> }

/** Restarts within a minute before the supervisor gives up. */
const MOST_RESTARTS = 5

/** Starts PostgreSQL, returns when it answers, and starts it again when it dies unasked. */
export async function startPostmaster(plan: PostmasterPlan, onLost: (error: Refusal) => void): Promise<Postmaster> {
  let stopping = false
  let deaths: number[] = []
  let child = await startOnce(plan)
  let restart: Promise<void> = Promise.resolve()
  const watch = () =>
    child.once('exit', () => {
      if (!stopping) restart = again()
    })
  const again = async () => {
    deaths = [...deaths.filter((at) => at > Date.now() - 60_000), Date.now()]
    plan.log({ zh: '数据库意外停止，正在重新启动…', en: 'The database stopped unexpectedly; starting it again…' })
    try {
      if (deaths.length > MOST_RESTARTS) throw failure(plan, undefined)
      child = await startOnce(plan)
      watch()
      plan.log({ zh: '数据库已恢复。', en: 'The database is back.' })
    } catch (error) {
      onLost(error instanceof Refusal ? error : failure(plan, undefined))
    }
  }
  watch()
  // However this process ends, short of being killed, PostgreSQL is told to stop.
  const atExit = () => {
    if (child.pid && isRunning(child)) process.kill(child.pid, 'SIGINT')
  }
  process.once('exit', atExit)
  return {
    pid: () => child.pid,
    async stop() {
      stopping = true
      process.removeListener('exit', atExit)
      await restart
      if (child.pid && isRunning(child)) await endChild(child, plan)
    },
  }
}

/** One start; twice more when backends of a killed server still hold its shared memory. */
async function startOnce(plan: PostmasterPlan): Promise<ChildProcess> {
  for (let tries = 0; ; tries++) {
    const logged = rotate(plan.logFile)
    const child = launch(plan)
    if (await becomesReady(child, plan)) return child
    const words = readFrom(plan.logFile, logged)
    if (tries === 40 || !/shared memory block .* is still in use/.test(words)) throw failure(plan, words)
    await pause(250)
  }
}

/** In a session of its own, so that Ctrl-C reaches the supervisor alone and requests can end before their database does. */
function launch({ native, user, cluster, args, logFile }: PostmasterPlan): ChildProcess {
  const log = openSync(logFile, 'a', 0o600)
  try {
    return spawn(join(native, 'bin', 'postgres'), ['-D', cluster, ...args], {
      ...(user && { uid: user.uid, gid: user.gid }),
      cwd: native,
      env: postgresEnvironment(),
      // A file, not a pipe: the server must not stall or fail when its supervisor is gone.
      stdio: ['ignore', log, log],
      detached: process.platform !== 'win32',
    })
  } finally {
    closeSync(log)
  }
}

/** Recovery after a crash takes as long as it takes; the person is told, and only the server's own end is a failure. */
async function becomesReady(child: ChildProcess, plan: PostmasterPlan): Promise<boolean> {
  let ended = false
  child.once('exit', () => {
    ended = true
  })
  child.once('error', () => {
    ended = true
  })
  for (let waited = 0; !ended; waited += 20) {
    if (waited === 3000) plan.log({ zh: '数据库正在恢复，请稍候…', en: 'The database is recovering, please wait…' })
    try {
      const client = await connect(plan.url)
      await client.end()
      return true
    } catch (error) {
      // Signing in was refused: the server is up, and the keys are not the ones it was made with.
      if ((error as { code?: string }).code === '28P01') {
        if (child.pid) await stopProcess(child.pid)
        refuseWrongKeys()
      }
    }
    await pause(20)
  }
  return false
}

function refuseWrongKeys(): never {
  fail('keys.file.foreign', {
    zh: '数据文件夹中的 keys.json 不属于这个数据库。请从备份恢复与数据库同时建立的 keys.json。',
    en: 'The keys.json of the data folder does not belong to this database. Restore the keys.json that was made with it.',
  })
}

function failure(plan: PostmasterPlan, words: string | undefined): Refusal {
  const said = words ?? readFrom(plan.logFile, Math.max(0, sizeOf(plan.logFile) - 4096))
  if (/No space left on device|Disk quota exceeded/.test(said)) {
    try {
      refuseFullDisk(plan.cluster)
    } catch (error) {
      return error as Refusal
    }
  }
  const last = said.match(/(?:FATAL|PANIC|ERROR): {2}.*/g)?.at(-1) ?? ''
  return new Refusal(
    'database.server.failed',
    {
      zh: `数据库无法启动。${last} 详见 ${plan.logFile}。`,
      en: `The database could not be started. ${last} See ${plan.logFile}.`,
    },
    { status: 500, where: { log: plan.logFile } },
  )
}

async function endChild(child: ChildProcess, plan: PostmasterPlan): Promise<void> {
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  if (process.platform === 'win32') {
    // Windows has no signals; killing the process would mean recovery at the next start.
    spawn(join(plan.native, 'bin', 'pg_ctl'), ['stop', '-D', plan.cluster, '-m', 'fast', '-w'], { stdio: 'ignore' })
  } else await stopProcess(child.pid!, (await isRecovering(plan)) ? 0 : undefined)
  await ended
}

const isRecovering = (plan: PostmasterPlan) =>
  connect(plan.url).then(
    (client) => client.end().then(() => false),
    (error: { code?: string }) => error.code === CANNOT_CONNECT_NOW,
  )
const CANNOT_CONNECT_NOW = '57P03'
const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null && isAlive(child.pid!)

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0

/** One old log is kept. Answers from where the coming start's words begin. */
function rotate(file: string): number {
  if (sizeOf(file) > 8 * 2 ** 20) renameSync(file, `${file}.1`)
  return sizeOf(file)
}

function readFrom(file: string, start: number): string {
  if (start >= sizeOf(file)) return ''
  const handle = openSync(file, 'r')
  const buffer = Buffer.alloc(64 * 1024)
  const length = readSync(handle, buffer, 0, buffer.length, start)
  closeSync(handle)
  return buffer.subarray(0, length).toString('utf8')
}
