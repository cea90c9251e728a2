/** What a vacancy is worth to a person, in whole points: versioned data, shown to officers beside every list it orders. */
export type Weights = {
  version: string
  /** No source states them. */
  assumption: boolean
  /** Points of the first, second … wished occupation; what goes beyond the list counts as its last. */
  wished: number[]
  /** Points of occupations of the same middle class as a wished one: so many of its nearest neighbours are looked at. */
  related: number[]
  /** Points of the first, second … wished place. */
  place: number[]
  /** Points for each level of verified skill in the occupation. */
  skill: number
  wage: {
    /** Yuan a month for one point. */
    yuan: number
    /** Wages within one step of so many yuan a month are worth the same; left out, every yuan counts. */
    step?: number
    /** What wages are compared with where no least wage was stated. */
    reference: number
    least: number
    most: number
  }
  /** In the home county. */
  sameTown: number
  workshop: number
  publicPost: number
  /**
   * Of somebody looked at alone who would go in company: a companion could work at the same workplace, in the same town, in the same county.
   * No run knows of it.
   */
  company?: { workplace: number; town: number; county: number }
  /** Public posts are for people of this tier or before it, in their own county. */
  publicPostTier: number
  /** Band of each level of skill, 0 to 5: among those who are eligible, a higher band stands first where a vacancy asks for skill. */
  bands: number[]
  /** Chance in thousandths of getting a vacancy, by where one stands against the cut-off of the last run. */
  chance: { open: number; ahead: number; level: number; behind: number }
  /** A vacancy is flooded when more people than this for each opening are shown it. */
  flooded: number
}

/** The engine packs points into this many bits. */
const POINT_BITS = 11
export const MOST_POINTS = (1 << POINT_BITS) - 1
/** The most points a vacancy can have: no sum may exceed what the engine's packed form holds. */
export function mostPoints(weights: Weights): number {
  const { wished, related, place, wage, sameTown, workshop, publicPost, skill } = weights
  const home = sameTown + Math.max(workshop, publicPost, 0)
  return Math.max(...wished, ...related) + Math.max(...place) + wage.most + home + 5 * skill
}

/** What is wrong with weights, or nothing: whole numbers of 0 or more, lists not empty, and sums that fit. */
export function faultOfWeights(weights: Weights): string | undefined {
  const {
    wished,
    related,
    place,
    wage,
    bands,
    chance,
    sameTown,
    workshop,
    publicPost,
    skill,
    publicPostTier,
    flooded,
  } = weights
  const plain = [
    ...wished,
    ...related,
    ...place,
    ...bands,
    sameTown,
    workshop,
    publicPost,
    skill,
    publicPostTier,
    flooded,
  ]
  const company = Object.values(weights.company ?? {})
  const whole = [...plain, ...company, ...Object.values(chance), wage.yuan, wage.reference, wage.most, -wage.least]
  if (whole.some((value) => !Number.isInteger(value) || value < 0)) return 'points are whole numbers, 0 or more'
  if (wished.length === 0 || place.length === 0) return 'wished and place need at least one number'
  if (wage.yuan < 1) return 'wage.yuan must be at least 1'
  if (wage.step !== undefined && !(Number.isInteger(wage.step) && wage.step >= 1)) return 'wage.step must be at least 1'
  if (bands.length !== 6 || bands.some((band) => band > 7)) return 'bands are six numbers from 0 to 7'
  if (Object.values(chance).some((thousandths) => thousandths > 1000)) return 'chances are thousandths, at most 1000'
  if (Math.min(...wished, ...related) + Math.min(...place) + wage.least < 0) return 'points may not fall below 0'
  if (mostPoints(weights) > MOST_POINTS) return `all points together may not exceed ${MOST_POINTS}`
  return undefined
}
