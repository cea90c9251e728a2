import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { runEval } from './eval.ts'

const never = () => Promise.reject(new Error('no database is asked'))

test('a file that is not there, is no JSON or holds something else is refused in words', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'ricebowl-eval-'))
  const file = (name: string, text: string) => {
    writeFileSync(join(folder, name), text)
    return join(folder, name)
  }
  for (const args of [
    ['--batch', join(folder, 'absent.json')],
    ['--batch', file('broken.json', '[{')],
    ['--batch', file('object.json', '{}')],
    ['--expr', '1', '--context', file('list.json', '[1]')],
  ])
    await expect(runEval(args, never), args.join(' ')).rejects.toMatchObject({ code: 'command.file.unreadable' })
  rmSync(folder, { recursive: true })
})
