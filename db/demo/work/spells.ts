import { momentDays, SPLIT_MOMENT } from '../calibration.ts'
import type { Randomness } from '../randomness.ts'
import type { DrawnSite } from '../sites/sites.ts'
import { type Course, NONE, ORDINARY, WORKSHOP } from './workforce.ts'

/** A spell of work: half-open, `to` null = still so. */
export type Spell = { from: number; to: number | null; seat: number; inCity: boolean | null }

const first = momentDays[0] as number

/** A life course's seats as spells. A change falls on a day between two moments, so that each moment keeps its count. */
export function spellsOf(chance: Randomness, course: Course, sites: readonly DrawnSite[]): Spell[] {
  const spells: Spell[] = []
  let open: Spell | undefined
  course.seats.forEach((seat, t) => {
    const same = t > 0 && open !== undefined && course.job[t] === course.job[t - 1] && seat === course.seats[t - 1]
    if (!same) {
      const change = t === 0 ? first - 30 - chance.int(chance.chance(0.7) ? 900 : 3200) : dayBetween(chance, t)
      if (open) close(chance, course, open, change, t, sites)
      open = seat === NONE ? undefined : begin(course, seat, change, t, sites)
      if (open) spells.push(open)
    }
    if (open && t === SPLIT_MOMENT) open.inCity = course.inCityAtSplit
    if (t > 0 && seat === NONE && course.seats[t - 1] === NONE) falseStart(chance, course, t, spells)
  })
  return spells
}

/** Some who are out of work at both moments tried in between: over before the second, so that no count sees it. */
function falseStart(chance: Randomness, course: Course, t: number, spells: Spell[]): void {
  const since = Math.max(momentDays[t - 1] as number, course.person.birth + Math.ceil(16 * 365.25))
  const span = Math.min(momentDays[t] as number, course.person.death ?? Number.POSITIVE_INFINITY) - since
  if (span < 90 || !chance.chance(span > 200 ? 0.16 : 0.03)) return
  const from = since + 1 + chance.int(span - 60)
  spells.push({ from, to: Math.min(from + 12 + chance.int(110), since + span), seat: ORDINARY, inCity: null })
}

/** After the moment before, and not after this one. */
function dayBetween(chance: Randomness, t: number): number {
  const since = momentDays[t - 1] as number
  return since + 1 + chance.int((momentDays[t] as number) - since)
}

function close(
  chance: Randomness,
  course: Course,
  spell: Spell,
  change: number,
  t: number,
  sites: readonly DrawnSite[],
): void {
  const site = sites[spell.seat - WORKSHOP]
  const { death } = course.person
  // A few go on in the records after the person died.
  const last = death !== null && chance.chance(0.96) ? death : Number.POSITIVE_INFINITY
  const latest = Math.min(site?.to ?? Number.POSITIVE_INFINITY, last)
  const gap = chance.chance(0.12) ? chance.int(40) : 0
  const earliest = Math.max(momentDays[t - 1] as number, spell.from) + 1
  spell.to = Math.max(earliest, Math.min(change - gap, latest))
}

function begin(course: Course, seat: number, change: number, t: number, sites: readonly DrawnSite[]): Spell {
  const site = sites[seat - WORKSHOP]
  const birthday = course.person.birth + Math.ceil(16 * 365.25)
  const from = Math.min(Math.max(change, site?.from ?? change, birthday), momentDays[t] as number)
  return { from, to: null, seat, inCity: null }
}
