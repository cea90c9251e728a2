import { once } from 'node:events'
import { createWriteStream, rmSync, type WriteStream } from 'node:fs'
import type { LineFault } from '#domain/jobs/lines/line-cells.ts'

/** Faults that are kept to be printed; all of them stand in the file. */
const KEPT = 1_000

export type FileFault = LineFault & { file: 'persons' | 'vacancies' }

/** Refused lines, told one by one: the first of them kept, all written to a file that is made with the first. */
export class FaultFile {
  readonly kept: FileFault[] = []
  lines = 0
  readonly path: string
  #stream: WriteStream | undefined

  /** What an earlier run told stands no longer. */
  constructor(path: string) {
    this.path = path
    rmSync(path, { force: true })
  }

  async add(file: FileFault['file'], faults: readonly LineFault[]): Promise<void> {
    if (faults.length === 0) return
    this.lines++
    this.#stream ??= this.#open()
    for (const fault of faults) {
      if (this.kept.length < KEPT) this.kept.push({ file, ...fault })
      const { row, column, code, text, value } = fault
      const cells = [file, row, column, code, text.zh, text.en, value].map((cell) => quoted(String(cell)))
      if (!this.#stream.write(`${cells.join(',')}\n`)) await once(this.#stream, 'drain')
    }
  }

  async end(): Promise<void> {
    if (this.#stream === undefined) return
    this.#stream.end()
    await once(this.#stream, 'finish')
  }

  #open(): WriteStream {
    const stream = createWriteStream(this.path)
    stream.write('\ufefffile,row,column,code,说明,text,value\n')
    return stream
  }
}

/** A cell of separated text; what a spreadsheet would take for a formula is made plain text. */
export function quoted(cell: string): string {
  const plain = /^[=+\-@\t\r]/.test(cell) && !/^-?\d+$/.test(cell) ? `'${cell}` : cell
  return /[",\n\r]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
