import type { Api } from '#domain/api.ts'
import type { Handlers } from '#domain/base/route.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { siteFieldLabel } from '#domain/plan/site-fields.ts'
import { accessHandlers } from '../access/access.handlers.ts'
import type { AccessDoor } from '../access/access-door.ts'
import type { Ctx } from '../context.ts'
import type { Door } from '../db.ts'
import { figuresHandlers } from '../indicators/figures.handlers.ts'
import type { FiguresGiven } from '../indicators/question.ts'
import type { Keys } from '../keys.ts'
import { placesHandlers } from '../places/places.handlers.ts'
import { planHandlers } from '../plan/plan.handlers.ts'
import { rulesHandlers } from '../rules/rules.handlers.ts'
import type { InstallationDefaults } from './defaults.ts'

export type HandlersGiven = {
  door: Door
  access: AccessDoor
  keys: Keys
  dataDir: string
  figures: FiguresGiven
  plan: Plan
  defaults: InstallationDefaults
}

/** All handlers of the contract, each slice given what it asked for. */
export function allHandlers(given: HandlersGiven): Partial<Handlers<Api, Ctx>> {
  const { access, keys, dataDir, figures, plan, defaults } = given
  const onDay = () => defaults.on
  return {
    ...accessHandlers({ door: access, keys, dataDir, defaults: async () => defaults }),
    ...placesHandlers<Ctx>({ read: (ctx, work) => ctx.asPost(work), defaultDay: onDay, labelOf: siteFieldLabel(plan) }),
    ...planHandlers<Ctx>(figures.plans),
    ...rulesHandlers<Ctx>({ catalogue, parameters: () => parametersOn(plan, defaults.on) }),
    ...figuresHandlers(figures),
  }
}
