import { type Market, MOST_VACANCIES, shared } from '../market/market.ts'
import { wagePoints } from '../market/utility.ts'
import type { Weights } from '../market/weights.ts'

/**
 * Vacancies by occupation × place, in each cell the best paid first, so that a search can stop where nothing better can come. `at[cell]`
 * is where a cell begins. A vacancy with openings has one `slot`, its place in the whole index; a narrower index names the slots it kept.
 */
export type VacancyIndex = { at: Int32Array; record: Int32Array; slot: Int32Array }

/** Integers a record has: wage, certificates, limits, demands, village. */
export const RECORD = 5
export const limitsOf = (schooling: number, skill: number, ageMin: number, ageMax: number, kind: number): number =>
  schooling | (skill << 3) | (ageMin << 6) | (ageMax << 13) | (kind << 20)

export type Indexed = VacancyIndex & {
  cells: number
  /** Row of the market behind every slot, and the openings it has. */
  vacancy: Int32Array
  openings: Int32Array
}

export function indexVacancies(market: Market, weights: Weights): Indexed {
  const { vacancies, places, occupations } = market
  const cells = places * occupations
  if (vacancies.count > MOST_VACANCIES || cells > 1 << 17) throw new RangeError('more vacancies than the engine holds')
  const order = slotOrder(market, weights, places)
  const count = order.length
  const index: Indexed = {
    cells,
    at: shared('i32', cells + 1),
    record: shared('i32', count * RECORD),
    slot: shared('i32', count),
    vacancy: shared('i32', count),
    openings: shared('i32', count),
  }
  for (let slot = 0; slot < count; slot++) {
    const row = order[slot]! % MOST_VACANCIES
    index.slot[slot] = slot
    index.vacancy[slot] = row
    // More openings than people are as good as that many.
    index.openings[slot] = Math.min(vacancies.openings[row]!, market.people.count)
    index.at[vacancies.occupation[row]! * places + vacancies.place[row]! + 1]!++
    writeRecord(index.record, slot * RECORD, market, weights, row)
  }
  for (let cell = 0; cell < cells; cell++) index.at[cell + 1]! += index.at[cell]!
  return index
}

/** Rows with openings by cell, then wage, then row, packed into numbers that sort. */
function slotOrder({ vacancies }: Market, weights: Weights, places: number): Float64Array {
  const keys = new Float64Array(vacancies.count)
  let count = 0
  for (let row = 0; row < vacancies.count; row++) {
    if (vacancies.openings[row]! <= 0) continue
    const cell = vacancies.occupation[row]! * places + vacancies.place[row]!
    const wage = wagePoints(weights, vacancies.wageLow[row]!, vacancies.wageHigh[row]!)
    keys[count++] = (cell * 65_536 + (65_535 - wage)) * MOST_VACANCIES + row
  }
  return keys.subarray(0, count).sort()
}

function writeRecord(record: Int32Array, at: number, { vacancies }: Market, weights: Weights, row: number): void {
  const [low, high] = [vacancies.wageLow[row]!, vacancies.wageHigh[row]!]
  record[at] = (high << 16) | wagePoints(weights, low, high)
  record[at + 1] = vacancies.certificates[row]!
  record[at + 2] = limitsOf(
    vacancies.schooling[row]!,
    vacancies.skill[row]!,
    vacancies.ageMin[row]!,
    vacancies.ageMax[row]!,
    vacancies.kind[row]!,
  )
  record[at + 3] = vacancies.demands[row]!
  record[at + 4] = vacancies.village[row]!
}

/** An index with room for all of `index`, to be filled by `narrow`. */
export const emptyIndex = ({ cells, slot }: Indexed): VacancyIndex => ({
  at: shared('i32', cells + 1),
  record: shared('i32', slot.length * RECORD),
  slot: shared('i32', slot.length),
})

/** Fills `into` with the slots that stay, in the same order. */
export function narrow(index: Indexed, into: VacancyIndex, stays: (slot: number) => boolean): void {
  let kept = 0
  for (let cell = 0; cell < index.cells; cell++) {
    into.at[cell] = kept
    for (let slot = index.at[cell]!; slot < index.at[cell + 1]!; slot++) {
      if (!stays(slot)) continue
      for (let part = 0; part < RECORD; part++) into.record[kept * RECORD + part] = index.record[slot * RECORD + part]!
      into.slot[kept++] = slot
    }
  }
  into.at[index.cells] = kept
}
