import { can } from '#domain/access/permission.ts'
import type { Reply } from '#domain/base/route.ts'
import type { CorridorLine, corridorApi } from '#domain/jobs/corridor/corridor.api.ts'
import { contains } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import type { Asker, CountyCounts } from '../../../people/count/county-counts.ts'
import { areaNames } from '../../../places/area-names.ts'
import { listBatchLines } from '../batch/batch-lines.ts'
import { type Agreement, agreementsOf } from './agreements.ts'
import type { AskedArea } from './asked-area.ts'
import { type Order, ordersOf } from './corridor.sql.ts'
import { type Credit, creditCount, creditKey } from './credited.sql.ts'

type Given = { plan: Plan; asked: AskedArea; credited: Credited }
type View = Reply<typeof corridorApi.getCorridor>
/** No more years than a page can show. */
const MOST_YEARS = 10
const WHOLE_COUNTIES = 1_000_000

const yearOf = (day: string): number => Number(day.slice(0, 4))
/** The last day of a year, or the day that is asked of while the year runs. */
const dayOf = (year: number, on: string): string => (year >= yearOf(on) ? on : `${year}-12-31`)

/** Who was credited up to a day, by the areas below the one asked of. */
type Credited = (credit: Credit, who: 'all' | 'lifted') => ReadonlyMap<number, number>

/** What agreements are credited with in each of the years, counted once by county. */
export async function creditedOf(
  asker: Asker,
  counts: CountyCounts,
  { plan, asked }: Omit<Given, 'credited'>,
  wanted: { agreements: readonly Agreement[]; years: readonly number[] },
): Promise<Credited> {
  const { clocks, intervals, step } = asked
  const credits = wanted.agreements.flatMap(({ key }) =>
    wanted.years.map((year) => ({ corridor: key, on: dayOf(year, clocks.on) })),
  )
  if (credits.length === 0) return () => new Map()
  const count = creditCount(credits, { plan, knownAt: clocks.knownAt })
  const counted = await counts.read(asker, count, { intervals, whole: step === WHOLE_COUNTIES })
  return (credit, who) => {
    const sums = new Map<number, number>()
    for (const { area, numbers } of counted) {
      const people = numbers[creditKey(credit, who)] ?? 0
      if (people > 0) sums.set(area - (area % step), (sums.get(area - (area % step)) ?? 0) + people)
    }
    return sums
  }
}

/** The years an agreement's page tells of, the newest first. */
export function yearsOf({ yearFrom }: Agreement, { plan, asked }: Pick<Given, 'plan' | 'asked'>): number[] {
  const now = yearOf(asked.clocks.on)
  const first = Math.max(yearFrom ?? yearOf(plan.startsOn), now - MOST_YEARS + 1)
  return Array.from({ length: Math.max(1, now - first + 1) }, (_, back) => now - back)
}
/** The year that is asked about, or the one of the day. */
export const chosenYear = (asked: AskedArea, year?: number): number =>
  Math.min(year ?? yearOf(asked.clocks.on), yearOf(asked.clocks.on))

export async function agreementLine(tx: Tx, agreement: Agreement, given: Given): Promise<CorridorLine> {
  return lineOf(tx, agreement, creditedIn(agreement, given, chosenYear(given.asked)).counted)
}

async function lineOf(tx: Tx, agreement: Agreement, progress: CorridorLine['progress']): Promise<CorridorLine> {
  const { key, name, sending, receiving, receivingName, origin } = agreement
  const sendingName = (await areaNames(tx)).pathOf(sending)
  return { key, name, sending, sendingName, receiving, receivingName, origin, progress }
}

const sumOf = (counts: ReadonlyMap<number, number>): number => [...counts.values()].reduce((a, b) => a + b, 0)

/** Who was credited in a year, below the area by its parts; the task is the agreement's, so it stands beside its own area alone. */
function creditedIn(agreement: Agreement, { asked, credited }: Given, year: number) {
  const on = dayOf(year, asked.clocks.on)
  const all = credited({ corridor: agreement.key, on }, 'all')
  const lifted = credited({ corridor: agreement.key, on }, 'lifted')
  const task = contains(asked.area, agreement.sending) ? agreement.taskOf(year) : { people: null, lifted: null }
  const counted = {
    ...{ year, on, task: task.people, taskLifted: task.lifted },
    ...{ credited: sumOf(all), creditedLifted: sumOf(lifted) },
  }
  return { counted, all, lifted }
}

/** The page of an agreement but for what the acting post may do with it. */
export async function agreementView(
  tx: Tx,
  agreement: Agreement,
  given: Given & { year: number | undefined; post: Ctx['post'] },
): Promise<Omit<View, 'untied' | 'canRecord' | 'entered'>> {
  const { plan, asked } = given
  const names = await areaNames(tx)
  const years = yearsOf(agreement, given).map((year) => creditedIn(agreement, given, year).counted)
  const chosen = creditedIn(agreement, given, chosenYear(asked, given.year))
  const pairs = agreement.plan?.pairs ?? []
  const pairOf = (area: number) => pairs.find(({ sending }) => sending === area)?.receiving ?? null
  const shown = new Set([...chosen.all.keys(), ...pairs.map(({ sending }) => sending)])
  const within = [...shown].filter((area) => asked.step === 1_000_000 || chosen.all.has(area))
  return {
    ...(await lineOf(tx, agreement, chosen.counted)),
    ...{ area: asked.area, source: agreement.source, receiver: agreement.receiver },
    ...{ yearFrom: agreement.yearFrom, yearTo: agreement.yearTo, years },
    areas: within
      .map((area) => ({
        ...{ area, name: names.nameOf(area), credited: chosen.all.get(area) ?? 0 },
        ...{ creditedLifted: chosen.lifted.get(area) ?? 0, pair: pairOf(area) },
      }))
      .toSorted((a, b) => b.credited - a.credited || a.area - b.area),
    pairs: pairs.map(({ sending, receiving, source }) => ({
      ...{ sending, name: names.nameOf(sending), receiving, source },
    })),
    published: publishedOf(plan, agreement),
    notKnown: agreement.plan?.notKnown ?? [],
    orders: (await ordersOf(tx, agreement.key, asked.units)).map((row) => orderLine(row, given.post)),
    batches: await listBatchLines(tx, {
      units: asked.units,
      agreements: await agreementsOf(tx, plan),
      corridor: agreement.key,
    }),
  }
}

/** What the agreement says of itself, and the figures by day of its indicator; a source that both name is told once. */
function publishedOf(plan: Plan, { plan: stated }: Agreement): View['published'] {
  const own = stated?.published ?? []
  const byDay = plan.published
    .filter(({ indicator, source }) => indicator === stated?.indicator && !own.some((each) => each.source === source))
    .map(({ text, source }) => ({ text, source }))
  return [...own, ...byDay]
}

const orderLine = (row: Order, post: Ctx['post']): View['orders'][number] => ({
  ...{ id: row.id, vacancy: row.vacancy_id, title: row.title, employer: row.employer, openings: row.openings },
  ...{ left: Math.max(0, row.openings - row.taken), wantedBy: row.wanted_by, receiver: row.receiver },
  ...{ invented: row.source === 'demo', knownFrom: row.known_from },
  holds: post.area !== null && contains(post.area, row.area) && can(post, 'jobs.record').allowed,
})
