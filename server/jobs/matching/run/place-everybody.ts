import { availableParallelism } from 'node:os'
import { performance } from 'node:perf_hooks'
import { type Engine, engineOf } from '#domain/jobs/engine/engine.ts'
import type { Weights } from '#domain/jobs/market/weights.ts'
import type { Reason } from '#domain/jobs/matching/matching.api.ts'
import { type Phase, shareOf } from '#domain/jobs/matching/run-state.ts'
import { type Certificate, certify } from '#domain/jobs/run/certificate.ts'
import { checkRun, type Verdict } from '#domain/jobs/run/check-run.ts'
import { type CityRun, runCity } from '#domain/jobs/run/city-run.ts'
import { anchorClaim, backUpClaim } from '#domain/jobs/run/claim.ts'
import { unmatchedReasons } from '#domain/jobs/run/unmatched.ts'
import type { Door } from '../../../db.ts'
import { hashOfMarket } from '../../files/market-hash.ts'
import { startThreads } from '../../threads/side-threads.ts'
import { estimatedFiles } from './read-market.sql.ts'
import { type MarketAsked, type MarketRead, readMarket } from './read-market.ts'
import { hashOfResult } from './result-hash.ts'

export type Placement = {
  read: MarketRead
  engine: Engine
  run: CityRun
  /** Position of every row of people. */
  positions: Uint32Array
  /** Of every row, how many eligible vacancies the person would rather have. */
  better: Uint32Array
  reasons: readonly (Reason | undefined)[]
  certificate: Certificate
  scenario: Int32Array | undefined
  hashes: { inputs: string; result: string }
  seconds: Partial<Record<Phase, number>>
}
export type PlaceAsked = MarketAsked & { weights: Weights; backUps: number; factor: number; extent: 'full' | 'quick' }

/** Fewer people than this are placed before threads beside have begun. */
const WORTH_THREADS = 50_000
/** Of all files, how many take part in a run; an estimate for the progress alone. */
const TAKE_PART = 0.15

/** Reads, places, checks. Blocks its thread while it computes: for a process of its own. */
export async function placeEverybody(
  door: Pick<Door, 'asJob'>,
  asked: PlaceAsked,
  onProgress: (share: number) => void,
): Promise<Placement> {
  const clock = clockOf(onProgress)
  clock.begin('reading')
  const files = (await door.asJob(estimatedFiles)) * TAKE_PART
  const onRead = (people: number) => onProgress(shareOf('packing') * Math.min(0.95, people / files))
  const read = await door.asJob((tx) => readMarket(tx, asked, onRead))
  clock.begin('packing')
  const engine = engineOf(read.market, asked.weights)
  clock.begin('placing')
  const run = await placed(engine, asked)
  clock.begin('checking')
  const { openings } = read.market.vacancies
  const claims = [anchorClaim(engine, openings, run.anchor), backUpClaim(engine, openings, run)]
  const [anchors, backUps] = checkRun(read.market, asked.weights, claims) as [Verdict, Verdict]
  clock.begin('certificate')
  const certified = certify(read.market, engine, run, { anchors, backUps }, asked.extent)
  const reasons = reasonsOf(read, engine, run)
  const positions = positionsOf(engine)
  clock.begin('writing')
  return {
    ...{ read, engine, run, positions, better: anchors.better, reasons, ...certified },
    hashes: { inputs: hashOfMarket(read), result: hashOfResult({ read, engine, run, positions, reasons }) },
    seconds: clock.seconds,
  }
}

async function placed(engine: Engine, { backUps, factor }: PlaceAsked): Promise<CityRun> {
  const threads = await startThreads(engine.order.length < WORTH_THREADS ? 1 : Math.min(8, availableParallelism()))
  try {
    return runCity(engine, { each: backUps, factor }, threads)
  } finally {
    await threads.stop()
  }
}

/** Of whom nobody asked and no work is known, that is the reason, whatever is offered. */
function reasonsOf({ market, personIds, notAsked }: MarketRead, engine: Engine, run: CityRun) {
  const { wishAt } = market.people
  return unmatchedReasons(market, engine, run.anchor).map((reason, row): Reason | undefined => {
    const nothingKnown = wishAt[row] === wishAt[row + 1] && notAsked.has(personIds[row]!)
    return reason !== undefined && nothingKnown ? 'notAsked' : reason
  })
}

function positionsOf({ order }: Engine): Uint32Array {
  const positions = new Uint32Array(order.length)
  for (let position = 0; position < order.length; position++) positions[order[position]!] = position
  return positions
}

function clockOf(onProgress: (share: number) => void) {
  const seconds: Partial<Record<Phase, number>> = {}
  let [since, phase] = [performance.now(), undefined as Phase | undefined]
  const begin = (next: Phase) => {
    const now = performance.now()
    if (phase) seconds[phase] = Math.round(now - since) / 1000
    since = now
    phase = next
    onProgress(shareOf(next))
  }
  return { seconds, begin }
}
