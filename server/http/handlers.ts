import type { Api } from '#domain/api.ts'
import type { Handlers } from '#domain/base/route.ts'
import { catalogue } from '#domain/people/catalogue.ts'
import type { Plan } from '#domain/plan/indicator.ts'
import { parametersOn } from '#domain/plan/parameters-on.ts'
import { accessHandlers } from '../access/access.handlers.ts'
import type { AccessDoor } from '../access/access-door.ts'
import { roundHandlers } from '../casework/round/rounds.handlers.ts'
import type { Ctx } from '../context.ts'
import type { Door } from '../db.ts'
import { closingHandlers } from '../indicators/closing/closing.handlers.ts'
import type { ClosingJobs } from '../indicators/closing/job/closing-jobs.ts'
import type { Exports } from '../indicators/export/exports.ts'
import { figuresHandlers } from '../indicators/figures.handlers.ts'
import { needsHandlers } from '../indicators/needs.handlers.ts'
import type { FiguresGiven } from '../indicators/question.ts'
import { restatementHandlers } from '../indicators/restatement/restatement.handlers.ts'
import { samplingHandlers } from '../indicators/sampling/sampling.handlers.ts'
import { corridorHandlers } from '../jobs/corridor/corridor.handlers.ts'
import { employerHandlers } from '../jobs/employer/employers.handlers.ts'
import { vacancyImportHandlers } from '../jobs/import/vacancy-import.handlers.ts'
import { matchingHandlers } from '../jobs/matching/matching.handlers.ts'
import type { MatchingJobs } from '../jobs/matching/run/matching-jobs.ts'
import { offerHandlers } from '../jobs/offers/offers.handlers.ts'
import { OpenVacancies } from '../jobs/offers/open-vacancies.ts'
import { referralHandlers } from '../jobs/referral/referrals.handlers.ts'
import { findKind } from '../jobs/site/site-kind.ts'
import { siteHandlers } from '../jobs/site/sites.handlers.ts'
import { vacancyHandlers } from '../jobs/vacancy/vacancies.handlers.ts'
import { wishHandlers } from '../jobs/wish/wishes.handlers.ts'
import type { Keys } from '../keys.ts'
import { listsHandlers } from '../lists/wizard/lists.handlers.ts'
import type { Importer } from '../lists/work/importer.ts'
import { needsApiHandlers } from '../needs/needs.handlers.ts'
import type { Nightly } from '../needs/schedule/nightly.ts'
import { CountyCounts } from '../people/count/county-counts.ts'
import { lifeHandlers } from '../people/household/life.handlers.ts'
import { identityHandlers } from '../people/identity/identity.handlers.ts'
import type { PeopleGiven } from '../people/list/people-given.ts'
import { peopleHandlers } from '../people/people.handlers.ts'
import { requestHandlers } from '../people/request/request.handlers.ts'
import { placesHandlers } from '../places/places.handlers.ts'
import { getPlan } from '../plan/get-plan.ts'
import { planHandlers } from '../plan/plan.handlers.ts'
import { rulesHandlers } from '../rules/rules.handlers.ts'
import type { InstallationDefaults } from './defaults.ts'

const CITY = 500_000_000_000

export type HandlersGiven = {
  access: AccessDoor
  door: Pick<Door, 'asJob'>
  keys: Keys
  dataDir: string
  figures: FiguresGiven
  people: PeopleGiven
  exports: Exports
  importer: Pick<Importer, 'nudge'>
  closing: Pick<ClosingJobs, 'nudge'>
  matching: Pick<MatchingJobs, 'nudge' | 'stopped'>
  nightly: Pick<Nightly, 'share'>
  plan: Plan
  defaults: InstallationDefaults
}

/** All handlers of the contract, each slice given what it asked for. */
export function allHandlers(given: HandlersGiven): Handlers<Api, Ctx> {
  const {
    access,
    door,
    keys,
    dataDir,
    figures,
    people,
    exports,
    importer,
    closing,
    matching,
    nightly,
    plan,
    defaults,
  } = given
  const onDay = () => defaults.on
  const counts = new CountyCounts((work) => door.asJob(work))
  const sites = { ...people, plan: () => plan, plans: figures.plans, on: onDay, counts }
  const planOf = (key: string | undefined) => (key === undefined ? plan : getPlan(figures.plans, key))
  return {
    ...accessHandlers({ door: access, keys, dataDir, defaults: async () => defaults }),
    ...placesHandlers<Ctx>({
      read: (ctx, work) => ctx.asPost(work),
      defaultDay: onDay,
      kindOf: (kind) => findKind(sites, kind),
    }),
    ...planHandlers<Ctx>(figures.plans),
    ...rulesHandlers<Ctx>({ catalogue, parameters: () => parametersOn(plan, defaults.on) }),
    ...figuresHandlers(figures),
    ...closingHandlers(figures, closing),
    ...restatementHandlers(figures, (work) => door.asJob(work)),
    ...peopleHandlers(people),
    ...roundHandlers(people),
    ...vacancyHandlers(people),
    ...vacancyImportHandlers({ plan, nudge: importer.nudge }),
    ...employerHandlers({ ...people, access }),
    ...siteHandlers(sites),
    ...wishHandlers(people),
    ...offerHandlers({ ...people, open: new OpenVacancies((work) => door.asJob(work)) }),
    ...matchingHandlers({ ...people, asJob: (work) => door.asJob(work), jobs: matching }),
    ...referralHandlers(people),
    ...corridorHandlers({ ...people, counts }),
    ...samplingHandlers(figures),
    ...identityHandlers(people),
    ...requestHandlers(people),
    ...lifeHandlers(people),
    ...needsHandlers<Ctx>({
      read: (ctx, work) => ctx.asPost(work),
      planOf,
      defaultArea: (ctx) => ctx.post.area ?? CITY,
    }),
    ...needsApiHandlers({
      ...{ planOf, findPlan: (key) => figures.plans.get(key), on: onDay },
      determinationShare: nightly.share,
    }),
    ...exports.handlers,
    ...listsHandlers({ plan, dataDir, on: defaults.on, nudge: importer.nudge }),
  }
}
