import { availableParallelism } from 'node:os'
import { type Engine, engineOf } from '#domain/jobs/engine/engine.ts'
import { endWork, type ListWork, letTo, listWorkOf, makeAllLet } from '#domain/jobs/engine/list-work.ts'
import { candidatesFor, indexPeople } from '#domain/jobs/engine/people-index.ts'
import { BEST, searchOf } from '#domain/jobs/engine/search.ts'
import type { Market } from '#domain/jobs/market/market.ts'
import { checkRun, type Verdict } from '#domain/jobs/run/check-run.ts'
import { type CityRun, giveAnchors, giveBackUps } from '#domain/jobs/run/city-run.ts'
import { anchorClaim, backUpClaim } from '#domain/jobs/run/claim.ts'
import { flooding } from '#domain/jobs/run/flooding.ts'
import { mostPlacements, tierAt } from '#domain/jobs/run/most-placements.ts'
import { utilityBound } from '#domain/jobs/run/utility-bound.ts'
import { shippedWeights } from '#server/jobs/matching-weights.ts'
import { startThreads } from '#server/jobs/threads/side-threads.ts'
import { generateMarket } from './matching/generate.ts'
import { ofPeers } from './matching/peers.ts'
import { type Bench, type Finding, residentMb, rounded, spreadOf, timed } from './measure.ts'

const weights = shippedWeights()
/** Beyond this size the certificate of worth would take longer than all the rest. */
const BOUNDED = 100_000
const THREADS = Math.min(2, availableParallelism())
type Threads = Awaited<ReturnType<typeof startThreads>>

/**
 * `node bench/main.ts matching [people …] [--seed=TEXT …] [--no-check] [--peers]`: sizes left out are 10,000 100,000 1,000,000 2,000,000;
 * `--peers` alone: none. Of each size a market is drawn by every seed; left out, 2026.
 */
export const bench: Bench = {
  title: '匹配 Matching: people and vacancies, a tenth as many, some ten openings each',
  run: async (args) => {
    const seeds = args.flatMap((argument) => /^--seed=(.+)$/.exec(argument)?.[1] ?? [])
    const sizes = args.filter((argument) => /^\d+$/.test(argument)).map(Number)
    const threads = await startThreads(THREADS)
    const findings: Finding[] = []
    const withPeers = args.includes('--peers')
    if (withPeers) {
      const listAll = (engine: Engine) => makeLists(engine, threads)
      findings.push(...(await ofPeers(weights, (engine) => anchorsOf(engine, threads), listAll, THREADS)))
    }
    for (const size of sizes.length > 0 || withPeers ? sizes : [10_000, 100_000, 1_000_000, 2_000_000])
      for (const seed of seeds.length > 0 ? seeds : ['2026'])
        findings.push(...(await ofSize(size, seed, threads, !args.includes('--no-check'))))
    await threads.stop()
    return findings
  },
}

function anchorsOf(engine: Engine, threads: Threads) {
  const begun = performance.now()
  return { anchor: giveAnchors(engine, threads).anchor, ms: performance.now() - begun }
}

const GOALS: Record<number, Record<string, string>> = {
  1000000: { lists: '≤ 1500', anchors: '≤ 4000', both: '≤ 7000', memory: '≤ 800' },
  2000000: { both: '≤ 10000' },
}

async function ofSize(size: number, seed: string, threads: Threads, checked: boolean): Promise<Finding[]> {
  const market = generateMarket(size, seed)
  const before = residentMb()
  const goal = GOALS[size] ?? {}
  const said = (what: string, value: number, unit: string, goalOf?: string): Finding => ({
    what: seed === '2026' ? `${size}: ${what}` : `${size} by ${seed}: ${what}`,
    value: rounded(value),
    unit,
    ...(goalOf && { goal: goalOf }),
  })
  const packed = await timed(() => engineOf(market, weights))
  const engine = packed.value
  const floor = await timed(() => readPairs(engine))
  const lists = await timed(() => makeLists(engine, threads))
  const first = await timed(() => giveAnchors(engine, threads))
  const second = await timed(() => giveBackUps(engine, first.value.anchor, { each: 3, factor: 2 }, threads))
  const memory = residentMb()
  const whole = [packed, lists, first, second].reduce((sum, { cpuMs }) => sum + cpuMs, 0)
  const run: CityRun = { ...first.value, ...second.value, each: 3, factor: 2 }
  return [
    said('pairs of a person’s occupations and places', floor.value / size, 'a person'),
    said('packing, with the public order, one thread', packed.ms, 'ms'),
    said('packing, processor time', packed.cpuMs, 'ms'),
    said('floor, every such pair read once, one thread', floor.ms, 'ms'),
    said(`top 10 of everybody, ${THREADS} threads`, lists.ms, 'ms', goal.lists),
    said('top 10 of everybody, processor time', lists.cpuMs, 'ms'),
    said('top 10 / floor, processor time', lists.cpuMs / floor.cpuMs, '×'),
    said('anchors', first.ms, 'ms', goal.anchors),
    said('anchors, processor time', first.cpuMs, 'ms'),
    said('packing and anchors', packed.ms + first.ms, 'ms'),
    said('back-ups', second.ms, 'ms'),
    said('back-ups, processor time', second.cpuMs, 'ms'),
    said('anchors and back-ups', first.ms + second.ms, 'ms', goal.both),
    said('packing, lists, anchors and back-ups, processor time', (whole * 1000) / size, 'µs a person'),
    said('memory of the process', memory, 'MB', goal.memory),
    said('memory before packing', before, 'MB'),
    ...one(engine, run.cutOffs).map((finding) => ({ ...finding, what: `${size}: ${finding.what}` })),
    ...(checked ? await quality(market, engine, run, said) : []),
  ]
}

