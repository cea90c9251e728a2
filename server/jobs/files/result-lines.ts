import type { Engine } from '#domain/jobs/engine/engine.ts'
import { priorityAt } from '#domain/jobs/explained/for-person.ts'
import { utility } from '#domain/jobs/market/utility.ts'
import type { CityRun } from '#domain/jobs/run/city-run.ts'
import type { Gap, UnmatchedReason } from '#domain/jobs/run/unmatched.ts'
import { quoted } from './fault-file.ts'
import type { ReadMarket } from './read-market.ts'
import { standingCell } from './write-result.ts'

/**
 * One line a person, in the order of their ids: the anchor, how it ranks among all vacancies the person is eligible for, its points,
 * the back-ups, the reason, the person's standing in the anchor's public order and its last admitted.
 */
export function* resultLines(
  { market, personIds, vacancyIds }: ReadMarket,
  engine: Engine,
  run: CityRun,
  better: Uint32Array,
  reasons: readonly (UnmatchedReason | undefined)[],
): Generator<string> {
  const positions = new Uint32Array(engine.order.length)
  for (let position = 0; position < positions.length; position++) positions[engine.order[position]!] = position
  const backUps = Array.from({ length: run.each }, (_, at) => `backup_${at + 1}`)
  yield ['person', 'anchor', 'rank', 'points', ...backUps, 'reason', 'standing', 'cut_off'].join(',')
  const idOf = (slot: number) => (slot < 0 ? '' : quoted(vacancyIds[engine.index.vacancy[slot]!]!))
  for (const [row, id] of personIds.entries()) {
    const position = positions[row]!
    const slot = run.anchor[position]!
    const others = Array.from(run.backUp.subarray(position * run.each, (position + 1) * run.each), idOf)
    if (slot < 0) yield [quoted(id), '', '', '', ...others, reasons[row], '', ''].join(',')
    else {
      const vacancy = engine.index.vacancy[slot]!
      const { total } = utility(market, engine.weights, row, vacancy)
      const standing = standingCell(priorityAt(market, engine, position, vacancy))
      const rank = better[row]! + 1
      const cutOff = standingCell(run.cutOffs[slot]!)
      yield [quoted(id), idOf(slot), rank, total, ...others, rank === 1 ? 'best' : 'placed', standing, cutOff].join(',')
    }
  }
}

/** People without an anchor by home, first wished occupation and reason, the most first. */
export function* gapLines({ placeCodes, occupations }: ReadMarket, gaps: readonly Gap[]): Generator<string> {
  yield 'place,occupation,reason,people'
  for (const { place, occupation, reason, people } of gaps)
    yield [placeCodes[place], occupation < 0 ? '' : occupations.codes[occupation], reason, people].join(',')
}
