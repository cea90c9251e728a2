import { readFileSync } from 'node:fs'
import { fail } from '#domain/base/fail.ts'
import { accept } from '#domain/jobs/stated/accept.ts'
import { check } from '#domain/jobs/stated/check.ts'
import { readInstance } from '#domain/jobs/stated/instance.ts'
import { parseJson } from '#domain/jobs/stated/json-text.ts'
import { type Io, readArgs, refuseUsage, type Usage } from './terminal/io.ts'

export const usage: Usage = {
  summary: { zh: '人岗匹配：人人按意愿、岗位按公开次序', en: 'match people and vacancies, fairly and checked' },
  forms: ['match --instance FILE.json'],
}

const OPTIONS = { instance: { type: 'string' } } as const

/** Prints the matching that is best for every person among the stable ones, and how many pairs an independent checker finds blocking. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values, positionals } = readArgs(args, OPTIONS, usage)
  if (positionals.length > 0 || !values.instance) return refuseUsage(usage)
  return matchInstance(values.instance, io)
}

function matchInstance(path: string, io: Io): number {
  const instance = readInstance(parseJson(readText(path)))
  const matching = accept(instance)
  const { blockingPairs, overOpenings, unacceptable } = check(instance, matching)
  if (overOpenings + unacceptable > 0) throw new Error('a place was given that is none')
  const people = [...instance.people.keys()]
  const placed = people.filter((person) => matching.has(person))
  const unmatched = people.filter((person) => !matching.has(person))
  const matched = Object.fromEntries(placed.map((person) => [person, [matching.get(person)!]]))
  const text = [
    ...placed.map((person) => `${person} → ${matching.get(person)}`),
    ...unmatched.map((name) => `${name} —`),
  ]
  io.answer(
    { matched, unmatched, blockingPairs },
    [...text, `未安排 unmatched ${unmatched.length}, 阻塞对 blocking pairs ${blockingPairs}`].join('\n'),
  )
  return 0
}

function readText(path: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path))
  } catch (error) {
    if (error instanceof TypeError)
      fail('jobs.file.notUtf8', {
        zh: `${path} 不是 UTF-8 编码；请另存为 UTF-8。`,
        en: `${path} is not UTF-8; save it as UTF-8.`,
      })
    return fail('jobs.file.unreadable', {
      zh: `读不到文件 ${path}；检查路径和权限。`,
      en: `${path} cannot be read; check its path and permissions.`,
    })
  }
}
