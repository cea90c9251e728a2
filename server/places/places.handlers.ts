import { type Day, isDay } from '#domain/base/date.ts'
import { fail } from '#domain/base/fail.ts'
import type { Handlers } from '#domain/base/route.ts'
import type { placesApi } from '#domain/places/places.api.ts'
import type { Reader } from './area.sql.ts'
import { viewArea, viewDivisions, viewReportingUnits } from './area-view.ts'
import { chooseDivision } from './choose-division.ts'
import { type KindOf, viewSite } from './site-view.ts'

/** What the server gives these handlers, whatever its context holds. */
export type PlacesGiven<Ctx> = {
  /** Runs under the scope of the acting post. */
  read<T>(ctx: Ctx, work: (tx: Reader) => Promise<T>): Promise<T>
  /** The day a question speaks of when it names none. */
  defaultDay(ctx: Ctx): Day
  kindOf: KindOf
}

export function placesHandlers<Ctx>({ read, defaultDay, kindOf }: PlacesGiven<Ctx>): Handlers<typeof placesApi, Ctx> {
  const dayOf = (named: Day | undefined, ctx: Ctx) => (named === undefined ? defaultDay(ctx) : mustBeDay(named))
  return {
    getArea: async ({ params, query }, ctx) => {
      const on = dayOf(query.on, ctx)
      return read(ctx, async (tx) => viewArea(tx, params.code, await chooseDivision(tx, query.division, on)))
    },
    listDivisions: (_, ctx) => read(ctx, viewDivisions),
    listReportingUnits: (_, ctx) => read(ctx, viewReportingUnits),
    getSite: async ({ params, query }, ctx) => {
      const clocks = { on: dayOf(query.on, ctx), knownAt: query.knownAt ?? null }
      return read(ctx, (tx) => viewSite(tx, params.id, clocks, kindOf))
    },
  }
}

/** The contract holds a day to its form; that there is such a day is held here. */
function mustBeDay(text: string): Day {
  if (isDay(text)) return text
  return fail(
    'places.day.unknown',
    {
      zh: `没有 ${text} 这一天。日期请写作 YYYY-MM-DD，例如 2021-09-17。`,
      en: `There is no day ${text}. Write a day as YYYY-MM-DD, such as 2021-09-17.`,
    },
    { where: { day: text } },
  )
}
