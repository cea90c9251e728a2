import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Bench, type Finding, rounded } from './measure.ts'
import { writeRosters } from './reading/roster-files.ts'

const WAYS = {
  csv: [
    ['typed', 'csv, typed'],
    ['rows', 'csv, rows'],
    ['csv-parse', 'csv, csv-parse alone'],
  ],
  xlsx: [
    ['typed', 'xlsx, typed'],
    ['rows', 'xlsx, rows with hidden ones and merges'],
    ['hucre', 'xlsx, hucre alone (tells neither)'],
  ],
} as const

/** A list of fifteen columns, as text and as a workbook, read whole by a process of its own in each way. */
export const bench: Bench = {
  title: 'Reading a list',
  async run([rows = '100000']) {
    const folder = mkdtempSync(join(tmpdir(), 'ricebowl-bench-'))
    try {
      const files = await writeRosters(folder, Number(rows))
      const findings = (['csv', 'xlsx'] as const).flatMap((format) => compared(format, files[format]))
      const { ms } = fastest('inspected', files.xlsx)
      return [...findings, { what: 'xlsx, inspected', value: rounded(ms), unit: 'ms', goal: '≤ 1000' }]
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

type Read = { rows: number; ms: number; cpuMs: number; peakMb: number }

function compared(format: keyof typeof WAYS, path: string): Finding[] {
  const read = WAYS[format].map(([way, what]) => ({ what, ...fastest(way, path) }))
  const bare = read.at(-1)!
  const goal = { goal: '≥ 15000' }
  return read.flatMap(({ what, rows, ms, cpuMs, peakMb }) => [
    {
      what: `${what}: rows`,
      value: Math.round((rows / ms) * 1000),
      unit: '/s',
      ...(what.endsWith(', typed') && goal),
    },
    { what: `${what}: computed`, value: rounded(cpuMs / 1000), unit: 's' },
    { what: `${what}: computed, to the library alone`, value: rounded(cpuMs / bare.cpuMs), unit: '×' },
    { what: `${what}: peak memory`, value: peakMb, unit: 'MB' },
  ])
}

/** Of three, that which computed least. */
const fastest = (way: string, path: string): Read =>
  [1, 2, 3].map(() => readOne(way, path)).reduce((best, read) => (read.cpuMs < best.cpuMs ? read : best))

function readOne(way: string, path: string): Read {
  const module = join(import.meta.dirname, 'reading', 'read-one.ts')
  return JSON.parse(execFileSync(process.execPath, [module, way, path], { encoding: 'utf8' }))
}
