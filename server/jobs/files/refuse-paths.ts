import { accessSync, constants, realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fail } from '#domain/base/fail.ts'

/** Refuses, before anything is read, a result that would stand where an input does, or in a folder that is none or may not be written. */
export function refusePaths({ persons, vacancies, out }: { persons: string; vacancies: string; out: string }): void {
  const folder = refuseFolder(out)
  const written = ['', '.gaps.csv', '.errors.csv'].map((end) => join(folder, `${basename(out)}${end}`))
  for (const input of [persons, vacancies])
    if (written.includes(realOf(input)))
      fail('jobs.files.outIsInput', {
        zh: `结果会覆盖输入文件 ${input}；--out 请换一个文件名。`,
        en: `The result would overwrite the input ${input}; give --out another name.`,
      })
}

function refuseFolder(out: string): string {
  try {
    const folder = realpathSync(dirname(out))
    accessSync(folder, constants.W_OK)
    return folder
  } catch {
    return fail('jobs.files.unwritable', {
      zh: `不能写入 ${out}：文件夹不存在或没有权限；先建好文件夹。`,
      en: `${out} cannot be written: its folder does not exist or may not be written; make the folder first.`,
    })
  }
}

/** Where a file really lies; one that is none is refused when it is read. */
function realOf(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
