import type { Static } from 'typebox'
import * as files from './files.ts'
import { CellWordsFile, ListCaseFile, ListFile } from './list-file.ts'
import type { Path, PlanProblem } from './problem.ts'
import { checkShape } from './shape.ts'
import { readYaml, sayIn, type YamlFile } from './yaml-file.ts'

/** Which files a plan folder holds, where, and of what shape; `named` files are named for their key. */
const KINDS = {
  plan: { at: /^plan\.yaml$/, schema: files.PlanFile },
  actions: { at: /^actions\/[^/]+\.yaml$/, schema: files.ActionFile },
  indicators: { at: /^indicators\/[^/]+\.yaml$/, schema: files.IndicatorFile, named: 'key' },
  needs: { at: /^needs\/[^/]+\.yaml$/, schema: files.PredicateFile, named: 'key' },
  checks: { at: /^checks\/[^/]+\.yaml$/, schema: files.PredicateFile, named: 'key' },
  rounds: { at: /^rounds\/[^/]+\.yaml$/, schema: files.RoundFile, named: 'key' },
  corridors: { at: /^corridors\/[^/]+\.yaml$/, schema: files.CorridorFile, named: 'key' },
  cases: { at: /^cases\/[^/]+\.yaml$/, schema: files.CaseFile, named: 'predicate' },
  programmes: { at: /^programmes\/[^/]+\.yaml$/, schema: files.ProgrammeFile, named: 'key' },
  parameters: { at: /^parameters\/[^/]+\.yaml$/, schema: files.ParametersFile },
  decompositions: { at: /^decompositions\/[^/]+\.yaml$/, schema: files.DecompositionFile },
  targets: { at: /^targets\.yaml$/, schema: files.TargetsFile },
  tasks: { at: /^tasks\.yaml$/, schema: files.TasksFile },
  sites: { at: /^sites\.yaml$/, schema: files.SitesFile },
  sources: { at: /^(common\/)?sources\.yaml$/, schema: files.SourcesFile },
  published: { at: /^published\.yaml$/, schema: files.PublishedFile },
  /** `common/` is the folder of that name beside the plan's. */
  lists: { at: /^(common\/)?lists\/[^/]+\.yaml$/, schema: ListFile, named: 'key' },
  listCases: { at: /^(common\/)?lists\/cases\/[^/]+\.yaml$/, schema: ListCaseFile, named: 'list' },
  cellWords: { at: /^(common\/)?lists\/words\/[^/]+\.yaml$/, schema: CellWordsFile },
} as const
export type Kind = keyof typeof KINDS

export const ALL_KINDS = Object.keys(KINDS) as Kind[]

/** A value read from a plan folder, with the place it stands at. */
export type Entry<T> = { value: T; file: YamlFile; path: Path }
export type Parts = { [K in Kind]: Entry<Static<(typeof KINDS)[K]['schema']>>[] } & {
  /** Kinds of which a file could not be read: what refers to these is not held against the others. */
  unread: Set<Kind>
}

/** Sorts the files of a folder by kind and holds each against its shape. Paths use `/`; `.md` files are for readers. */
export function readFolder(texts: ReadonlyMap<string, string>, problems: PlanProblem[]): Parts {
  const parts = { unread: new Set() } as unknown as Parts
  for (const kind of ALL_KINDS) parts[kind] = []
  for (const [name, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    if (name.endsWith('.md')) continue
    const kind = ALL_KINDS.find((key) => KINDS[key].at.test(name))
    if (kind) readOne(kind, name, text, parts, problems)
    else problems.push(strayFile(name))
  }
  if (!texts.has('plan.yaml')) problems.push(NO_PLAN)
  return parts
}

function readOne(kind: Kind, name: string, text: string, parts: Parts, problems: PlanProblem[]): void {
  const read = readYaml(name, text)
  problems.push(...read.problems)
  const before = problems.length
  const say = read.file && sayIn(read.file, problems)
  if (read.file && say) checkShape(KINDS[kind].schema, read.file.value, say)
  if (!read.file || problems.length > before) {
    parts.unread.add(kind)
    return
  }
  ;(parts[kind] as Entry<unknown>[]).push({ value: read.file.value, file: read.file, path: [] })
  const { named } = KINDS[kind] as { named?: string }
  const key = named && (read.file.value as Record<string, string>)[named]
  if (named && !name.endsWith(`/${key}.yaml`))
    say?.([named], {
      zh: `文件名应与“${key}”一致；改名为 ${key}.yaml。`,
      en: `The file is named for its key; rename it to ${key}.yaml.`,
    })
}

const strayFile = (name: string): PlanProblem => ({
  file: name,
  line: null,
  path: '',
  message: {
    zh: '方案文件夹里没有这一种文件；检查文件夹名和扩展名（.yaml）。',
    en: 'A plan folder holds no such file; check the name of its folder and its ending (.yaml).',
  },
})
const NO_PLAN: PlanProblem = {
  file: 'plan.yaml',
  line: null,
  path: '',
  message: {
    zh: '缺少 plan.yaml；它写明方案的名称、起止日期和来源。',
    en: 'plan.yaml is missing; it names the plan, its first and last day and its source.',
  },
}
