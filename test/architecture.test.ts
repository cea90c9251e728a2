import { readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect, test } from 'vitest'

/** What the layout forbids. Each rule takes one file and says what is wrong with it; tests wire slices, so only other files are bound by the order. */
const SLICES = [['access'], ['places'], ['people'], ['rules'], ['plan'], ['needs'], ['lists']]
const ORDER = [...SLICES, ['casework', 'jobs', 'training', 'grants'], ['indicators']]
const RUNTIMES: Record<string, string[]> = {
  domain: ['domain'],
  web: ['web', 'domain'],
  server: ['server', 'domain', 'db'],
  cli: ['cli', 'server', 'domain', 'db'],
}
const DOMAIN_PACKAGES = /^(typebox|lezer-feel|yaml)(\/|$)/
const MAY_DRIVE =
  /^(db|test|bench|cli)\/|\.sql\.ts$|^server\/(db|postgres[^/]*|migrat[^/]*)\.ts$|^server\/(postgres|migration)\//
const BANNED_NAME = /^(index|core|common)$|^(.*-)?(utils?|helpers?|managers?)$/
const LONGEST = 400

type File = { path: string; text: string }
type Rule = (file: File) => string[]

const isTest = (path: string) => /\.(db\.)?test\.tsx?$|\.e2e\.ts$/.test(path)
/** Facts stand above rules; what answers for whole files on the server reads them by rules and a plan, so it stands just below those. */
const rankOf = (runtime: string, slice: string): number =>
  runtime === 'server' && slice === 'people'
    ? rankOf('domain', 'plan') + 0.5
    : ORDER.findIndex((step) => step.includes(slice))

/** Every module a file names: repository paths for its own, package names for others'. */
function imports({ path, text }: File): string[] {
  const named = text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*['"]([^'"\s,()]+)['"]/g)
  return [...named].map(([, name = '']) => {
    if (name.startsWith('.')) return posix.join(posix.dirname(path), name)
    return name.startsWith('#') ? name.slice(1) : `package:${name}`
  })
}

const runtimes: Rule = (file) => {
  const allowed = RUNTIMES[file.path.split('/')[0] ?? '']
  const tools = isTest(file.path) ? ['test'] : []
  const own = imports(file).filter((name) => !name.startsWith('package:'))
  return allowed ? own.filter((name) => ![...allowed, ...tools].includes(name.split('/')[0] ?? '')) : []
}
const domainPackages: Rule = (file) =>
  file.path.startsWith('domain/') && !isTest(file.path)
    ? imports(file).filter((name) => name.startsWith('package:') && !DOMAIN_PACKAGES.test(name.slice(8)))
    : []
const sliceOrder: Rule = (file) => {
  const [own = '', here = ''] = file.path.split('/')
  const rank = rankOf(own, here)
  if (rank < 0 || isTest(file.path)) return []
  return imports(file).filter((name) => {
    const [runtime = '', there = ''] = name.split('/')
    if (name === 'domain/api.ts') return !file.path.startsWith('web/')
    return !runtime.startsWith('package:') && there !== here && rankOf(runtime, there) >= rank
  })
}
const driver: Rule = (file) =>
  MAY_DRIVE.test(file.path) || isTest(file.path) ? [] : imports(file).filter((name) => /^package:pg(-|$)/.test(name))
const names: Rule = ({ path }) =>
  path.startsWith('plans/common/') ? [] : path.split('/').filter((part) => BANNED_NAME.test(part.split('.')[0] ?? ''))
