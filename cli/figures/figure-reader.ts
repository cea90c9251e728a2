import { lastDay } from '#domain/indicators/closing/month.ts'
import type { Ctx } from '#server/context.ts'
import type { Tx } from '#server/db.ts'
import { installationDefaults } from '#server/http/defaults.ts'
import { countedIds } from '#server/indicators/counted/counted.ts'
import { figureRuns } from '#server/indicators/figure-run.ts'
import { figuresOf } from '#server/indicators/figures.handlers.ts'
import { indicatorOf, type Question, questionOf } from '#server/indicators/question.ts'
import { getPlans } from '#server/plan/plan-folder.ts'
import { areaCode } from '../terminal/area-code.ts'
import type { Io } from '../terminal/io.ts'
import { moment } from '../terminal/moment.ts'
import { withDoor } from '../terminal/with-door.ts'

type Values = {
  on?: string
  area?: string
  'known-at'?: string
  plan?: string
  division?: string
  /** The month whose frozen figures are asked for. */
  reported?: string
}
type Figures = Awaited<ReturnType<typeof figuresOf>>
export type FigureReader = {
  figures(): Promise<Figures>
  counted(indicator: string, part: string | undefined): Promise<number[]>
}

const WHOLE_CITY = { area: 500_000_000_000, scope: { lo: 500_000_000_000, hi: 510_000_000_000 } }

/** The figures of the question a command line asks, read for the whole city on the machine itself. */
export function figureReader<T>(io: Io, values: Values, work: (reader: FigureReader) => Promise<T>): Promise<T> {
  return withDoor(io, 'figures', async (door) => {
    const asker: Pick<Ctx, 'asPost'> & { post: typeof WHOLE_CITY } = {
      asPost: (run) => door.asJob(run),
      post: WHOLE_CITY,
    }
    const given = { plans: getPlans(), runs: figureRuns(door), defaults: () => installationDefaults(door) }
    const question = await questionOf(given, asker, askedOf(values))
    return work(readerOf((run) => door.asJob(run), question))
  })
}

const readerOf = (read: <T>(run: (tx: Tx) => Promise<T>) => Promise<T>, question: Question): FigureReader => ({
  figures: () => read((tx) => figuresOf(tx, question, [question.area], question.plan.indicators)),
  counted: (key, part) => read((tx) => countedIds(tx, question, indicatorOf(question.plan, key), part)),
})

function askedOf({ on, area, 'known-at': knownAt, plan, division, reported }: Values) {
  return {
    ...(reported !== undefined && { on: lastDay(reported), reported: true }),
    ...(on !== undefined && { on }),
    ...(area !== undefined && { area: areaCode(area) }),
    ...(knownAt !== undefined && { knownAt: moment(knownAt) }),
    ...(plan !== undefined && { plan }),
    ...(division !== undefined && { division }),
  }
}
