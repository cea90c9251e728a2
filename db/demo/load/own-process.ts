import { fork } from 'node:child_process'
import { Refusal, type Words } from '#domain/base/fail.ts'
import { type KeyTable, keyTable } from '../generate/seal.ts'
import type { DemoReport, LoadOptions } from '../load-demo.ts'

export type LoadOrder = Pick<LoadOptions, 'adminUrl' | 'scale'> & { keys: KeyTable }
export type LoadAnswer = { report: DemoReport } | { code: string; words: Words }

/** Loading leaves a process twice as large as it was: a server has it done by another, and stays small. Keys go by pipe. */
export function loadInOwnProcess({ adminUrl, scale, keys }: Pick<LoadOptions, 'adminUrl' | 'scale' | 'keys'>) {
  const child = fork(new URL('./load-process.ts', import.meta.url), {
    serialization: 'advanced',
    execArgv: ['--max-old-space-size=128'],
  })
  return new Promise<DemoReport>((resolve, reject) => {
    child.on('message', (answer: LoadAnswer) => {
      if ('report' in answer) resolve(answer.report)
      else reject(new Refusal(answer.code, answer.words, { status: 500 }))
    })
    child.on('error', reject)
    child.on('exit', (code) => reject(new Error(`The process that loads the demo ended with ${code}`)))
    child.send({ adminUrl, scale, keys: keyTable(keys) } satisfies LoadOrder)
  })
}
