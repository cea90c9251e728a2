import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, lstatSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import os from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { packagedBinaries, postgresBinaries, STATE_FOLDER } from '#server/postgres/embedded/binaries.ts'
import { useDatabase } from '#server/postgres.ts'
import { discard, isRoot, NOBODY } from './processes.ts'
import { testFolder } from './server.ts'

let root: string
beforeEach(() => {
  root = testFolder()
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

const versionIn = (dataDir: string) => useDatabase({ dataDir }, async ({ kind }) => kind)

test('a path too long for a socket, in Chinese and with a blank, and nothing of it stays behind', async () => {
  const dataDir = join(root, `数据 ${'长'.repeat(60)}`)
  const sockets = () => readdirSync(os.tmpdir()).filter((name) => /^ricebowl-[0-9a-f]{16}$/.test(name))
  const before = sockets()
  expect(await versionIn(dataDir)).toBe('embedded')
  expect(await versionIn(dataDir)).toBe('embedded')
  expect(sockets()).toEqual(before)
  await discard(dataDir)
})

test('root with a folder closed to everybody else: the cluster is where its user can reach it, with a link to it', async ({
  skip,
}) => {
  skip(!isRoot(), 'only root has folders that the database may not enter')
  chmodSync(root, 0o700)
  const dataDir = join(root, 'data')
  expect(await versionIn(dataDir)).toBe('embedded')
  expect(lstatSync(join(dataDir, 'postgres')).isSymbolicLink()).toBe(true)
  expect(statSync(join(dataDir, 'postgres')).uid).not.toBe(0)
  expect(await versionIn(dataDir)).toBe('embedded')
  await discard(dataDir)
})

/** The package as npm leaves it where install scripts are forbidden: without its links. */
function unlinkedPackage(): string {
  const from = packagedBinaries()
  const copy = join(root, 'package')
  mkdirSync(copy)
  for (const item of ['native', 'package.json'])
    expect(spawnSync('cp', ['-R', join(dirname(from), item), copy]).status).toBe(0)
  spawnSync('find', [copy, '-type', 'l', '-delete'])
  return join(copy, 'native')
}
const runs = (native: string) => spawnSync(join(native, 'bin', 'postgres'), ['--version']).status === 0

test('the libraries that install scripts should have linked are linked', ({ skip }) => {
  skip(process.platform !== 'linux', 'other platforms have no links to make')
  const native = unlinkedPackage()
  expect(runs(native)).toBe(false)
  expect(postgresBinaries(undefined, native)).toBe(native)
  expect(runs(native)).toBe(true)
})

test('binaries in a folder closed to the database user are copied to one that is not', ({ skip }) => {
  skip(!isRoot(), 'only root runs the database as somebody else')
  const before = existsSync(STATE_FOLDER) ? readdirSync(STATE_FOLDER) : []
  const native = unlinkedPackage()
  chmodSync(root, 0o700)
  const copy = postgresBinaries(NOBODY, native)
  expect(copy.startsWith(STATE_FOLDER)).toBe(true)
  expect(spawnSync(join(copy, 'bin', 'postgres'), ['--version'], { ...NOBODY, cwd: '/' }).status).toBe(0)
  for (const name of readdirSync(STATE_FOLDER).filter((name) => !before.includes(name)))
    if (copy === join(STATE_FOLDER, name)) rmSync(copy, { recursive: true })
})
