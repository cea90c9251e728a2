import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import { createInflateRaw } from 'node:zlib'
import { type FileLimits, fileRefusal, RATIO_FROM } from '../file-limits.ts'

/** A file of a zip: where its bytes lie, and how many come out of them. */
export type ZipEntry = {
  name: string
  method: number
  packed: number
  unpacked: number
  offset: number
  encrypted: boolean
}
export type ZipFile = {
  entries: ReadonlyMap<string, ZipEntry>
  /** The bytes of a file, unpacked as they are asked for; more than it says of itself are refused. */
  stream: (entry: ZipEntry) => AsyncIterable<Buffer>
  text: (name: string, longest: number) => Promise<string | undefined>
  close: () => Promise<void>
}

const DIRECTORY_END = 0x06054b50
const ENTRY = 0x02014b50
const LOCAL = 0x04034b50
const MOST_ENTRIES = 2_000
const CHUNK = 256 * 1024

/** Opens a zip by the directory at its end, and refuses it before anything is unpacked if that says too much. */
export async function openZip(path: string, size: number, limits: FileLimits): Promise<ZipFile> {
  const file = await open(path)
  try {
    const entries = await readDirectory(file, size)
    checkSizes([...entries.values()], limits)
    const stream = (entry: ZipEntry) => unpack(file, entry, limits)
    return {
      entries,
      stream,
      text: async (name, longest) => {
        const entry = entries.get(name)
        return entry && readText(stream(entry), longest)
      },
      close: () => file.close(),
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function readDirectory(file: FileHandle, size: number): Promise<Map<string, ZipEntry>> {
  const tail = await readAt(file, Math.max(0, size - 65_600), Math.min(size, 65_600))
  const end = lastSignature(tail)
  if (end < 0) throw fileRefusal.damaged()
  const count = tail.readUInt16LE(end + 10)
  const length = tail.readUInt32LE(end + 12)
  const start = tail.readUInt32LE(end + 16)
  if (count > MOST_ENTRIES) throw fileRefusal.bomb()
  if (start + length > size) throw fileRefusal.damaged()
  return parseDirectory(await readAt(file, start, length), count)
}

const lastSignature = (tail: Buffer): number => {
  for (let at = tail.length - 22; at >= 0; at--) if (tail.readUInt32LE(at) === DIRECTORY_END) return at
  return -1
}

function parseDirectory(directory: Buffer, count: number): Map<string, ZipEntry> {
  const entries = new Map<string, ZipEntry>()
  let at = 0
  for (let i = 0; i < count; i++) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== ENTRY) throw fileRefusal.damaged()
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      directory.readUInt16LE(at + offset),
    ) as [number, number, number]
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const entry = {
      name,
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      unpacked: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
      encrypted: (directory.readUInt16LE(at + 8) & 1) === 1,
    }
    entries.set(name, widened(entry, directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength)))
    at += 46 + nameLength + extraLength + commentLength
  }
  return entries
}

/** Sizes of eight bytes stand in an extra field, in this order, where the four bytes say they do. */
function widened(entry: ZipEntry, extra: Buffer): ZipEntry {
  const wide = { ...entry }
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    for (const field of ['unpacked', 'packed', 'offset'] as const) {
      if (wide[field] !== 0xffffffff || from + 8 > extra.length) continue
      wide[field] = Number(extra.readBigUInt64LE(from))
      from += 8
    }
  }
  return wide
}

function checkSizes(entries: readonly ZipEntry[], limits: FileLimits): void {
  if (entries.some(({ encrypted }) => encrypted)) throw fileRefusal.encrypted()
  const unpacked = entries.reduce((sum, entry) => sum + entry.unpacked, 0)
  if (unpacked > limits.unpackedBytes) throw fileRefusal.unpacked(limits.unpackedBytes)
  const packedBeyond = ({ packed, unpacked: out }: ZipEntry) => out > RATIO_FROM && out > packed * limits.ratio
  if (entries.some(packedBeyond)) throw fileRefusal.bomb()
}

async function* unpack(file: FileHandle, entry: ZipEntry, limits: FileLimits): AsyncGenerator<Buffer> {
  const local = await readAt(file, entry.offset, 30)
  if (local.readUInt32LE(0) !== LOCAL) throw fileRefusal.damaged()
  const start = entry.offset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  let out = 0
  const packed = packedBytes(file, start, entry.packed)
  for await (const chunk of entry.method === 0 ? packed : inflated(packed)) {
    out += chunk.length
    // A directory that lies is found out here.
    if (out > entry.unpacked || out > limits.unpackedBytes) throw fileRefusal.bomb()
    yield chunk
  }
  if (out < entry.unpacked) throw fileRefusal.damaged()
}

async function* packedBytes(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length; at += CHUNK) yield readAt(file, start + at, Math.min(CHUNK, length - at))
}

async function* inflated(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const inflate = createInflateRaw({ chunkSize: CHUNK })
  const feeding = (async () => {
    for await (const chunk of packed) {
      if (inflate.destroyed) return
      if (!inflate.write(chunk))
        await new Promise<void>((resolve) => {
          inflate.once('drain', resolve)
          inflate.once('close', resolve)
        })
    }
    inflate.end()
  })().catch((error) => inflate.destroy(error))
  try {
    yield* inflate as AsyncIterable<Buffer>
    await feeding
  } catch {
    throw fileRefusal.damaged()
  } finally {
    inflate.destroy()
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.allocUnsafe(length), 0, length, position)
  if (bytesRead < length) throw fileRefusal.damaged()
  return buffer
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
