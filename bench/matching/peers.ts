import load from 'highs'
import MiniSearch from 'minisearch'
import { munkres } from 'munkres'
import { eligibleOf } from '#domain/jobs/engine/eligible.ts'
import { type Engine, engineOf } from '#domain/jobs/engine/engine.ts'
import type { ListWork } from '#domain/jobs/engine/list-work.ts'
import { BEST, searchOf, slotOf } from '#domain/jobs/engine/search.ts'
import type { Market } from '#domain/jobs/market/market.ts'
import { utility } from '#domain/jobs/market/utility.ts'
import type { Weights } from '#domain/jobs/market/weights.ts'
import { type Finding, rounded, timed } from '../measure.ts'
import { topTenByDuck } from './duck.ts'
import { generateMarket } from './generate.ts'

/**
 * The sizes each can take in some seconds: an optimiser, the Hungarian algorithm on a full matrix, a full-text engine as finder of candidates,
 * an analytical database for the ten best of everybody.
 */
const OPTIMISED = 1000
const FULL_MATRIX = 1000
const SEARCHED = 10_000
const CANDIDATES = 50
const BY_DUCK = [10_000, 100_000]

type LoadHighs = () => Promise<{ solve(model: string): { ObjectiveValue: number } }>
type Pair = { person: number; slot: number; points: number }
type Giving = (engine: Engine) => { anchor: Int32Array; ms: number }

/** What others make of the same market, and what ours makes of it beside them in the same run. */
export async function ofPeers(
  weights: Weights,
  giveAnchors: Giving,
  listAll: (engine: Engine) => ListWork,
  threads: number,
): Promise<Finding[]> {
  return [
    ...(await optimum(weights, giveAnchors)),
    ...(await hungarian(weights, giveAnchors)),
    ...(await fullText(weights)),
    ...(await duckDb(weights, listAll, threads)),
  ]
}

async function optimum(weights: Weights, giveAnchors: Giving): Promise<Finding[]> {
  const { market, engine, pairs } = packed(OPTIMISED, weights)
  const model = await timed(() => modelOf(pairs, engine))
  // Its own types describe another form of the module than the one that Node loads.
  const highs = await (load as unknown as LoadHighs)()
  const solved = await timed(() => highs.solve(model.value))
  const { anchor, ms } = giveAnchors(engine)
  return [
    said(OPTIMISED, 'highs: the greatest worth of all', solved.value.ObjectiveValue, 'points'),
    said(OPTIMISED, 'highs: solving, without writing the model', solved.ms, 'ms'),
    said(
      OPTIMISED,
      'ours, stable: its worth / the greatest',
      (worthOf(market, engine, weights, anchor) * 100) / solved.value.ObjectiveValue,
      '%',
    ),
    said(OPTIMISED, 'ours: anchors', ms, 'ms'),
  ]
}

async function hungarian(weights: Weights, giveAnchors: Giving): Promise<Finding[]> {
  const { market, engine, pairs } = packed(FULL_MATRIX, weights)
  const seats = Array.from(engine.index.openings).flatMap((openings, slot) => new Array<number>(openings).fill(slot))
  const worth = new Map(pairs.map(({ person, slot, points }) => [person * engine.index.slot.length + slot, points]))
  const costs = Array.from({ length: engine.order.length }, (_, person) =>
    seats.map((slot) => -(worth.get(person * engine.index.slot.length + slot) ?? 0)),
  )
  const solved = await timed(() => munkres(costs))
  const greatest = solved.value.reduce((sum, [person, seat]) => sum - costs[person]![seat]!, 0)
  const { anchor, ms } = giveAnchors(engine)
  return [
    said(
      FULL_MATRIX,
      `munkres: ${costs.length} people × ${seats.length} openings, the greatest worth of all`,
      greatest,
      'points',
    ),
    said(FULL_MATRIX, 'munkres: solving', solved.ms, 'ms'),
    said(
      FULL_MATRIX,
      'ours, stable: its worth / the greatest',
      (worthOf(market, engine, weights, anchor) * 100) / greatest,
      '%',
    ),
    said(FULL_MATRIX, 'ours: anchors', ms, 'ms'),
  ]
}

