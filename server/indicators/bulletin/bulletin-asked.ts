import type { Bulletin } from '#domain/indicators/bulletin/bulletin.ts'
import type { Language } from '#domain/indicators/bulletin/number-words.ts'
import { lastDay, type Month } from '#domain/indicators/closing/month.ts'
import { TODAY } from '#domain/places/division.ts'
import { dayInChina } from '../../access/session.ts'
import { beforeOf } from '../closing/month-before.ts'
import { type FiguresGiven, placeAsked } from '../question.ts'
import { getBulletin } from './get-bulletin.ts'

type Asker = Parameters<typeof placeAsked>[1] & { now: Date }
type Asked = { month: Month; area?: number; plan?: string; language: Language }

const CITY = 500_000_000_000

/** The bulletin that was asked for: what was left out filled in, what is unknown or outside the post refused. */
export async function bulletinAsked(
  given: FiguresGiven,
  asker: Asker,
  { month, language, ...asked }: Asked,
): Promise<{ text: Bulletin; area: number; plan: string }> {
  const { plan, area } = await placeAsked(given, asker, { ...asked, division: TODAY, on: lastDay(month) })
  const before = await beforeOf(given, asker, plan, month)
  const viewer = { own: asker.post.area ?? CITY, today: dayInChina(asker.now) }
  const text = await asker.asPost((tx) => getBulletin(tx, { plan, month, area, before, language }, viewer))
  return { text, area, plan: plan.key }
}
