import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import { fail } from '#domain/base/fail.ts'
import type { Phase } from './phase.ts'
import { answerWaiting } from './waiting-page.ts'

/** The one HTTP server of a run: it listens before anything slow begins, and hands requests on once there is who can answer. */
export type FrontDoor = {
  server: Server
  say(phase: Phase): void
  /** From now on `handler` answers, and /healthz says so. */
  open(handler: RequestListener): void
  /** No new requests; those under way are given time to end. */
  close(): Promise<void>
}

/** How long requests may take to end once the server is asked to stop. */
const DRAIN_MS = 20_000
/** This machine only: a proxy with TLS stands between the office and the server. */
const HOST = '127.0.0.1'

export async function openFrontDoor(port: number): Promise<FrontDoor> {
  let phase: Phase = 'database'
  let handler: RequestListener | undefined
  const server = createServer((request, response) => {
    if (phase === 'stopping') response.setHeader('Connection', 'close')
    if (request.url === '/healthz' && phase === 'ready') {
      response.writeHead(200, { 'Content-Type': 'application/json; charset=utf-8', 'Cache-Control': 'no-store' })
      response.end(JSON.stringify({ phase }))
    } else if (handler && request.url !== '/healthz') handler(request, response)
    else answerWaiting(request, response, phase)
  })
  await listen(server, port)
  return {
    server,
    say: (next) => {
      phase = next
    },
    open(next) {
      handler = next
      phase = 'ready'
    },
    async close() {
      phase = 'stopping'
      const closed = new Promise((resolve) => server.close(resolve))
      // A connection is idle once its last request has ended; browsers keep theirs open for another.
      const sweep = setInterval(() => server.closeIdleConnections(), 20)
      const patience = setTimeout(() => server.closeAllConnections(), DRAIN_MS)
      await closed
      clearInterval(sweep)
      clearTimeout(patience)
    },
  }
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    server.listen(port, HOST)
    await once(server, 'listening')
  } catch (error) {
    refusePort(port, (error as NodeJS.ErrnoException).code)
  }
}

function refusePort(port: number, reason = 'unknown'): never {
  const zh = reason === 'EADDRINUSE' ? '已被其他程序占用' : `不可使用(${reason})`
  const en = reason === 'EADDRINUSE' ? 'is in use by another program' : `cannot be used (${reason})`
  fail(
    'server.port.taken',
    {
      zh: `端口 ${port} ${zh}。请停止该程序，或用 RICEBOWL_PORT 指定另一个端口，例如 RICEBOWL_PORT=${port + 1}。`,
      en: `Port ${port} ${en}. Stop that program, or name another port with RICEBOWL_PORT, such as RICEBOWL_PORT=${port + 1}.`,
    },
    { status: 409, where: { port, setting: 'RICEBOWL_PORT' } },
  )
}
