import type { Words } from '#domain/base/fail.ts'

/** One line of progress for the person at the terminal, in both languages; never a person's data. */
export type Log = (line: Words) => void
