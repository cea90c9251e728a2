import { readFileSync } from 'node:fs'
import { fail } from '#domain/base/fail.ts'
import { isExactDouble, type Json } from '#domain/rules/context.ts'
import { connect as connectTo } from '#server/postgres/wire/connection.ts'
import { type Database, useDatabase } from '#server/postgres.ts'
import { type EvalConnection, type EvalItem, evaluateAll } from './evaluation/evaluate-all.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'

export const usage: Usage = {
  summary: {
    zh: '规则表达式求值：进程内与 PostgreSQL 各算一次',
    en: 'a rule expression, evaluated here and in PostgreSQL',
  },
  forms: ['eval --expr TEXT [--context FILE.json]', 'eval --batch FILE.json'],
}

export async function run(args: string[], io: Io): Promise<number> {
  return withDatabase(io, ({ adminUrl }) => runEval(args, () => connectTo(adminUrl)))
}
const withDatabase = (io: Io, work: (database: Database) => Promise<number>) =>
  useDatabase({ ...io.environment, log: io.log, holder: { kind: 'command', command: 'eval' } }, work)

/** Prints JSON: of a single expression one result, with exit code 2 when it is refused; of a batch the list. */
export async function runEval(
  args: string[],
  connect: () => Promise<EvalConnection>,
  print: (line: string) => void = console.log,
): Promise<number> {
  const { items, batch } = readItems(args)
  const results = await evaluateAll(items, connect)
  print(JSON.stringify(batch ? results : results[0]))
  return !batch && 'error' in results[0]! ? 2 : 0
}

const OPTIONS = {
  expr: { type: 'string' },
  context: { type: 'string' },
  batch: { type: 'string' },
  json: { type: 'boolean' },
} as const

function readItems(args: string[]): { items: EvalItem[]; batch: boolean } {
  const { expr, context, batch } = readArgs(args, OPTIONS, usage).values
  if (batch !== undefined) {
    const items = readJson(batch)
    return Array.isArray(items) ? { items: items as EvalItem[], batch: true } : refuseFile(batch)
  }
  if (expr === undefined) return refuseUsage(usage)
  const given = context === undefined ? {} : readJson(context)
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return refuseFile(context!)
  return { items: [{ expr, context: given as { [key: string]: Json } }], batch: false }
}

/** Numbers that a double cannot hold are kept as they were written. */
function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'), (_, value: unknown, source?: { source: string }) =>
      typeof value === 'number' && source && !isExactDouble(source.source) ? { number: source.source } : value,
    )
  } catch {
    return refuseFile(path)
  }
}

function refuseFile(path: string): never {
  return fail('command.file.unreadable', {
    zh: `读不到文件 ${path}，或其中不是所需的 JSON：--context 是一个对象，--batch 是 [{"expr", "context"}, …]。请核对路径和内容。`,
    en: `The file ${path} cannot be read, or is not the JSON asked for: --context is an object, --batch is [{"expr", "context"}, …]. Check path and content.`,
  })
}
