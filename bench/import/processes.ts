import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Clock ticks a second, as Linux tells them to processes. */
const TICKS = 100
const ownTime = (fields: readonly string[]) => Number(fields[11]) + Number(fields[12])
const endedTime = (fields: readonly string[]) => Number(fields[13]) + Number(fields[14])

/** Seconds computed so far by processes that this one started and that have ended, and by a server with all it started. */
export function processorSeconds(postmaster: number): number {
  const servers = processes().filter(({ pid, parent }) => pid === postmaster || parent === postmaster)
  const ticks = servers.reduce((sum, { fields }) => sum + ownTime(fields), 0)
  const reaped = servers.find(({ pid }) => pid === postmaster)
  return (ticks + (reaped ? endedTime(reaped.fields) : 0) + endedTime(statOf('self'))) / TICKS
}

/** The most that the processes of an import held resident together, in MB, sampled ten times a second. */
export function watchPeak(): () => number {
  let most = 0
  const timer = setInterval(() => {
    const mb = importProcesses().reduce((sum, pid) => sum + residentOf(pid), 0) / 1024
    most = Math.max(most, mb)
  }, 100)
  return () => {
    clearInterval(timer)
    return Math.round(most)
  }
}

/** Processes below this one that import or read a list. */
function importProcesses(): number[] {
  const own = new Set([process.pid])
  for (const _ of [1, 2]) for (const { pid, parent } of processes()) if (own.has(parent)) own.add(pid)
  return [...own].filter((pid) => pid !== process.pid && /(import|read)-child\.ts/.test(fileOf(pid, 'cmdline')))
}

export const parentOf = (pid: number): number => Number(statOf(pid)[1])

type Process = { pid: number; parent: number; fields: string[] }
const processes = (): Process[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => ({ pid: Number(name), fields: statOf(name) }))
    .map(({ pid, fields }) => ({ pid, fields, parent: Number(fields[1]) }))

/** What stands behind the name, which may hold spaces: state, parent, … */
const statOf = (pid: number | string): string[] => fileOf(pid, 'stat').split(') ').at(-1)!.split(' ')
const residentOf = (pid: number) => Number(/VmRSS:\s+(\d+)/.exec(fileOf(pid, 'status'))?.[1] ?? 0)
function fileOf(pid: number | string, name: string): string {
  try {
    return readFileSync(join('/proc', String(pid), name), 'utf8')
  } catch {
    return ''
  }
}
