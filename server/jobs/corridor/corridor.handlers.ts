import type { Handlers } from '#domain/base/route.ts'
import type { batchApi } from '#domain/jobs/corridor/batch.api.ts'
import type { correctionApi } from '#domain/jobs/corridor/correction.api.ts'
import type { corridorApi } from '#domain/jobs/corridor/corridor.api.ts'
import type { flowApi } from '#domain/jobs/corridor/flow.api.ts'
import type { travellerApi } from '#domain/jobs/corridor/traveller.api.ts'
import type { Ctx } from '../../context.ts'
import type { CountyCounts } from '../../people/count/county-counts.ts'
import type { PeopleGiven } from '../../people/list/people-given.ts'
import { agreementHandlers } from './agreement/agreements.handlers.ts'
import { batchHandlers } from './batch/batches.handlers.ts'
import { correctionHandlers } from './correction/corrections.handlers.ts'
import { listFlows } from './flow/list-flows.ts'
import { travellerHandlers } from './traveller/travellers.handlers.ts'

type Routes = typeof corridorApi & typeof batchApi & typeof correctionApi & typeof travellerApi & typeof flowApi

/** 劳务协作: agreements, orders, batches, travellers, and where people of an area work. */
export function corridorHandlers(given: PeopleGiven & { counts: CountyCounts }): Handlers<Routes, Ctx> {
  return {
    ...agreementHandlers(given),
    ...batchHandlers(given),
    ...correctionHandlers(given),
    ...travellerHandlers(given),
    listFlows: ({ query }, ctx) => listFlows(query, ctx, { given, counts: given.counts }),
  }
}
