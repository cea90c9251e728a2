import { type ParseArgsOptionsConfig, parseArgs } from 'node:util'
import { fail, type Words } from '#domain/base/fail.ts'
import type { Log } from '#server/postgres.ts'
import type { Environment } from './environment.ts'

/** What a command is given: where to speak, and the settings it runs under. */
export type Io = {
  json: boolean
  environment: Environment
  /** The answer, on stdout: the value itself with --json, else the text. */
  answer(value: unknown, text: string): void
  /** Progress, on stderr in both languages; nothing with --json. */
  log: Log
}

/** What `cli/<command>.ts` exports. `run` answers the exit code: 0 done, 1 failed, 2 wrong usage or input. */
export type Command = { usage: Usage; run(args: string[], io: Io): Promise<number> }
export type Usage = {
  summary: Words
  /** `db migrate`, one line a form. */
  forms: string[]
  /** What only --help tells. */
  more?: string
}

export function terminalIo(json: boolean, environment: Environment): Io {
  return {
    json,
    environment,
    answer: (value, text) => console.log(json ? JSON.stringify(value) : text),
    log: json ? () => {} : ({ zh, en }) => console.error(`${zh}\n${en}`),
  }
}

/** Node's own argument parser, its complaints as refusals. */
export function readArgs<const O extends ParseArgsOptionsConfig>(args: string[], options: O, usage: Usage) {
  try {
    return parseArgs({ args, options, allowPositionals: true, strict: true })
  } catch (error) {
    const [first] = (error as Error).message.split('. ')
    return refuseUsage(usage, first)
  }
}

export function refuseUsage(usage: Usage, complaint = ''): never {
  const forms = usage.forms.map((form) => `\n  ricebowl ${form}`).join('')
  fail('command.usage.wrong', {
    zh: `用法有误。${complaint && `（${complaint}）`}用法：${forms}`,
    en: `${complaint ? `${complaint}.` : 'That is not how it is used.'} Usage:${forms}`,
  })
}