const length: Rule = ({ path, text }) => {
  const code = text.split('\n').filter((line) => /^\s*(?!\/[/*]|\*)\S/.test(line)).length
  return code > LONGEST && path !== 'db/types.ts' ? [`${code} lines of code`] : []
}
const unfinishedTests: Rule = ({ path, text }) =>
  isTest(path) ? [...text.matchAll(/\.(only|skip|todo)\b\s*[.(`]/g)].map(([hit]) => hit) : []

const rules = { runtimes, domainPackages, sliceOrder, driver, names, length, unfinishedTests }

function sources(): File[] {
  const root = join(import.meta.dirname, '..')
  return ['domain', 'server', 'cli', 'web', 'db', 'test', 'bench', 'e2e', 'plans'].flatMap((top) => {
    const below = readdirSync(root).includes(top) ? readdirSync(join(root, top), { recursive: true }) : []
    return below
      .map((name) => `${top}/${String(name).replaceAll('\\', '/')}`)
      .filter((path) => /\.tsx?$/.test(path) && !/(^|\/)(node_modules|dist)\//.test(path))
      .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))
  })
}

/** One breach of every rule, planted, and its lawful neighbour. */
const from = (name: string) => `import { x } from '${name}'`
const planted: [keyof typeof rules, bad: File, good: File][] = [
  ['runtimes', { path: 'web/ui/a.ts', text: from('#server/db.ts') }, { path: 'cli/a.ts', text: from('#server/db.ts') }],
  ['runtimes', { path: 'web/a.ts', text: `await import('../cli/a.ts')` }, { path: 'web/a.ts', text: from('./b.ts') }],
  [
    'runtimes',
    { path: 'server/a.ts', text: from('../test/database.ts') },
    { path: 'server/a.db.test.ts', text: from('../test/database.ts') },
  ],
  ['runtimes', { path: 'domain/a.ts', text: from('../db/a.ts') }, { path: 'server/a.ts', text: from('../db/a.ts') }],
  ['domainPackages', { path: 'domain/a.ts', text: from('node:fs') }, { path: 'domain/a.ts', text: from('yaml') }],
  [
    'sliceOrder',
    { path: 'server/places/a.ts', text: from('../people/b.ts') },
    { path: 'server/people/a.ts', text: from('../places/b.ts') },
  ],
  [
    'sliceOrder',
    { path: 'server/plan/a.ts', text: from('../people/b.ts') },
    { path: 'server/people/a.ts', text: from('#domain/plan/b.ts') },
  ],
  [
    'sliceOrder',
    { path: 'server/people/a.ts', text: from('../needs/b.ts') },
    { path: 'server/needs/a.ts', text: from('../people/b.ts') },
  ],
  [
    'sliceOrder',
    { path: 'web/jobs/a.tsx', text: from('#domain/grants/b.ts') },
    { path: 'web/jobs/a.tsx', text: from('#domain/plan/b.ts') },
  ],
  [
    'sliceOrder',
    { path: 'server/plan/a.ts', text: from('#domain/api.ts') },
    { path: 'server/http.ts', text: from('#domain/api.ts') },
  ],
  [
    'driver',
    { path: 'server/places/a.handlers.ts', text: from('pg') },
    { path: 'server/places/a.sql.ts', text: from('pg') },
  ],
  ['names', { path: 'web/ui/index.ts', text: '' }, { path: 'plans/common/index.ts', text: '' }],
  ['names', { path: 'server/helpers/a.ts', text: '' }, { path: 'server/blind-index.ts', text: '' }],
  [
    'length',
    { path: 'domain/a.ts', text: 'x()\n'.repeat(401) },
    { path: 'domain/a.ts', text: `${'x()\n'.repeat(400)}// why\n` },
  ],
  [
    'unfinishedTests',
    { path: 'test/a.test.ts', text: ['test', 'only(1)'].join('.') },
    { path: 'test/a.test.ts', text: 'test(1)' },
  ],
]
test.each(planted)('%s: a planted breach is caught, its neighbour is not', (rule, bad, good) => {
  expect(rules[rule](bad)).toHaveLength(1)
  expect(rules[rule](good)).toEqual([])
})

/** A folder is one topic. Commands, journeys, benches and what tests share stand side by side: each is found by its name. */
const MOST_FILES = 16
const crowded = (paths: readonly string[]): string[] =>
  [...Map.groupBy(paths, (path) => posix.dirname(path))]
    .filter(([folder, files]) => /^(domain|server|web|db)\//.test(folder) && files.length > MOST_FILES)
    .map(([folder, files]) => `${folder}: ${files.length} files`)

test('no folder holds more files than one topic has; a crowded one is seen', () => {
  const planted = Array.from({ length: MOST_FILES + 1 }, (_, n) => `web/people/a${n}.ts`)
  expect([crowded(planted), crowded(planted.slice(1))]).toEqual([['web/people: 17 files'], []])
  expect(crowded(sources().map(({ path }) => path))).toEqual([])
})

test('the walk sees the files', () => {
  const paths = sources().map(({ path }) => path)
  expect(paths).toEqual(expect.arrayContaining(['domain/api.ts', 'domain/base/route.ts', 'test/architecture.test.ts']))
})
test.each(Object.entries(rules))('%s hold everywhere', (_, rule) => {
  const broken = sources().flatMap((file) => rule(file).map((what) => `${file.path}: ${what}`))
  expect(broken).toEqual([])
})
