import { pinyin } from 'pinyin-pro'
import { nameGrams } from '#domain/people/search-text.ts'
import { type Randomness, Weighted } from '../randomness.ts'
import { compoundSurnames, dottedNames, givenNames, rareCharacters, surnames, tujiaSurnames } from './name-tables.ts'

/** A name and what it is searched by. */
export type PersonName = { name: string; surname: string; pinyin: string; initials: string; grams: string[] }

const everywhere = new Weighted(surnames)
const wulingHills = new Weighted([
  ...surnames.map(([name, weight]) => [name, weight * 0.45] as const),
  ...tujiaSurnames,
])
const compound = new Weighted(compoundSurnames)

/** Readings, found once a surname and once a character: pinyin-pro's surname mode knows 单 as shan and 曾 as zeng. */
const surnameReadings = new Map<string, string>()
const characterReadings = new Map<string, string>()

const options = { toneType: 'none', v: true, nonZh: 'removed' } as const

function readSurname(surname: string): string {
  let reading = surnameReadings.get(surname)
  if (reading === undefined) {
    reading = pinyin(surname, { ...options, mode: 'surname', type: 'string' })
    surnameReadings.set(surname, reading)
  }
  return reading
}
function readCharacter(character: string): string {
  let reading = characterReadings.get(character)
  if (reading === undefined) {
    reading = pinyin(character, { ...options, type: 'string' })
    characterReadings.set(character, reading)
  }
  return reading
}

export type NameHints = {
  male: boolean
  birthYear: number
  /** Ethnic code of GB/T 3304: 15 土家, 06 苗, 05 维吾尔, 04 藏. */
  ethnic: string
  /** The family's name, where the person carries it. */
  surname?: string | undefined
}

export function inventName(chance: Randomness, { male, birthYear, ethnic, surname }: NameHints): PersonName {
  if (surname === undefined && (ethnic === '05' || ethnic === '04')) return nameOf('', chance.pick(dottedNames))
  return nameOf(surname ?? inventSurname(chance, ethnic), inventGiven(chance, male, birthYear))
}

function inventSurname(chance: Randomness, ethnic: string): string {
  if (chance.chance(0.004)) return compound.pick(chance)
  return (ethnic === '15' || ethnic === '06' ? wulingHills : everywhere).pick(chance)
}

function inventGiven(chance: Randomness, male: boolean, birthYear: number): string {
  const era = birthYear < 1970 ? 'old' : birthYear < 1995 ? 'middle' : 'young'
  const from = givenNames[era][male ? 'male' : 'female']
  const first = chance.pick(from)
  if (chance.chance(0.0008)) return first + chance.pick(rareCharacters)
  if (chance.chance(era === 'middle' ? 0.24 : 0.1)) return first
  const second = chance.pick(from)
  return chance.chance(0.02) ? first + first : first + second
}

/** The search fields of a name; `surname` may be empty (a name that has none). A dot is never typed, so its neighbours are a pair. */
export function nameOf(surname: string, given: string): PersonName {
  const characters = [...given]
  const syllables = surname ? readSurname(surname).split(' ') : []
  for (const character of characters) {
    const reading = readCharacter(character)
    if (reading) syllables.push(reading)
  }
  let initials = ''
  for (const syllable of syllables) initials += syllable[0] ?? ''
  return {
    name: surname + given,
    surname,
    pinyin: syllables.join(' '),
    initials,
    grams: nameGrams((surname + given).replaceAll('·', '')),
  }
}
