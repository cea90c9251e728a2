import { performance } from 'node:perf_hooks'
import { fail } from '#domain/base/fail.ts'
import { engineOf } from '#domain/jobs/engine/engine.ts'
import { type Certificate, certify } from '#domain/jobs/run/certificate.ts'
import { checkRun, type Verdict } from '#domain/jobs/run/check-run.ts'
import { type CityRun, runCity } from '#domain/jobs/run/city-run.ts'
import { anchorClaim, backUpClaim } from '#domain/jobs/run/claim.ts'
import { gapsOf, type UnmatchedReason, unmatchedReasons } from '#domain/jobs/run/unmatched.ts'
import { FaultFile, type FileFault } from './files/fault-file.ts'
import { hashOfMarket } from './files/market-hash.ts'
import { type MarketFiles, type ReadMarket, readMarket } from './files/read-market.ts'
import { refusePaths } from './files/refuse-paths.ts'
import { gapLines, resultLines } from './files/result-lines.ts'
import { writeWhole } from './files/write-result.ts'
import { shippedWeights } from './matching-weights.ts'
import { startThreads } from './threads/side-threads.ts'

const MOST_OPENINGS = 50_000_000

export type CityMatch = MarketFiles & {
  out: string
  threads: number
  backUps: number
  factor: number
  /** Also the most that can be placed, and a bound of what could be worth: takes longer than the run itself. */
  certificate: 'quick' | 'full'
}

export type CityMatchReport = {
  on: string
  seed: string
  weights: string
  inputs: string
  people: number
  vacancies: number
  openings: number
  refused: { lines: number; errors: FileFault[]; file: string | null }
  notUsed: string[]
  placed: number
  backUps: number
  unmatched: { people: number; reasons: Partial<Record<UnmatchedReason, number>> }
  certificate: Certificate
  files: { result: string; gaps: string }
  /** How long it took; the only part that differs from run to run. */
  milliseconds: Record<string, number>
}
/** Places everybody of two files, checks what was done, and writes it. Blocks its thread while it computes. */
export async function matchFiles(ask: CityMatch): Promise<CityMatchReport> {
  refusePaths(ask)
  const clock = stopwatch()
  const faults = new FaultFile(`${ask.out}.errors.csv`)
  const read = await readMarket(ask, faults)
  await faults.end()
  refuseNothing(read, faults)
  refuseTooMany(read)
  clock.lap('reading')
  const weights = shippedWeights()
  const engine = engineOf(read.market, weights)
  clock.lap('packing')
  const threads = await startThreads(ask.threads)
  clock.lap('threads')
  let run: CityRun
  try {
    run = runCity(engine, { each: ask.backUps, factor: ask.factor }, threads)
  } finally {
    await threads.stop()
  }
  clock.lap('matching')
  const { openings } = read.market.vacancies
  const claims = [anchorClaim(engine, openings, run.anchor), backUpClaim(engine, openings, run)]
  const [anchors, backUps] = checkRun(read.market, weights, claims) as [Verdict, Verdict]
  clock.lap('checking')
  const { certificate } = certify(read.market, engine, run, { anchors, backUps }, ask.certificate)
  clock.lap('certificate')
  const reasons = unmatchedReasons(read.market, engine, run.anchor)
  const gaps = gapsOf(read.market, reasons)
  const files = { result: ask.out, gaps: `${ask.out}.gaps.csv` }
  await writeWhole(files.gaps, gapLines(read, gaps))
  await writeWhole(files.result, resultLines(read, engine, run, anchors.better, reasons))
  clock.lap('writing')
  return {
    ...{ on: ask.on, seed: ask.seed, weights: weights.version, inputs: hashOfMarket(read) },
    ...sizesOf(read, run),
    refused: { lines: faults.lines, errors: faults.kept, file: faults.lines > 0 ? faults.path : null },
    notUsed: read.notUsed,
    unmatched: { people: reasons.filter((reason) => reason !== undefined).length, reasons: countOf(reasons) },
    ...{ certificate, files, milliseconds: clock.laps },
  }
}

function refuseNothing(read: ReadMarket, faults: FaultFile): void {
  const none = read.market.people.count === 0 && read.market.vacancies.count === 0
  if (none && faults.lines > 0)
    fail(
      'jobs.files.nothingSound',
      {
        zh: `两份文件里没有一行可用，每行的错误见 ${faults.path}。`,
        en: `No line of the two files can be used; what is wrong with each stands in ${faults.path}.`,
      },
      { status: 422, where: { lines: faults.lines } },
    )
}

/** What the run keeps of every opening is memory; a vacancy cannot use more than there are people. */
function refuseTooMany({ market }: ReadMarket): void {
  const { people, vacancies } = market
  const openings = vacancies.openings.reduce((sum, each) => sum + Math.min(each, people.count), 0)
  if (openings > MOST_OPENINGS)
    fail(
      'jobs.files.tooManyOpenings',
      {
        zh: `名额合计 ${openings}，超过一次运行的上限 ${MOST_OPENINGS}；检查名额是否填错，或分批运行。`,
        en: `${openings} openings in all are more than the ${MOST_OPENINGS} one run can hold; look for mistyped openings, or run in parts.`,
      },
      { status: 422, where: { openings } },
    )
}

function sizesOf({ market }: ReadMarket, run: CityRun) {
  const held = (slots: Int32Array) => slots.reduce((sum, slot) => sum + (slot < 0 ? 0 : 1), 0)
  return {
    people: market.people.count,
    vacancies: market.vacancies.count,
    openings: market.vacancies.openings.reduce((sum, openings) => sum + openings, 0),
    placed: held(run.anchor),
    backUps: held(run.backUp),
  }
}

function countOf(reasons: readonly (UnmatchedReason | undefined)[]): Partial<Record<UnmatchedReason, number>> {
  const counts: Partial<Record<UnmatchedReason, number>> = {}
  for (const reason of reasons) if (reason !== undefined) counts[reason] = (counts[reason] ?? 0) + 1
  return counts
}

function stopwatch() {
  const laps: Record<string, number> = {}
  let since = performance.now()
  const lap = (name: string) => {
    const now = performance.now()
    laps[name] = Math.round(now - since)
    since = now
  }
  return { laps, lap }
}
