import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve, sep } from 'node:path'
import { fail } from '#domain/base/fail.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { type ReadPlan, readPlan, reusedKey } from '#domain/plan/read-plan.ts'

/** The plans that come with Ricebowl. */
export const SHIPPED_PLANS = join(import.meta.dirname, '..', '..', 'plans')

/** Folders read so far, by path; null while one is being read, so that two that reuse each other end. */
type Done = Map<string, ReadPlan | null>

/** Reads and checks a plan folder; the plan it reuses is the folder of that name beside it. */
export function readPlanFolder(folder: string, done: Done = new Map()): ReadPlan {
  const path = resolve(folder)
  const known = done.get(path)
  if (known) return known
  done.set(path, null)
  const texts = new Map([...textsOf(path), ...commonTexts(path)])
  const key = reusedKey(texts)
  const read = readPlan(texts, (wanted) => (wanted === key ? soundPlan(resolve(path, '..', wanted), done) : undefined))
  done.set(path, read)
  return read
}

/** Undefined when there is no such folder, when it has problems, or when it leads back here. */
function soundPlan(path: string, done: Done): Plan | undefined {
  if (!existsSync(join(path, 'plan.yaml')) || done.get(path) === null) return undefined
  const { plan, problems } = readPlanFolder(path, done)
  return problems.length ? undefined : plan
}

/** The plan in a folder that must be sound, or a refusal with the first thing wrong in it. */
export function getPlanFolder(folder: string, done?: Done): Plan {
  const { plan, problems } = readPlanFolder(folder, done)
  const [first] = problems
  if (plan && !first) return plan
  const place = first ? `${first.file}${first.line ? `:${first.line}` : ''}` : 'plan.yaml'
  return fail(
    'plan.folder.unsound',
    {
      zh: `方案文件夹 ${folder} 有 ${problems.length} 处问题。${place}：${first?.message.zh ?? ''} 用 ricebowl plan check 查看全部。`,
      en: `The plan folder ${folder} has ${problems.length} problem(s). ${place}: ${first?.message.en ?? ''} See all with ricebowl plan check.`,
    },
    { status: 500 },
  )
}

let shipped: ReadonlyMap<string, Plan> | undefined

/**
 * Every sound plan of a folder of plans, by key; `common` holds code lists. Those that come with Ricebowl are read once a process:
 * hundreds of files, which change with the program and not under it.
 */
export function getPlans(root?: string): Map<string, Plan> {
  if (root !== undefined) return readPlans(root)
  shipped ??= readPlans(SHIPPED_PLANS)
  return new Map(shipped)
}

function readPlans(root: string): Map<string, Plan> {
  const folders = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  const plans = folders.map(({ name }) => join(root, name)).filter((folder) => existsSync(join(folder, 'plan.yaml')))
  const done: Done = new Map()
  return new Map(plans.map((folder) => getPlanFolder(folder, done)).map((plan) => [plan.key, plan]))
}

/** Lists that every plan knows, and their sources, stand in `common` beside the plan. */
function commonTexts(path: string): [string, string][] {
  const folder = resolve(path, '..', 'common')
  if (!existsSync(join(folder, 'lists'))) return []
  return [...textsOf(folder)]
    .filter(([name]) => name.startsWith('lists/') || name === 'sources.yaml')
    .map(([name, text]) => [`common/${name}`, text])
}

const LARGEST = 1_000_000
function textsOf(folder: string): Map<string, string> {
  if (!existsSync(folder) || !statSync(folder).isDirectory())
    fail(
      'plan.folder.missing',
      {
        zh: `没有这个文件夹：${folder}。给出方案所在的文件夹，如 plans/chongqing-2021。`,
        en: `There is no such folder: ${folder}. Name the folder of a plan, such as plans/chongqing-2021.`,
      },
      { status: 422 },
    )
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter(
    (entry) => entry.isFile() && !entry.name.startsWith('.'),
  )
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  return new Map(
    paths.map((path) => [
      path
        .slice(folder.length + 1)
        .split(sep)
        .join('/'),
      readText(path),
    ]),
  )
}

function readText(path: string): string {
  if (statSync(path).size <= LARGEST) return readFileSync(path, 'utf8')
  return fail('plan.file.large', {
    zh: `${path} 超过 1 MB，不像方案文件；移出方案文件夹。`,
    en: `${path} is larger than 1 MB and hardly a plan's; move it out of the folder.`,
  })
}
