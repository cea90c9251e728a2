import { can } from '#domain/access/permission.ts'
import type { Reply } from '#domain/base/route.ts'
import type { CorridorLine, corridorApi } from '#domain/jobs/corridor/corridor.api.ts'
import { creditRule } from '#domain/jobs/corridor/credit.ts'
import { contains } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Ctx } from '../../../context.ts'
import type { Tx } from '../../../db.ts'
import { areaNames } from '../../../places/area-names.ts'
import { listBatchLines } from '../batch/batch-lines.ts'
import { type Agreement, agreementsOf } from './agreements.ts'
import type { AskedArea } from './asked-area.ts'
import { type Order, ordersOf } from './corridor.sql.ts'
import { countPeople, sumOf } from './credited.sql.ts'

type Given = { plan: Plan; asked: AskedArea }
type View = Reply<typeof corridorApi.getCorridor>
/** No more years than a page can show. */
const MOST_YEARS = 10

const yearOf = (day: string): number => Number(day.slice(0, 4))
/** The last day of a year, or the day that is asked of while the year runs. */
const dayOf = (year: number, on: string): string => (year >= yearOf(on) ? on : `${year}-12-31`)

export async function agreementLine(tx: Tx, agreement: Agreement, given: Given): Promise<CorridorLine> {
  const { counted } = await creditedIn(tx, agreement, given, yearOf(given.asked.clocks.on))
  return lineOf(tx, agreement, counted)
}

async function lineOf(tx: Tx, agreement: Agreement, progress: CorridorLine['progress']): Promise<CorridorLine> {
  const { key, name, sending, receiving, receivingName, origin } = agreement
  const sendingName = (await areaNames(tx)).pathOf(sending)
  return { key, name, sending, sendingName, receiving, receivingName, origin, progress }
}

/** Who was credited in a year, below the area by its parts; the task is the agreement's, so it stands beside its own area alone. */
async function creditedIn(tx: Tx, agreement: Agreement, { plan, asked }: Given, year: number) {
  const on = dayOf(year, asked.clocks.on)
  const counting = { plan, clocks: { on, knownAt: asked.clocks.knownAt }, intervals: asked.intervals, step: asked.step }
  const all = await countPeople(tx, creditRule(agreement.key), counting)
  const lifted = await countPeople(tx, creditRule(agreement.key, 'lifted'), counting)
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
  const now = yearOf(asked.clocks.on)
  const first = Math.max(agreement.yearFrom ?? yearOf(plan.startsOn), now - MOST_YEARS + 1)
  const years = []
  for (let year = now; year >= Math.min(first, now); year--)
    years.push((await creditedIn(tx, agreement, given, year)).counted)
  const chosen = await creditedIn(tx, agreement, given, Math.min(given.year ?? now, now))
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
