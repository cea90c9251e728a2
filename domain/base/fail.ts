/** Words in both languages; the screen shows the one its reader chose, Chinese first. */
export type Words = { zh: string; en: string }

/** A refusal a user can act on: `code` is `slice.noun.reason`, `status` the HTTP status it travels with, `words` what to do. */
export class Refusal extends Error {
  readonly code: string
  readonly status: number
  readonly words: Words
  /** Where: a path in a file, a span, a row; never a person's data. */
  readonly where: Record<string, string | number> | undefined

  constructor(code: string, words: Words, options: { status?: number; where?: Record<string, string | number> } = {}) {
    super(words.en)
    this.name = 'Refusal'
    this.code = code
    this.words = words
    this.status = options.status ?? 400
    this.where = options.where
  }
}

export function fail(
  code: string,
  words: Words,
  options?: { status?: number; where?: Record<string, string | number> },
): never {
  throw new Refusal(code, words, options)
}
