import type { Words } from '../../base/fail.ts'
import { type NumberLikeness, numberLikeness } from './near-number.ts'

/** What is compared of two files. Sealed values come as their blind indexes, a number in clear only where the server holds both. */
export type Likened = {
  name: string
  pinyin: string
  sex: string | null
  birthDate: string | null
  household: number | null
  area: number | null
  phone: string | null
  bank: string | null
  /** 18 places, valid; null = none, and none is like none. */
  number: string | null
}

/**
 * How much a trait says that two files are one person, in points; below nought it speaks against. The weights are a judgement of
 * this product and no published rule: a name with a birthday suffices to be looked at, two valid numbers of their own outweigh both.
 */
export const LIKENESS = {
  same_number: { points: 100, words: { zh: '证件号码相同', en: 'same identity number' } },
  swapped: { points: 45, words: { zh: '证件号码相邻两位颠倒', en: 'identity numbers with two neighbours swapped' } },
  one_place: { points: 45, words: { zh: '证件号码只差一位', en: 'identity numbers one place apart' } },
  two_places: { points: 30, words: { zh: '证件号码只差两位', en: 'identity numbers two places apart' } },
  same_name: { points: 30, words: { zh: '姓名相同', en: 'same name' } },
  same_sound: { points: 18, words: { zh: '姓名同音', en: 'names sound alike' } },
  same_birth: { points: 30, words: { zh: '出生日期相同', en: 'same birthday' } },
  near_birth: { points: 10, words: { zh: '出生日期只差年、月、日之一', en: 'birthdays differ in one part' } },
  same_bank: { points: 20, words: { zh: '银行账号相同', en: 'same bank account' } },
  same_phone: { points: 15, words: { zh: '电话相同', en: 'same phone' } },
  same_household: { points: 15, words: { zh: '同一户', en: 'same household' } },
  same_village: { points: 5, words: { zh: '同一村（社区）', en: 'same village' } },
  other_number: { points: -30, words: { zh: '证件号码都有效且差别大', en: 'two valid numbers far apart' } },
  other_sex: { points: -20, words: { zh: '性别不同', en: 'different sex' } },
  other_birth: { points: -10, words: { zh: '出生日期不同', en: 'different birthdays' } },
} satisfies Record<string, { points: number; words: Words }>

export type LikenessReason = keyof typeof LIKENESS
export type Likeness = { score: number; reasons: LikenessReason[] }

/** From here on two files are shown as possibly one person. */
export const POSSIBLE = 50
/** From here on they are shown as probably one person. */
export const PROBABLE = 80

/** Points between 0 and 100, and what gave them. A blank matches nothing: two files that lack the same fact are not alike by it. */
export function likeness(one: Likened, other: Likened): Likeness {
  const named = names(one, other)
  const reasons = [
    ...numbers(one.number, other.number, named.length > 0),
    ...named,
    ...births(one.birthDate, other.birthDate),
    ...same('same_bank', one.bank, other.bank),
    ...same('same_phone', one.phone, other.phone),
    ...same('same_household', one.household, other.household),
    ...same('same_village', one.area, other.area),
    ...(one.sex !== null && other.sex !== null && one.sex !== other.sex ? (['other_sex'] as const) : []),
  ]
  const sum = reasons.reduce((points, reason) => points + LIKENESS[reason].points, 0)
  // One number with neither name nor birthday in common is oftener a slip of the pen than one person.
  const most = named.length === 0 && reasons.includes('other_birth') ? PROBABLE - 1 : 100
  return { score: Math.min(most, Math.max(0, sum)), reasons }
}

const BY_NUMBER: Record<NonNullable<NumberLikeness>, LikenessReason> = {
  same: 'same_number',
  swapped: 'swapped',
  one_place: 'one_place',
  two_places: 'two_places',
}
/** Numbers given out in one county to people of one birthday differ in three places at most: a near number says nothing of two who are called differently. */
function numbers(one: string | null, other: string | null, namesAlike: boolean): LikenessReason[] {
  if (one === null || other === null) return []
  const alike = numberLikeness(one, other)
  if (alike !== null && alike !== 'same' && !namesAlike) return []
  return [alike === null ? 'other_number' : BY_NUMBER[alike]]
}

function names(one: Likened, other: Likened): LikenessReason[] {
  if (one.name !== '' && one.name === other.name) return ['same_name']
  return one.pinyin !== '' && one.pinyin === other.pinyin ? ['same_sound'] : []
}

function births(one: string | null, other: string | null): LikenessReason[] {
  if (one === null || other === null) return []
  const parts = other.split('-')
  const differing = one.split('-').filter((part, at) => part !== parts[at]).length
  return [differing === 0 ? 'same_birth' : differing === 1 ? 'near_birth' : 'other_birth']
}

const same = <T>(reason: LikenessReason, one: T | null, other: T | null): LikenessReason[] =>
  one !== null && one === other ? [reason] : []
