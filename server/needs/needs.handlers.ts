import type { Handlers } from '#domain/base/route.ts'
import type { needsApi } from '#domain/needs/needs.api.ts'
import type { Ctx } from '../context.ts'
import { findingsHandlers } from './findings/findings.handlers.ts'
import type { FindingsGiven } from './findings/findings-given.ts'
import { ordersHandlers } from './orders/orders.handlers.ts'
import { determinationHandlers } from './schedule/determination.handlers.ts'
import { waiversHandlers } from './waivers/waivers.handlers.ts'

/** Findings, their waivers, supervision orders, and the nightly determination. */
export const needsApiHandlers = (
  given: FindingsGiven & { determinationShare(): number | null },
): Handlers<typeof needsApi, Ctx> => ({
  ...findingsHandlers(given),
  ...waiversHandlers(given),
  ...ordersHandlers(given),
  ...determinationHandlers(given.determinationShare),
})
