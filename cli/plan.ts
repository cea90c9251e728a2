import { checkListCases } from '#domain/lists/worked-cases.ts'
import type { PlanProblem } from '#domain/plan/read/problem.ts'
import { readPlanFolder } from '#server/plan/plan-folder.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'

export const usage: Usage = {
  summary: { zh: '检查方案文件夹：有无错误、错在何处', en: 'check a plan folder: what is wrong, and where' },
  forms: ['plan check DIR'],
}

/** 0 the plan is sound, 1 it has problems, 2 wrong usage (the refusal is thrown). */
export async function run(args: string[], io: Io): Promise<number> {
  const { positionals } = readArgs(args, {}, usage)
  const [verb, folder, ...rest] = positionals
  if (verb !== 'check' || folder === undefined || rest.length > 0) return refuseUsage(usage)
  const read = readPlanFolder(folder.replace(/[/\\]+$/, '') || folder)
  const { counts } = read
  const problems = [...read.problems, ...checkListCases(read)]
  const ok = problems.length === 0
  const total = Object.entries(counts).map(([name, count]) => `${name} ${count}`)
  const verdict = ok ? '方案无误 The plan is sound' : `${problems.length} 处问题 problem(s)`
  io.answer(
    { ok, ...counts, counts, problems },
    [...problems.map(problemText), `${verdict}: ${total.join(', ')}`].join('\n'),
  )
  return ok ? 0 : 1
}

function problemText({ file, line, path, message }: PlanProblem): string {
  const place = [line === null ? file : `${file}:${line}`, path].filter(Boolean).join(' ')
  return `${place}\n  ${message.zh}\n  ${message.en}`
}
