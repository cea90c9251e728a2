import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { type Entry, type ZipFile as Opened, openPromise } from 'yauzl'
import { type FileLimits, fileRefusal } from '../file-limits.ts'
import { refuseMore } from './zip-guard.ts'

/** A file of a zip, and how many bytes it says come out of it. */
export type ZipEntry = Pick<Entry, 'fileName' | 'uncompressedSize'>
export type ZipFile = {
  entries: ReadonlyMap<string, ZipEntry>
  /** The bytes of a file, unpacked as they are asked for; more than it says of itself, or others, are refused. */
  stream: (name: string) => AsyncIterable<Buffer>
  /** Undefined where there is no such file; refused where it is longer than `longest` bytes. */
  text: (name: string, longest: number) => Promise<string | undefined>
  close: () => void
}

const CHUNK = 256 * 1024

/** Opens a zip by the directory at its end, and refuses it before anything is unpacked if that says too much. */
export async function openZip(path: string, limits: FileLimits): Promise<ZipFile> {
  // Sizes are held here, where it is known which limit was passed.
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, validateEntrySizes: false }).catch(() => {
    throw fileRefusal.damaged()
  })
  zip.on('error', () => {})
  try {
    const entries = await readDirectory(zip, limits)
    checkSizes([...entries.values()], limits)
    const stream = (name: string) => unpack(zip, entries.get(name)!, limits)
    return {
      entries,
      stream,
      text: async (name, longest) => (entries.has(name) ? readText(stream(name), longest) : undefined),
      close: () => zip.close(),
    }
  } catch (error) {
    zip.close()
    throw error
  }
}

async function readDirectory(zip: Opened, limits: FileLimits): Promise<Map<string, Entry>> {
  if (zip.entryCount > limits.entries) throw fileRefusal.bomb()
  const entries = new Map<string, Entry>()
  try {
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry)
  } catch (error) {
    throw /encryption/.test(String(error)) ? fileRefusal.encrypted() : fileRefusal.damaged()
  }
  return entries
}

function checkSizes(entries: readonly Entry[], limits: FileLimits): void {
  if (entries.some((entry) => entry.isEncrypted())) throw fileRefusal.encrypted()
  const unpacked = entries.reduce((sum, { uncompressedSize }) => sum + uncompressedSize, 0)
  if (unpacked > limits.unpackedBytes) throw fileRefusal.unpacked(limits.unpackedBytes)
  const beyond = ({ compressedSize: packed, uncompressedSize: out }: Entry) =>
    out > limits.ratioFrom && out > packed * limits.ratio
  if (entries.some(beyond)) throw fileRefusal.bomb()
}

async function* unpack(zip: Opened, entry: Entry, limits: FileLimits): AsyncGenerator<Buffer> {
  let [out, sum] = [0, 0]
  for await (const chunk of inflated(zip, entry)) {
    out += chunk.length
    sum = crc32(chunk, sum)
    refuseMore(out, entry, limits)
    yield chunk
  }
  if (out < entry.uncompressedSize || sum !== entry.crc32) throw fileRefusal.damaged()
}

async function* inflated(zip: Opened, entry: Entry): AsyncGenerator<Buffer> {
  if (entry.compressionMethod !== 0 && entry.compressionMethod !== 8) throw fileRefusal.damaged()
  let out: Readable | undefined
  try {
    const packed = await zip.openReadStreamPromise(entry, { decodeFileData: false })
    if (entry.compressionMethod === 0) out = packed
    else {
      const inflate = createInflateRaw({ chunkSize: CHUNK })
      // What goes wrong is thrown where the bytes are taken.
      pipeline(packed, inflate).catch(() => {})
      out = inflate
    }
    yield* out as AsyncIterable<Buffer>
  } catch {
    throw fileRefusal.damaged()
  } finally {
    out?.destroy()
  }
}

async function readText(stream: AsyncIterable<Buffer>, longest: number): Promise<string> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of stream) {
    chunks.push(chunk)
    length += chunk.length
    if (length > longest) throw fileRefusal.unpacked(longest)
  }
  const text = Buffer.concat(chunks).toString('utf8')
  return text.startsWith('\ufeff') ? text.slice(1) : text
}
