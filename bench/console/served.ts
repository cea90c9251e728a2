import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { join } from 'node:path'

/** A server of its own on a folder, ready to be asked. */
export async function startServer(dataDir: string, port: number) {
  // As `npm start` does it; Node 24 becomes the server, so that the process is still this one.
  const child = spawn(process.execPath, [join(import.meta.dirname, '..', '..', 'bin', 'ricebowl.mjs'), 'start'], {
    env: { ...process.env, RICEBOWL_DATA: dataDir, RICEBOWL_PORT: String(port) },
    stdio: 'ignore',
  })
  for (let tries = 0; tries < 1200; tries++) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const answer = await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => undefined)
    if (answer?.status === 200) return child
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the server was not ready in two minutes')
}

export async function signIn(url: string, name: string): Promise<string> {
  const signIns = (await (await fetch(`${url}/api/demo/sign-ins`)).json()) as { password: string }
  const body = JSON.stringify({ signIn: name, password: signIns.password })
  const answer = await fetch(`${url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  })
  if (!answer.ok) throw new Error(`signing in answered ${answer.status}`)
  return answer.headers.get('set-cookie')!.split(';')[0]!
}

export async function ask(url: string, cookie: string, path: string): Promise<unknown> {
  const answer = await fetch(url + path, { headers: { cookie } })
  const reply = await answer.json()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(reply)}`)
  return reply
}

export function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer()
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