/** Vacancies as words, people as questions: how many of the exact ten best are among the fifty that a full-text engine finds. */
async function fullText(weights: Weights): Promise<Finding[]> {
  const { market, engine } = packed(SEARCHED, weights)
  const text = new MiniSearch<{ id: number; words: string }>({ fields: ['words'] })
  const { index, order } = engine
  const indexed = await timed(() =>
    text.addAll(
      Array.from(index.vacancy, (row, id) => ({
        id,
        words: `o${market.vacancies.occupation[row]} p${market.vacancies.place[row]}`,
      })),
    ),
  )
  const some = Array.from({ length: 500 }, (_, each) => Math.floor((each * order.length) / 500))
  const ours = await timed(() => some.map((position) => topTen(engine, position)))
  const theirs = await timed(() =>
    some.map(
      (position) =>
        new Set(
          text
            .search(questionOf(market, order[position]!))
            .slice(0, CANDIDATES)
            .map(({ id }) => id),
        ),
    ),
  )
  const best = ours.value.reduce((sum, ten) => sum + ten.length, 0)
  const found = ours.value.reduce(
    (sum, ten, each) => sum + ten.filter((slot) => theirs.value[each]!.has(slot)).length,
    0,
  )
  return [
    said(SEARCHED, 'minisearch: indexing the vacancies', indexed.ms, 'ms'),
    said(SEARCHED, `minisearch: ${CANDIDATES} candidates`, (theirs.ms * 1000) / some.length, 'µs a person'),
    said(SEARCHED, `minisearch: of the exact ten best, among its ${CANDIDATES}`, (found * 100) / best, '%'),
    said(SEARCHED, 'ours: the exact ten best', (ours.ms * 1000) / some.length, 'µs a person'),
  ]
}

async function duckDb(weights: Weights, listAll: (engine: Engine) => ListWork, threads: number): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const size of BY_DUCK) {
    const { market, engine } = packed(size, weights)
    const ours = await timed(() => listAll(engine))
    const theirs = await topTenByDuck(market, engine, ours.value, threads)
    if (theirs.differs > 0) throw new Error(`DuckDB and the engine differ for ${theirs.differs} people`)
    findings.push(
      said(size, 'DuckDB: filling its tables', theirs.fillMs, 'ms'),
      said(size, `DuckDB: top 10 of everybody, ${threads} threads`, theirs.ms, 'ms'),
      said(size, 'DuckDB: processor time', theirs.cpuMs, 'ms'),
      said(size, `ours: top 10 of everybody, ${threads} threads`, ours.ms, 'ms'),
      said(size, 'ours: processor time', ours.cpuMs, 'ms'),
      said(size, 'DuckDB / ours, processor time', theirs.cpuMs / ours.cpuMs, '×'),
      said(size, 'people whose ten best differ', theirs.differs, 'people'),
    )
  }
  return findings
}

const said = (size: number, what: string, value: number, unit: string): Finding => ({
  ...{ what: `peers, ${size}: ${what}`, value: rounded(value), unit },
})

function packed(size: number, weights: Weights) {
  const market = generateMarket(size, '2026')
  const engine = engineOf(market, weights)
  const eligible = eligibleOf(engine)
  const pairs: Pair[] = []
  if (size <= OPTIMISED)
    for (let position = 0; position < engine.order.length; position++) {
      const end = eligible.find(position, 0)
      for (const slot of eligible.slots.subarray(0, end))
        pairs.push({ person: position, slot, points: pointsOf(market, engine, weights, position, slot) })
    }
  return { market, engine, pairs }
}

const pointsOf = (market: Market, { order, index }: Engine, weights: Weights, position: number, slot: number) =>
  utility(market, weights, order[position]!, index.vacancy[slot]!).total

const worthOf = (market: Market, engine: Engine, weights: Weights, anchor: Int32Array): number =>
  anchor.reduce((sum, slot, position) => (slot < 0 ? sum : sum + pointsOf(market, engine, weights, position, slot)), 0)

/** Everybody at most once, every vacancy at most as often as it has openings: such a model has whole solutions without being told so. */
function modelOf(pairs: readonly Pair[], { index }: Engine): string {
  const name = ({ person, slot }: Pair) => `x${person}_${slot}`
  const limits = (by: Map<number, Pair[]>, most: (key: number) => number) =>
    [...by].map(([key, of]) => ` ${of.map(name).join(' + ')} <= ${most(key)}`)
  return [
    'Maximize',
    ` ${pairs.map((pair) => `${pair.points} ${name(pair)}`).join(' + ')}`,
    'Subject To',
    ...limits(
      Map.groupBy(pairs, ({ person }) => person),
      () => 1,
    ),
    ...limits(
      Map.groupBy(pairs, ({ slot }) => slot),
      (slot) => index.openings[slot]!,
    ),
    'End',
  ].join('\n')
}

function topTen(engine: Engine, position: number): number[] {
  const search = searchOf(engine)
  const found = search.find(engine.index, position, 10, BEST)
  return Array.from(search.keys.subarray(0, found), (key) => slotOf(engine, position, key))
}

function questionOf({ people }: Market, row: number): string {
  const wishes = people.wish.subarray(people.wishAt[row], people.wishAt[row + 1])
  const places = people.place.subarray(people.placeAt[row], people.placeAt[row + 1])
  return [...Array.from(wishes, (occupation) => `o${occupation}`), ...Array.from(places, (place) => `p${place}`)].join(
    ' ',
  )
}
