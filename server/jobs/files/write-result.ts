import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { standingOf, standingText } from '#domain/jobs/explained/for-person.ts'

/** Lines that are written at once. */
const LINES = 5_000

/** Writes a file beside its name and puts it in place when it is whole: whatever is killed on the way leaves what was there before. */
export async function writeWhole(path: string, lines: Iterable<string>): Promise<void> {
  const beside = `${path}.${process.pid}.part`
  const stream = createWriteStream(beside)
  const failed = once(stream, 'error').then(([error]) => Promise.reject(error as Error))
  failed.catch(() => {})
  try {
    let held: string[] = []
    const flush = async () => {
      if (!stream.write(`${held.join('\n')}\n`)) await Promise.race([once(stream, 'drain'), failed])
      held = []
    }
    for (const line of lines) if (held.push(line) >= LINES) await flush()
    if (held.length > 0) await flush()
    stream.end()
    await Promise.race([once(stream, 'finish'), failed])
    await rename(beside, path)
  } catch (error) {
    stream.destroy()
    await rm(beside, { force: true })
    throw error
  }
}

/** A standing as it is printed: tier, skill band, public rank; `open` where openings were left. */
export const standingCell = (priority: number): string =>
  priority < 0 ? 'open' : standingText(standingOf(priority & 0x3fffffff))
