import * as aims from './calibration.ts'
import type { Quotas } from './quotas.ts'
import { nameOf } from './report.ts'
import type { Batch } from './schedule.ts'
import { storyTally } from './stories/story-tally.ts'

/** What each calibration comes to at this scale: the quotas of all parts and the story people together. */
export function aimedAt(batches: readonly Batch[]): Map<string, number> {
  const quotas = batches.flatMap((batch) => batch.parts.map((part) => part.quotas))
  const tallies = [storyTally(() => true)]
  const sum = (of: (quotas: Quotas) => number, told: (tally: (typeof tallies)[number]) => number = () => 0) =>
    quotas.reduce((total, q) => total + of(q), 0) + tallies.reduce((total, t) => total + told(t), 0)
  const aimed = new Map<string, number>()
  aims.moments.forEach(({ on, workshops, roster }, t) => {
    const at = (list: readonly number[]) => list[t] as number
    aimed.set(
      nameOf('lifted-in-work', on),
      sum(
        (q) => at(q.inWork),
        (s) => at(s.inWork),
      ),
    )
    aimed.set(
      nameOf('public-posts', on),
      sum(
        (q) => at(q.publicPosts),
        (s) => at(s.publicPosts),
      ),
    )
    aimed.set(
      nameOf('workshop-lifted', on),
      sum(
        (q) => at(q.rosterLifted),
        (s) => at(s.rosterLifted),
      ),
    )
    aimed.set(nameOf('workshop-workers', on), roster)
    aimed.set(nameOf('workshops', on), workshops)
  })
  const split = aims.moments[aims.SPLIT_MOMENT]?.on as string
  const inCity = sum(
    (q) => q.inCity,
    (s) => s.inCity,
  )
  aimed.set(nameOf('in-city', split), inCity)
  aimed.set(nameOf('out-of-city', split), (aimed.get(nameOf('lifted-in-work', split)) as number) - inCity)
  const all = (record: Record<string, number>) => Object.values(record).reduce((a, b) => a + b, 0)
  aimed.set(
    nameOf('monitored', aims.DEMO_DAY),
    sum(
      (q) => all(q.monitored),
      (s) => all(s.monitored),
    ),
  )
  aimed.set(
    'lifted',
    sum(
      (q) => q.lifted,
      (s) => s.lifted,
    ),
  )
  aimed.set(
    'village-doctors',
    sum(
      (q) => q.doctors,
      (s) => s.doctors,
    ),
  )
  const year = (of: (q: Quotas) => Record<string, number>, n: string) => sum((q) => of(q)[n] ?? 0)
  aimed.set(
    nameOf('premium-paid', aims.LAST_DAY),
    year((q) => q.premiums, '2024'),
  )
  aimed.set(
    nameOf('premium-paid-fen', aims.LAST_DAY),
    year((q) => q.premiums, '2024') * 7_000 + sum((q) => q.premiumsFull) * 3_000,
  )
  aimed.set(
    'trainings-2024',
    year((q) => q.trainings, '2024'),
  )
  aimed.set(
    nameOf('graduates-2024', '2024-07-31'),
    year((q) => q.graduates, '2024'),
  )
  aimed.set(
    nameOf('dispatched-2022', '2022-06-30'),
    year((q) => q.dispatched, '2022'),
  )
  aimed.set(
    nameOf('dispatched-2024', '2024-07-31'),
    year((q) => q.dispatched, '2024'),
  )
  aimed.set(nameOf('craftsman-stations', '2022-06-17'), 20)
  return aimed
}
