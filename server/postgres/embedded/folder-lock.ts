import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { DataFolder } from './data-folder.ts'

/** Who works on a folder: a server, to which others connect, or a command, for which others wait. */
export type Holder = { pid: number; kind: 'server' | 'command'; command: string; since: string; port?: number }

export type FolderLock = { announce(more: Partial<Holder>): void; release(): void }

/**
 * One process a folder. Node has no flock, so the operating system's lock is taken through SQLite: it goes with its process
 * however that ends, is not inherited by PostgreSQL, and cannot be fooled by a process id that was used again.
 */
export function tryFolderLock(folder: DataFolder, holder: Omit<Holder, 'pid' | 'since'>): FolderLock | undefined {
  const file = new DatabaseSync(folder.lock, { timeout: 0 })
  try {
    file.exec('PRAGMA journal_mode = MEMORY')
    file.exec('BEGIN EXCLUSIVE')
  } catch (error) {
    file.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return undefined
    throw error
  }
  let current: Holder = { pid: process.pid, since: new Date().toISOString(), ...holder }
  const announce = (more: Partial<Holder>) => {
    current = { ...current, ...more }
    writeFileSync(folder.holder, `${JSON.stringify(current)}\n`)
  }
  announce({})
  return {
    announce,
    release() {
      if (!file.isOpen) return
      rmSync(folder.holder, { force: true })
      file.close()
    },
  }
}
const SQLITE_BUSY = 5

/** Undefined in the instant between taking the lock and saying so. */
export function findHolder(folder: DataFolder): Holder | undefined {
  try {
    return JSON.parse(readFileSync(folder.holder, 'utf8')) as Holder
  } catch {
    return undefined
  }
}

/** A holder that was there when asked; a moment's patience covers the instant in which it is not yet written. */
export async function holderOf(folder: DataFolder): Promise<Holder | undefined> {
  for (let tries = 0; tries < 20; tries++) {
    const holder = findHolder(folder)
    if (holder) return holder
    await pause(25)
  }
  return undefined
}
