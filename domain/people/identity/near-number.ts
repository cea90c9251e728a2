import { identityCheckDigit, readIdentity } from '../identity.ts'

/** How two identity numbers of 18 places resemble each other; null = as two people's numbers do. */
export type NumberLikeness = 'same' | 'swapped' | 'one_place' | 'two_places' | null

/**
 * Compares the seventeen places that are written and not computed: one wrong place or two neighbours swapped changes the
 * check digit as well, so a slip that was entered as a valid number differs there too.
 */
export function numberLikeness(one: string, other: string): NumberLikeness {
  const differ: number[] = []
  for (let place = 0; place < 17; place++) if (one[place] !== other[place]) differ.push(place)
  if (differ.length === 0) return 'same'
  const [first = 0, second = -1] = differ
  if (differ.length === 1) return 'one_place'
  if (differ.length > 2) return null
  const swapped = second === first + 1 && one[first] === other[second] && one[second] === other[first]
  return swapped ? 'swapped' : 'two_places'
}

/** Every valid number that one wrong place or two swapped neighbours away from this one: what a slip would have made of it. */
export function slipsOf(number: string): string[] {
  const found = new Set<string>()
  const keep = (digits: string) => {
    const slip = digits + identityCheckDigit(digits)
    if (slip !== number && readIdentity(slip).ok) found.add(slip)
  }
  const digits = number.slice(0, 17)
  for (let place = 0; place < 17; place++) {
    for (let digit = 0; digit < 10; digit++) keep(digits.slice(0, place) + digit + digits.slice(place + 1))
    if (place < 16) keep(digits.slice(0, place) + digits[place + 1] + digits[place] + digits.slice(place + 2))
  }
  return [...found]
}
