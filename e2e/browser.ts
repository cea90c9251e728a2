import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { type Browser, chromium, type Page } from '@playwright/test'
import Chromium, { inflate } from '@sparticuz/chromium'
import { inject } from 'vitest'
import type { TestProject } from 'vitest/node'
import { testFolder } from '../test/server.ts'
import { bringToRest } from './at-rest.ts'

const ROOT = join(import.meta.dirname, '..')
const READY_WITHIN_MS = 150_000
/** What a page is waited for: how long a machine takes that does other things as well is no matter of right or wrong. */
const PATIENCE_MS = 90_000

type Look = { language?: 'zh' | 'en'; theme?: 'light' | 'dark'; phone?: boolean }
export type TestConsole = {
  url: string
  /** A page of its own session, signed in as a demonstration officer when a name is given. */
  page(signIn?: string, look?: Look): Promise<Page>
  stop(): Promise<void>
}

declare module 'vitest' {
  interface ProvidedContext {
    firstStarted: string
  }
}

/** Vitest's global set-up of the `browser` project: one first start as a newcomer has it, whose folder every journey gets a copy of. */
export async function setup(project: TestProject): Promise<() => void> {
  const dataDir = testFolder()
  const { server, url } = await serve(dataDir)
  try {
    await untilReady(url, server)
    await bringToRest(dataDir)
  } finally {
    await stopServer(server.process)
  }
  project.provide('firstStarted', dataDir)
  return () => rmSync(dataDir, { recursive: true, force: true })
}

async function serve(dataDir: string): Promise<{ server: Server; url: string }> {
  const port = await freePort()
  return { server: startServer(dataDir, port), url: `http://127.0.0.1:${port}` }
}

/** The whole system as a newcomer gets it, on a temporary folder with the small demonstration, and a browser before it. */
export async function startConsole(): Promise<TestConsole> {
  const dataDir = testFolder()
  // With its owners: PostgreSQL starts only on a folder of its own user.
  execFileSync('cp', ['-a', `${inject('firstStarted')}/.`, dataDir])
  const { server, url } = await serve(dataDir)
  let browser: Browser | undefined
  const stop = async () => {
    await browser?.close()
    await stopServer(server.process)
    rmSync(dataDir, { recursive: true, force: true })
  }
  try {
    browser = await launch()
    await untilReady(url, server)
  } catch (error) {
    await stop()
    throw error
  }
  const opened = browser
  const page = async (signIn?: string, look: Look = {}) => {
    const context = await opened.newContext(contextOptions(url, look))
    await context.addInitScript(
      ([language, theme]) => {
        if (!localStorage.getItem('ricebowl.language')) localStorage.setItem('ricebowl.language', language)
        if (!localStorage.getItem('ricebowl.theme')) localStorage.setItem('ricebowl.theme', theme)
      },
      [look.language ?? 'zh', look.theme ?? 'light'] as const,
    )
    context.setDefaultTimeout(PATIENCE_MS)
    const made = await context.newPage()
    if (signIn) await signInAs(made, signIn)
    return made
  }
  return { url, page, stop }
}

const contextOptions = (baseURL: string, { phone = false, language = 'zh' }: Look) => ({
  baseURL,
  locale: language === 'zh' ? 'zh-CN' : 'en-GB',
  viewport: phone ? { width: 390, height: 844 } : { width: 1440, height: 900 },
  ...(phone ? { isMobile: true, hasTouch: true } : {}),
})

/** Through the form, as an officer would: pick a demonstration account, sign in. */
async function signInAs(page: Page, signIn: string): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('.demo-sign-ins button', { has: page.locator(`b:text-is("${signIn}")`) }).click()
  await page.locator('.sign-in-form button[type=submit]').click()
  await page.waitForURL((address) => address.pathname !== '/sign-in')
  await settled(page)
}

/** Nothing is being read any more and the page has its heading. */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForFunction(() => !document.querySelector('.progress-busy, .answer-waiting, [aria-busy="true"]'))
}

type Server = { process: ChildProcess; output: () => string }

function startServer(dataDir: string, port: number): Server {
  let text = ''
  const child = spawn(process.execPath, [join(ROOT, 'cli', 'main.ts'), 'start'], {
    cwd: ROOT,
    env: { ...process.env, RICEBOWL_DATA: dataDir, RICEBOWL_PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (text += chunk))
  return { process: child, output: () => text }
}

async function untilReady(url: string, server: Server): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS
  while (Date.now() < deadline) {
    if (server.process.exitCode !== null) throw new Error(`the server ended early:\n${server.output()}`)
    const answer = await fetch(`${url}/healthz`).catch(() => undefined)
    if (answer?.status === 200) return
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error(`the server was not ready in ${READY_WITHIN_MS / 1000} s:\n${server.output()}`)
}

async function stopServer(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const late = setTimeout(() => child.kill('SIGKILL'), 15_000)
  await ended
  clearTimeout(late)
}

/** Chromium out of an npm package; where the machine lacks its system libraries, those the package carries too. */
async function launch(): Promise<Browser> {
  const executablePath = await Chromium.executablePath()
  const options = { executablePath, args: ['--no-sandbox'] }
  return chromium.launch(options).catch(async (error: Error) => {
    if (!/error while loading shared libraries/.test(error.message)) throw error
    const libraries = await inflate(join(ROOT, 'node_modules', '@sparticuz', 'chromium', 'bin', 'al2023.tar.br'))
    const folder = existsSync(join(libraries, 'lib')) ? join(libraries, 'lib') : libraries
    return chromium.launch({ ...options, env: { ...process.env, LD_LIBRARY_PATH: folder } as Record<string, string> })
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() =>
        typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
      )
    })
  })
}
