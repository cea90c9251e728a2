import { type Randomness, Weighted } from '../randomness.ts'
import { DAY, type Resident } from './resident.ts'

/** Between mid-2020 and the end of 2024; the chance grows with age. */
export function deathDay(chance: Randomness, age: number, birth: number): number | null {
  const yearly = age < 50 ? 0.0012 : age < 65 ? 0.006 : age < 78 ? 0.025 : 0.08
  return chance.chance(yearly * 4.3) ? Math.max(birth + 60, DAY - 420 + chance.int(1600)) : null
}

export function schoolOf(chance: Randomness, age: number): boolean | null {
  if (age < 6 || age > 23) return chance.chance(0.003) ? null : false
  if (age <= 15) return true
  if (age <= 18) return chance.chance(0.78)
  return chance.chance(0.32)
}

const educations: readonly (readonly [number, Weighted<string>])[] = [
  [
    30,
    new Weighted([
      ['junior', 42],
      ['senior', 16],
      ['vocational', 14],
      ['college', 18],
      ['bachelor', 9],
      ['primary', 1],
    ]),
  ],
  [
    45,
    new Weighted([
      ['junior', 58],
      ['primary', 18],
      ['senior', 12],
      ['vocational', 5],
      ['college', 5],
      ['bachelor', 2],
    ]),
  ],
  [
    60,
    new Weighted([
      ['primary', 44],
      ['junior', 42],
      ['senior', 8],
      ['none', 5],
      ['college', 1],
    ]),
  ],
  [
    200,
    new Weighted([
      ['primary', 66],
      ['none', 22],
      ['junior', 11],
      ['senior', 1],
    ]),
  ],
]
export function educationOf(chance: Randomness, age: number): string {
  if (age < 6) return 'none'
  if (age < 13) return 'primary'
  if (age < 16) return 'junior'
  return (educations.find(([upTo]) => age < upTo) ?? educations[3])?.[1].pick(chance) ?? 'primary'
}

type Body = Pick<Resident, 'health' | 'capacity' | 'disability'>

/** Health and working capacity go together: the gravely disabled have lost theirs, the old are half or none. */
export function bodyOf(chance: Randomness, age: number): Body {
  const draw = chance.next()
  if (draw < 0.045 + (age > 60 ? 0.03 : 0)) {
    const disability = chance.pick([1, 2, 2, 3, 3, 4, 4])
    return { health: 'disabled', disability, capacity: age < 16 ? 'none' : disability <= 2 ? 'lost' : 'weak' }
  }
  const health = chance.chance(age > 60 ? 0.28 : 0.06)
    ? 'chronic'
    : chance.chance(0.012)
      ? 'serious_illness'
      : 'healthy'
  if (age < 16) return { health, disability: null, capacity: 'none' }
  if (chance.chance(0.004)) return { health, disability: null, capacity: null }
  if (health === 'serious_illness') return { health, disability: null, capacity: chance.pick(['weak', 'lost']) }
  if (age >= 72) return { health, disability: null, capacity: chance.chance(0.24) ? 'weak' : 'none' }
  if (age >= 62)
    return { health, disability: null, capacity: chance.chance(0.62) ? 'weak' : chance.pick(['ordinary', 'none']) }
  const skilled = chance.chance(age < 45 ? 0.11 : 0.05)
  return { health, disability: null, capacity: skilled ? 'skilled' : chance.chance(0.05) ? 'weak' : 'ordinary' }
}
