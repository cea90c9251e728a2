import type { Entry } from 'yauzl'
import { type FileLimits, fileRefusal } from '../file-limits.ts'

type Said = Pick<Entry, 'uncompressedSize'>

/** Refuses the piece of an unpacked part with which it is more than the directory says, or than may come of a file: a directory that lies is found out here. */
export function refuseMore(out: number, { uncompressedSize }: Said, { unpackedBytes }: FileLimits): void {
  if (out > uncompressedSize || out > unpackedBytes) throw fileRefusal.bomb()
}
