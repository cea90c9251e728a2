import { cpus } from 'node:os'

/** Milliseconds of several runs: in the middle, of the slowest twentieth and hundredth, and the fastest. */
export type Spread = { runs: number; min: number; median: number; p95: number; p99: number }

export function spreadOf(times: readonly number[]): Spread {
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => rounded(sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? 0)
  return { runs: sorted.length, min: rounded(sorted[0] ?? 0), median: at(0.5), p95: at(0.95), p99: at(0.99) }
}

/** How long some work takes, in milliseconds, how much of it this process computed, and what it answers. */
export async function timed<T>(work: () => T | Promise<T>): Promise<{ ms: number; cpuMs: number; value: T }> {
  const [begun, cpu] = [performance.now(), process.cpuUsage()]
  const value = await work()
  const { user, system } = process.cpuUsage(cpu)
  return { ms: rounded(performance.now() - begun), cpuMs: rounded((user + system) / 1000), value }
}

/** The same work `runs` times, after `warm` times that do not count; `between` is done after each and not timed. */
export async function repeated(
  work: (run: number) => unknown,
  { runs, warm = 0 }: { runs: number; warm?: number },
  between?: () => unknown,
): Promise<Spread> {
  const times: number[] = []
  for (let run = -warm; run < runs; run++) {
    const { ms } = await timed(() => work(run))
    if (run >= 0) times.push(ms)
    await between?.()
  }
  return spreadOf(times)
}

/** Resident memory of this process in MB. */
export const residentMb = (): number => Math.round(process.memoryUsage().rss / 1_048_576)

export const rounded = (number: number): number => Math.round(number * 100) / 100

/** What a benchmark found: named figures in the order in which they are shown, each with the goal it is held to, if one is. */
export type Finding = { what: string; value: number; unit: string; goal?: string }
export type Bench = { title: string; run(args: string[]): Promise<Finding[]> }

export function table(findings: readonly Finding[]): string {
  const width = Math.max(...findings.map(({ what }) => what.length))
  return findings
    .map(
      ({ what, value, unit, goal }) =>
        `  ${what.padEnd(width)}  ${String(value).padStart(10)} ${unit}${goal ? `  (goal ${goal})` : ''}`,
    )
    .join('\n')
}

/** What figures of a shared machine are worth depends on it. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, Node ${process.version}`
