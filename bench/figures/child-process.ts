import { readdirSync, readFileSync } from 'node:fs'

const LOOK_MS = 50
/** What the kernel counts processor time in. */
const TICKS_A_SECOND = 100

/** Watches the child of this process whose command names `module`: its memory at most and its processor time, as the kernel tells them. */
export function childProcess(module: string): { end(): { peakMb: number; cpuSeconds: number } } {
  let seen = { peakMb: 0, cpuSeconds: 0 }
  const timer = setInterval(() => {
    const pid = childrenOf(process.pid).find((child) => read(child, 'cmdline').includes(module))
    if (pid) seen = { ...seen, ...lookAt(pid) }
  }, LOOK_MS)
  return {
    end: () => {
      clearInterval(timer)
      return seen
    },
  }
}

const childrenOf = (pid: number): string[] =>
  readdirSync(`/proc/${pid}/task`).flatMap((thread) => read(`${pid}/task/${thread}`, 'children').split(' '))

function lookAt(pid: string): { peakMb: number; cpuSeconds: number } | undefined {
  const peak = /VmHWM:\s+(\d+)/.exec(read(pid, 'status'))?.[1]
  // After the name in brackets: user and system time are the twelfth and thirteenth.
  const times = read(pid, 'stat').split(') ').at(-1)?.split(' ')
  if (!peak || !times) return undefined
  return {
    peakMb: Math.round(Number(peak) / 1024),
    cpuSeconds: (Number(times[11]) + Number(times[12])) / TICKS_A_SECOND,
  }
}

/** Empty once the process has ended. */
function read(process: string, file: string): string {
  try {
    return readFileSync(`/proc/${process}/${file}`, 'utf8')
  } catch {
    return ''
  }
}
