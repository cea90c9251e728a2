import type { Words } from '#domain/base/fail.ts'
import type { CodeList } from '#domain/people/fact.ts'

/** A code by its words; an unknown code is shown as it is rather than hidden. */
export const codedWords = (list: CodeList, code: string): Words => list[code] ?? { zh: code, en: code }
