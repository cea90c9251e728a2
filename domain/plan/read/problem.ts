import type { Words } from '../../base/fail.ts'
import { nearest } from '../../rules/check/scope.ts'

export type Path = readonly (string | number)[]

/** What is wrong with a plan folder: which file, which line, which place in it, and how to mend it. */
export type PlanProblem = { file: string; line: number | null; path: string; message: Words }
/** Says what is wrong at a place below the one it was made for. */
export type Say = (path: Path, message: Words) => void

/** `details[0].where` */
export const pathText = (path: Path): string =>
  path.reduce<string>((text, step) => {
    if (typeof step === 'number') return `${text}[${step}]`
    return text ? `${text}.${step}` : step
  }, '')

/** “ (did you mean …?)”, or nothing when no known name is near. */
export function suggestion(name: string, known: readonly string[]): Words {
  const near = nearest(name, known)
  return near.length
    ? { zh: `；是否指 ${near.join('、')}？`, en: `; did you mean ${near.join(', ')}?` }
    : { zh: '。', en: '.' }
}

export function unknownName(what: Words, name: string, known: readonly string[]): Words {
  const near = suggestion(name, known)
  return { zh: `没有${what.zh}“${name}”${near.zh}`, en: `There is no ${what.en} “${name}”${near.en}` }
}
