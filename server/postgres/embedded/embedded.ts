import { once } from 'node:events'
import { createServer } from 'node:net'
import type { Refusal } from '#domain/base/fail.ts'
import type { Log } from '../log.ts'
import { postgresBinaries } from './binaries.ts'
import { openClusterFolder } from './cluster-folder.ts'
import type { DataFolder } from './data-folder.ts'
import { ADMIN_ROLE } from './initdb.ts'
import { stopOrphan } from './orphan.ts'
import { startPostmaster } from './postmaster.ts'
import { type Purpose, writeSettings } from './settings.ts'
import { closeSocketFolder, openSocketFolder, SOCKET_PORT, socketFolder } from './socket-folder.ts'
import { databaseUser } from './system-user.ts'

export type Embedded = {
  /** The administrator's URL of the database `postgres`. */
  url: string
  /** A server without a supervisor was found and stopped first. */
  orphan: boolean
  pid(): number | undefined
  stop(): Promise<void>
}

export type EmbeddedPlan = {
  folder: DataFolder
  password: string
  purpose: Purpose
  log: Log
  /** Called when the server died and could not be started again. */
  onLost: (error: Refusal) => void
}

/** The packaged PostgreSQL on the folder's cluster. The caller holds the folder's lock. */
export async function startEmbedded({ folder, password, purpose, log, onLost }: EmbeddedPlan): Promise<Embedded> {
  const user = databaseUser(folder.postgres)
  const native = postgresBinaries(user)
  const cluster = await openClusterFolder(folder, native, user, password)
  const orphan = await stopOrphan(cluster)
  writeSettings(cluster, purpose, user)
  const { args, url, close } = await listenOn(cluster, user, password)
  const server = await startPostmaster({ native, user, cluster, args, url, logFile: folder.log, log }, onLost)
  const stop = async () => {
    await server.stop()
    close()
  }
  return { url, orphan, pid: server.pid, stop }
}

async function listenOn(cluster: string, user: ReturnType<typeof databaseUser>, password: string) {
  if (process.platform === 'win32') {
    const port = await freePort()
    return { args: ['-h', '127.0.0.1', '-p', String(port)], url: tcpUrl(port, password), close() {} }
  }
  const folder = socketFolder(cluster)
  openSocketFolder(folder, user)
  const args = ['-h', '', '-k', folder, '-p', String(SOCKET_PORT)]
  return { args, url: socketUrl(folder, password), close: () => closeSocketFolder(folder) }
}

const socketUrl = (folder: string, password: string) =>
  `postgres://${ADMIN_ROLE}:${encodeURIComponent(password)}@${encodeURIComponent(folder)}:${SOCKET_PORT}/postgres`
const tcpUrl = (port: number, password: string) =>
  `postgres://${ADMIN_ROLE}:${encodeURIComponent(password)}@127.0.0.1:${port}/postgres`

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as { port: number }
  probe.close()
  await once(probe, 'close')
  return port
}
