import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, existsSync, globSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fail } from '#domain/base/fail.ts'
import type { Log } from '../postgres.ts'

const ROOT = join(import.meta.dirname, '..', '..')
const DIST = join(ROOT, 'web', 'dist')
/** Names the sources that a build was made from; an edited file or an upgrade makes another. */
const MARK = join(DIST, '.sources')

/** The folder of the built console, built first when it is missing or older than its sources; undefined when there is no console. */
export async function builtConsole(log: Log, signal: AbortSignal): Promise<string | undefined> {
  if (!existsSync(join(ROOT, 'web', 'vite.config.ts'))) return undefined
  const sources = hashSources()
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === sources) return DIST
  log({ zh: '正在构建操作界面…', en: 'Building the console…' })
  await build(sources, signal)
  return DIST
}

function hashSources(): string {
  const hash = createHash('sha256')
  const files = globSync(['web/**/*.*', 'domain/**/*.ts', 'package-lock.json'], {
    cwd: ROOT,
    exclude: ['web/dist/**', '**/*.test.ts', '**/*.test.tsx'],
  })
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0')
  return hash.digest('hex')
}

/** Built elsewhere and swapped in: a server that runs goes on serving whole files. */
async function build(sources: string, signal: AbortSignal): Promise<void> {
  const out = join(ROOT, 'node_modules', '.cache', `console-${process.pid}`)
  const require = createRequire(import.meta.url)
  const vite = join(dirname(require.resolve('vite/package.json')), 'bin', 'vite.js')
  const args = [
    'build',
    'web',
    '--config',
    'web/vite.config.ts',
    '--outDir',
    out,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ]
  try {
    mkdirSync(out, { recursive: true })
    const child = spawn(process.execPath, ['--max-old-space-size=1536', vite, ...args], {
      cwd: ROOT,
      signal,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let words = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (words += chunk))
    const [code] = await once(child, 'exit')
    if (code !== 0) refuseBuild(words)
    writeFileSync(join(out, '.sources'), sources)
    swapIn(out)
  } finally {
    rmSync(out, { recursive: true, force: true })
  }
}

function swapIn(out: string): void {
  const old = `${out}-old`
  if (existsSync(DIST)) moveFolder(DIST, old)
  moveFolder(out, DIST)
  rmSync(old, { recursive: true, force: true })
}

function moveFolder(from: string, to: string): void {
  try {
    renameSync(from, to)
  } catch (error) {
    // node_modules may lie on another disk.
    if ((error as NodeJS.ErrnoException).code !== 'EXDEV') throw error
    cpSync(from, to, { recursive: true })
    rmSync(from, { recursive: true })
  }
}

function refuseBuild(words: string): never {
  const tail = words.trim().split('\n').slice(-8).join('\n')
  fail(
    'server.console.unbuilt',
    { zh: `操作界面构建失败:\n${tail}`, en: `The console could not be built:\n${tail}` },
    { status: 500 },
  )
}
