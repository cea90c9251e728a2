import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { chmod, mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Readable, Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refusal } from '#domain/base/fail.ts'

/** Bytes of the largest file that is taken. */
export const MOST_BYTES = 400 * 1024 * 1024

const folderOf = (dataDir: string) => join(dataDir, 'imports')
/** Where the file of an import lies: readable to the owner of the data folder alone. */
export const importPath = (dataDir: string, id: number): string => join(folderOf(dataDir), String(id))

export type KeptFile = { hash: Buffer; bytes: number }

/** Writes a file as it comes, never all of it in memory; whole or not there. Refuses (`lists.file.large`, 413) one beyond the limit. */
export async function keepFile(dataDir: string, id: number, source: Readable, most = MOST_BYTES): Promise<KeptFile> {
  const folder = folderOf(dataDir)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(folder, 0o700)
  const path = importPath(dataDir, id)
  const beside = `${path}.part`
  const digest = createHash('sm3')
  let bytes = 0
  const meter = new Transform({
    transform(chunk: Buffer, _, done) {
      bytes += chunk.length
      digest.update(chunk)
      if (bytes > most) done(tooLarge(most))
      else done(null, chunk)
    },
  })
  try {
    await pipeline(source, meter, createWriteStream(beside, { mode: 0o600, flush: true }))
    await rename(beside, path)
  } catch (error) {
    await rm(beside, { force: true })
    throw error
  }
  return { hash: digest.digest(), bytes }
}

/** The file of an import that was discarded; one that is gone already is as well. */
export const forgetFile = (dataDir: string, id: number): Promise<void> => rm(importPath(dataDir, id), { force: true })

export const readFrom = (path: string): Readable => createReadStream(path)

function tooLarge(most: number): Refusal {
  const mb = Math.floor(most / 1_048_576)
  return new Refusal(
    'lists.file.large',
    {
      zh: `文件超过 ${mb} MB，没有接收。请拆成几个文件分别导入，或另存为 CSV。`,
      en: `The file is larger than ${mb} MB and was not taken. Split it into several, or save it as CSV.`,
    },
    { status: 413 },
  )
}
