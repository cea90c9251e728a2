/** How near to each other two people would work, nearest first. */
export const STEPS = ['workplace', 'town', 'county'] as const
export type Step = (typeof STEPS)[number]

/** A vacancy as far as it matters who else could work there. */
export type Spot = { id: number; employer: string; place: number; left: number }
/** The vacancy of a companion that is nearest to one's own. */
export type Nearest = { step: Step; id: number }

/** Vacancies a companion could take, found by where they are. */
export type Around = Readonly<Record<Step, ReadonlyMap<string, readonly Spot[]>>>

/** Vacancies of one employer at one place are one workplace; a place that is only a province or the whole city is nowhere in particular. */
const keyOf: Record<Step, (spot: Spot) => string | undefined> = {
  workplace: ({ employer, place }) => `${place} ${employer}`,
  town: ({ place }) => (place % 1_000_000 >= 1000 ? String(Math.floor(place / 1000)) : undefined),
  county: ({ place }) => (place % 10_000_000_000 >= 1_000_000 ? String(Math.floor(place / 1_000_000)) : undefined),
}

export function aroundOf(spots: readonly Spot[]): Around {
  const by = (step: Step) => {
    const found = new Map<string, Spot[]>()
    for (const spot of spots) {
      const key = keyOf[step](spot)
      if (key !== undefined && found.get(key)?.push(spot) === undefined) found.set(key, [spot])
    }
    return found
  }
  return { workplace: by('workplace'), town: by('town'), county: by('county') }
}

/** Where a companion could work nearest to `spot`; in the same vacancy only if there is room for two. */
export function nearestTo(spot: Spot, around: Around): Nearest | undefined {
  for (const step of STEPS) {
    const key = keyOf[step](spot)
    const there = key === undefined ? undefined : around[step].get(key)
    const other = there?.find(({ id }) => id === spot.id && spot.left > 1) ?? there?.find(({ id }) => id !== spot.id)
    if (other) return { step, id: other.id }
  }
  return undefined
}

/** Of all companions, the nearest step anybody comes to, how many come that near, and where the first of them would work. */
export function companyAt(spot: Spot, companions: readonly Around[]): (Nearest & { people: number }) | undefined {
  const near = companions.flatMap((around) => nearestTo(spot, around) ?? [])
  const step = STEPS.find((each) => near.some((found) => found.step === each))
  const there = near.filter((found) => found.step === step)
  return step && { step, id: there[0]!.id, people: there.length }
}
