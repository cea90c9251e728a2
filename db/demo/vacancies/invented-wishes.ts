import type { WorkWishRow } from '#db/types.ts'
import { dayNumber, dayText } from '#domain/base/date.ts'
import { workingHour } from '../generate/proof.ts'
import { Randomness } from '../randomness.ts'
import type { Asking } from './asked-people.sql.ts'
import { trades } from './trades.ts'

/** Of those who asked for work, how many were also asked what work they would take; an assumption like all of it. */
const ASKED = 0.7
const TERM = 365
const PROVINCES = [440, 330, 350, 370].map((code) => code * 1_000_000_000)
const AWAY = '愿意外出务工'
const CARE = '希望就近照顾家人'

/**
 * What people who ask for work would take, around the demo's day. Drawn by chance of its own over what the city already has, so that no
 * other row changes; no figure reads it. Every one says `demo`, and the screen that it is invented.
 */
export function inventWishes(seed: number, asking: readonly Asking[], firstId: number): WorkWishRow[] {
  const chance = new Randomness(seed, 'work wishes')
  return asking
    .filter(() => chance.chance(ASKED))
    .map(({ county, area, person_id, detail, from, worked }, at) => {
      const day = dayNumber(from)
      const reach = reachOf(chance, detail)
      return {
        ...{ county, area, id: firstId + at, person_id, occupations: occupationsOf(chance, worked), reach },
        provinces: reach === 'away' ? [...new Set([chance.pick(PROVINCES), chance.pick(PROVINCES)])] : [],
        wage_floor_fen: chance.chance(0.35) ? null : chance.between(18, 42) * 10_000,
        cannot: limitsOf(chance),
        busy_months: chance.chance(0.1) ? [5, 9] : [],
        company: chance.chance(0.08) ? 'couple' : null,
        ...{ starts_on: null, valid_from: from, valid_to: dayText(day + TERM) },
        known_from: new Date(workingHour(chance, day) * 1000).toISOString(),
        ...{ source: 'demo', evidence: chance.pick(['call', 'visit']), recorded_by: null },
      }
    })
}

function reachOf(chance: Randomness, detail: string | null): WorkWishRow['reach'] {
  if (detail === AWAY) return chance.pick(['away', 'away', 'city'])
  return chance.pick(detail === CARE ? ['town', 'county'] : ['county', 'county', 'city'])
}

/** What they last did is often wished for again; the rest is what is offered. */
function occupationsOf(chance: Randomness, worked: string | null): string[] {
  const drawn = Array.from({ length: chance.between(1, 3) }, () => chance.pick(trades).occupation)
  return [...new Set([...(worked !== null && chance.chance(0.6) ? [worked] : []), ...drawn])].slice(0, 4)
}

function limitsOf(chance: Randomness): string[] {
  const limits = { nights: 0.12, lifting: 0.12, heights: 0.05, longDays: 0.08 }
  return Object.entries(limits).flatMap(([limit, share]) => (chance.chance(share) ? [limit] : []))
}
