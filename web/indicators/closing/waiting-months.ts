import type { Api } from '#domain/api.ts'
import type { Reply } from '#domain/base/route.ts'

type MonthLine = Reply<Api['listMonths']>['months'][number]

/**
 * The months that wait for the reader: to be confirmed or told anew where a unit is answered for; for whoever closes months those
 * that are ready, and the newest ended one while it is not frozen yet. `months` the newest first.
 */
export const waitingMonths = (months: readonly MonthLine[], can: (permission: string) => boolean): MonthLine[] =>
  months.filter(({ mine, state, month }) =>
    can('indicators.close')
      ? state === 'ready' || (state === 'open' && month === months[0]?.month)
      : mine !== null && mine.state !== 'confirmed' && mine.state !== 'waiting',
  )
