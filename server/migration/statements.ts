import { fail } from '#domain/base/fail.ts'

export type Statement = { text: string; line: number }

const NAME = /[A-Za-z_\u0080-\uffff][\w$\u0080-\uffff]*/y
const DOLLAR_TAG = /\$(?:[A-Za-z_\u0080-\uffff][\w\u0080-\uffff]*)?\$/y

/** A file's statements, each to be sent on its own: a semicolon ends one unless quotes, comments, brackets or a body hold it. */
export function splitStatements(sql: string): Statement[] {
  const statements: Statement[] = []
  const scan = new Scan(sql)
  while (scan.skipBlank()) {
    const start = scan.at
    scan.passStatement()
    statements.push({ text: sql.slice(start, scan.at).trim(), line: lineAt(sql, start) })
    scan.at++
  }
  return statements
}

const lineAt = (sql: string, at: number) => sql.slice(0, at).split('\n').length

class Scan {
  at = 0
  readonly sql: string
  constructor(sql: string) {
    this.sql = sql
  }

  /** Past blanks, comments and stray semicolons; whether anything is left. */
  skipBlank(): boolean {
    while (this.at < this.sql.length) {
      if (/[\s;]/.test(this.sql[this.at]!)) this.at++
      else if (!this.passComment()) return true
    }
    return false
  }

  /** To the semicolon that ends the statement, or to the end of the file. */
  passStatement(): void {
    const words: string[] = []
    let brackets = 0
    let bodies = 0
    while (this.at < this.sql.length) {
      const char = this.sql[this.at]!
      if (char === ';' && brackets <= 0 && bodies <= 0) return
      if (this.passComment() || this.passQuoted()) continue
      const word = this.match(NAME)?.toUpperCase()
      if (word) {
        bodies += bodyStep(words, word, bodies)
        words.push(word)
        continue
      }
      if (char === '(') brackets++
      if (char === ')') brackets--
      this.at++
    }
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.at
    const found = pattern.exec(this.sql)?.[0]
    this.at += found?.length ?? 0
    return found
  }

  private passComment(): boolean {
    if (this.sql.startsWith('--', this.at)) {
      const end = this.sql.indexOf('\n', this.at)
      this.at = end < 0 ? this.sql.length : end
      return true
    }
    if (!this.sql.startsWith('/*', this.at)) return false
    const start = this.at
    // PostgreSQL's comments nest.
    let depth = 0
    do {
      if (this.at >= this.sql.length) refuseUnclosed(this.sql, start)
      const two = this.sql.slice(this.at, this.at + 2)
      depth += two === '/*' ? 1 : two === '*/' ? -1 : 0
      this.at += two === '/*' || two === '*/' ? 2 : 1
    } while (depth > 0)
    return true
  }

  private passQuoted(): boolean {
    const start = this.at
    const escapes = /[eE]'/y
    escapes.lastIndex = start
    if (escapes.test(this.sql)) this.passUntilQuote("'", start + 2, true)
    else if (this.sql[start] === "'") this.passUntilQuote("'", start + 1, false)
    else if (this.sql[start] === '"') this.passUntilQuote('"', start + 1, false)
    else {
      const tag = this.match(DOLLAR_TAG)
      if (!tag) return false
      const end = this.sql.indexOf(tag, this.at)
      if (end < 0) refuseUnclosed(this.sql, start)
      this.at = end + tag.length
    }
    return true
  }

  /** A doubled quote is closed and opened again by the next call: the statement's end cannot lie between the two. */
  private passUntilQuote(quote: string, from: number, escapes: boolean): void {
    for (this.at = from; this.sql[this.at] !== quote; this.at++) {
      if (this.at >= this.sql.length) refuseUnclosed(this.sql, from - 1)
      if (escapes && this.sql[this.at] === '\\') this.at++
    }
    this.at++
    // After E'…' a doubled quote must keep its escapes.
    if (escapes && this.sql[this.at] === quote) this.passUntilQuote(quote, this.at + 1, true)
  }
}

/** `CREATE FUNCTION … BEGIN ATOMIC a; b; END` holds semicolons of its own; CASE … END inside it counts as well. */
function bodyStep(words: string[], word: string, bodies: number): number {
  if (words[0] !== 'CREATE' || !words.slice(1, 4).some((w) => w === 'FUNCTION' || w === 'PROCEDURE')) return 0
  if (word === 'ATOMIC' && words.at(-1) === 'BEGIN') return 1
  if (bodies > 0 && word === 'CASE') return 1
  return bodies > 0 && word === 'END' ? -1 : 0
}

function refuseUnclosed(sql: string, at: number): never {
  const line = lineAt(sql, at)
  fail(
    'migration.file.unclosed',
    {
      zh: `第 ${line} 行开始的引号、注释或函数体没有结束。`,
      en: `The quote, comment or body that begins on line ${line} does not end.`,
    },
    { status: 500, where: { line } },
  )
}