/** The wage of every vacancy in the cells a person looks in, added up: what anybody who looks at each pair must read. */
function readPairs({ order, occupationAt, occupation, placeAt, place, places, index }: Engine): number {
  let [pairs, sum] = [0, 0]
  for (let position = 0; position < order.length; position++)
    for (let wish = occupationAt[position]!; wish < occupationAt[position + 1]!; wish++)
      for (let there = placeAt[position]!; there < placeAt[position + 1]!; there++) {
        const cell = (occupation[wish]! & 2047) * places + (place[there]! & 4095)
        for (let slot = index.at[cell]!; slot < index.at[cell + 1]!; slot++) {
          sum = (sum + index.record[slot * 5]!) | 0
          pairs++
        }
      }
  return sum === 1 ? pairs + 1 : pairs
}

function makeLists(engine: Engine, threads: Threads): ListWork {
  const work = listWorkOf(engine, 10)
  threads.join(work)
  letTo(work, 0, engine.order.length)
  makeAllLet(work, searchOf(engine))
  endWork(work)
  return work
}

function one(engine: Engine, cutOffs: Int32Array): Finding[] {
  const count = engine.order.length
  const search = searchOf(engine, { chanceBy: cutOffs })
  const step = Math.max(1, Math.floor(count / 20_000))
  const people = timesOf(count, step, (position) => search.find(engine.index, position, 10, BEST))
  const index = indexPeople(engine)
  const slots = engine.index.slot.length
  const vacancies = timesOf(slots, Math.max(1, Math.floor(slots / 5000)), (slot) =>
    candidatesFor(engine, index, slot, 50, cutOffs),
  )
  return [
    { what: 'one person’s top 10 by expected surplus, median', value: people.median, unit: 'µs' },
    { what: 'one person’s top 10 by expected surplus, p99', value: people.p99, unit: 'µs', goal: '≤ 30' },
    { what: 'one vacancy’s top 50 people, median', value: vacancies.median, unit: 'µs' },
    { what: 'one vacancy’s top 50 people, p99', value: vacancies.p99, unit: 'µs', goal: '≤ 600' },
  ]
}

/** Microseconds, after the first thousand; each is asked three times and the fastest counts, since others use the machine. */
function timesOf(count: number, step: number, work: (at: number) => unknown) {
  const times: number[] = []
  for (let at = 0; at < count; at += step) {
    let fastest = Number.POSITIVE_INFINITY
    for (let time = 0; time < 3; time++) {
      const begun = performance.now()
      work(at)
      fastest = Math.min(fastest, (performance.now() - begun) * 1000)
    }
    times.push(fastest)
  }
  return spreadOf(times.slice(Math.min(1000, Math.floor(times.length / 2))))
}

type Say = (what: string, value: number, unit: string, goal?: string) => Finding

async function quality(market: Market, engine: Engine, run: CityRun, said: Say): Promise<Finding[]> {
  const { openings } = market.vacancies
  const claims = [anchorClaim(engine, openings, run.anchor), backUpClaim(engine, openings, run)]
  const checked = await timed(() => checkRun(market, weights, claims))
  const [anchors, backUps] = checked.value as [Verdict, Verdict]
  const most = await timed(() => mostPlacements(engine, run.anchor))
  const [scenario] = checkRun(market, weights, [anchorClaim(engine, openings, most.value.slot)]) as [Verdict]
  const people = engine.order.length
  const placed = run.anchor.reduce((sum, slot) => sum + (slot < 0 ? 0 : 1), 0)
  const could = most.value.placed.reduce((sum, tier) => sum + tier, 0)
  const firstTier = run.anchor.reduce(
    (sum, slot, position) => sum + (slot >= 0 && tierAt(engine, position) === 0 ? 1 : 0),
    0,
  )
  const shown = flooding(engine, run)
  const findings = [
    said('eligible vacancies', anchors.eligiblePairs / people, 'a person'),
    said('blocking pairs over all eligible pairs, anchors', anchors.blockingPairs, 'pairs', '0'),
    said('blocking pairs over all eligible pairs, back-ups', backUps.blockingPairs, 'pairs', '0'),
    said('places beyond quota, to ineligible, doubled', badPlaces(anchors) + badPlaces(backUps), '', '0'),
    said('checking anchors and back-ups, one thread', checked.ms, 'ms'),
    said('people placed', (placed * 100) / people, '%'),
    said('placed / most that can be placed', (placed * 100) / could, '%', '≥ 89'),
    said('first tier placed / attainable', (firstTier * 100) / most.value.placed[0]!, '%', '≥ 99'),
    said('most placements', most.ms, 'ms'),
    said('most placements: people with a justified envy', (scenario.envious * 100) / people, '%'),
    said('people shown only flooded vacancies', shown.only, 'people', '0'),
    said('the same if everybody were shown their best three', (shown.naive * 100) / people, '%'),
  ]
  if (people > BOUNDED) return findings
  const bound = await timed(() => utilityBound(engine, 1))
  return [
    ...findings,
    said('utility / certified bound', (anchors.utility * 100) / bound.value.bound, '%', '≥ 86'),
    said('the bound', bound.ms, 'ms'),
  ]
}

const badPlaces = ({ overQuota, ineligible, doubled }: Verdict) => overQuota + ineligible + doubled
