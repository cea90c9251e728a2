import { fail } from '#domain/base/fail.ts'
import type { Handlers } from '#domain/base/route.ts'
import type { indicatorsApi } from '#domain/indicators/indicators.api.ts'
import { levelOf, subtree } from '#domain/places/area.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import type { Tx } from '../db.ts'
import { countFound } from '../needs/count-found.sql.ts'

/** What the server gives these handlers, whatever its context holds. */
export type NeedsGiven<Ctx> = {
  /** Runs under the scope of the acting post: what it may not see is not counted. */
  read<T>(ctx: Ctx, work: (tx: Tx) => Promise<T>): Promise<T>
  /** The plan a question names, or the one in force. */
  planOf(key: string | undefined): Plan
  /** The area a question speaks of when it names none: the post's own. */
  defaultArea(ctx: Ctx): number
}

export function needsHandlers<Ctx>({
  read,
  planOf,
  defaultArea,
}: NeedsGiven<Ctx>): Pick<Handlers<typeof indicatorsApi, Ctx>, 'listNeeds'> {
  return {
    listNeeds: async ({ query }, ctx) => {
      const plan = planOf(query.plan)
      const area = query.area ?? defaultArea(ctx)
      levelOf(area)
      const { determined, counts } = await read(ctx, (tx) => countFound(tx, subtree(area), levelOf(area)))
      if (!determined) refuseUndetermined()
      return {
        lines: plan.predicates
          .filter(({ record }) => record === 'person')
          .map(({ key, kind, name, severity }) => {
            const { yes = 0, unknown = 0 } = counts.get(key) ?? {}
            return { key, kind, name, severity: severity ?? null, yes, unknown }
          }),
      }
    },
  }
}

/** Nobody determined yet is not the same as nobody in need. */
function refuseUndetermined(): never {
  return fail(
    'needs.determination.missing',
    {
      zh: '需求和疑点尚未判定。请稍候，或运行 ricebowl determine。',
      en: 'Needs and findings have not been determined yet. Wait a moment, or run ricebowl determine.',
    },
    { status: 503 },
  )
}
