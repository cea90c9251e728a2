import type { Handlers, Reply } from '#domain/base/route.ts'
import type { needsApi } from '#domain/needs/needs.api.ts'
import { DEFAULT_TIME, nextDue } from '#domain/needs/nightly.ts'
import type { Ctx } from '../../context.ts'
import { isSilent, lastRuns, nightlyTime } from './run.sql.ts'

type Run = Reply<typeof needsApi.getDetermination>['runs'][number]
const SHOWN = 10

/** `share`: how far the run is that goes on in this server. */
export function determinationHandlers(
  share: () => number | null,
): Pick<Handlers<typeof needsApi, Ctx>, 'getDetermination'> {
  return {
    getDetermination: (_, ctx) =>
      ctx.asPost(async (tx) => {
        const timeOfDay = (await nightlyTime(tx)) ?? DEFAULT_TIME
        const runs = (await lastRuns(tx, SHOWN)).map((run): Run => {
          const { files, predicates, gained, lost } = run
          const ended = run.finished_at !== null
          const state = run.problem !== null ? 'failed' : ended ? 'done' : isSilent(run, ctx.now) ? 'broken' : 'running'
          return {
            ...{ cause: run.cause as Run['cause'], startedAt: run.started_at, finishedAt: run.finished_at, state },
            ...{
              files,
              predicates,
              gained,
              lost,
              seconds: run.seconds === null ? null : Number(run.seconds),
              share: state === 'running' ? share() : null,
            },
          }
        })
        return { timeOfDay, dueAt: nextDue(timeOfDay, ctx.now).toISOString(), runs }
      }),
  }
}
