import { CONDITIONS, type Condition, unmet } from '../market/conditions.ts'
import type { Market } from '../market/market.ts'
import type { Weights } from '../market/weights.ts'

/** Yes it holds, no it does not, or the fact it needs is missing. */
export type Judgement = 'yes' | 'no' | 'unknown'

/** Every hard condition of one pair, with whether it holds; what the vacancy does not ask for is left out. */
export function judgePair(
  market: Market,
  weights: Weights,
  person: number,
  vacancy: number,
): Partial<Record<Condition, Judgement>> {
  const bits = unmet(market, weights, person, vacancy)
  const names = (Object.keys(CONDITIONS) as Condition[]).filter(
    (name) => (bits & CONDITIONS[name]) !== 0 || asks(market, name, person, vacancy),
  )
  return Object.fromEntries(names.map((name) => [name, judge(market, name, (bits & CONDITIONS[name]) === 0, person)]))
}

/** Facts that can be missing: a birth date, schooling. A missing one is never a no. */
function judge({ people }: Market, name: Condition, holds: boolean, person: number): Judgement {
  if (holds) return 'yes'
  const missing =
    (name === 'age' && people.age[person] === 0) || (name === 'schooling' && people.schooling[person] === 0)
  return missing ? 'unknown' : 'no'
}

function asks({ vacancies, people }: Market, name: Condition, person: number, vacancy: number): boolean {
  const asked: Partial<Record<Condition, boolean>> = {
    reach: people.reach[person]! < 2 && vacancies.place[vacancy] === people.home[person],
    wage: people.wageFloor[person]! > 0,
    schooling: vacancies.schooling[vacancy]! > 0,
    certificate: vacancies.certificates[vacancy] !== 0,
    skill: vacancies.skill[vacancy]! > 0,
    body: (people.cannot[person]! & 0xff) !== 0,
    hours: (people.cannot[person]! & 0xf00) !== 0,
    season: (people.cannot[person]! & 0xfff000) !== 0,
    publicPost: vacancies.kind[vacancy] === 2,
  }
  return asked[name] ?? true
}
