import { accessApi } from './access/access.api.ts'
import { roundApi } from './casework/round.api.ts'
import { closingApi } from './indicators/closing/closing.api.ts'
import { indicatorsApi } from './indicators/indicators.api.ts'
import { samplingApi } from './indicators/sampling/sampling.api.ts'
import { batchApi } from './jobs/corridor/batch.api.ts'
import { correctionApi } from './jobs/corridor/correction.api.ts'
import { corridorApi } from './jobs/corridor/corridor.api.ts'
import { flowApi } from './jobs/corridor/flow.api.ts'
import { travellerApi } from './jobs/corridor/traveller.api.ts'
import { employerApi } from './jobs/employer/employer.api.ts'
import { vacancyImportApi } from './jobs/import/vacancy-import.api.ts'
import { matchingApi } from './jobs/matching/matching.api.ts'
import { offersApi } from './jobs/offers/offers.api.ts'
import { referralApi } from './jobs/referral/referral.api.ts'
import { siteApi } from './jobs/site/site.api.ts'
import { vacancyApi } from './jobs/vacancy/vacancy.api.ts'
import { wishApi } from './jobs/wish/wish.api.ts'
import { listsApi } from './lists/lists.api.ts'
import { needsApi } from './needs/needs.api.ts'
import { changeRequestApi } from './people/identity/change-request.api.ts'
import { identityApi } from './people/identity/identity.api.ts'
import { lifeApi } from './people/identity/life.api.ts'
import { peopleApi } from './people/people.api.ts'
import { placesApi } from './places/places.api.ts'
import { planApi } from './plan/plan.api.ts'
import { rulesApi } from './rules/rules.api.ts'

/** Every route of the system; a name stands once. */
export const api = {
  ...accessApi,
  ...placesApi,
  ...peopleApi,
  ...identityApi,
  ...changeRequestApi,
  ...lifeApi,
  ...rulesApi,
  ...planApi,
  ...needsApi,
  ...listsApi,
  ...roundApi,
  ...vacancyApi,
  ...vacancyImportApi,
  ...employerApi,
  ...siteApi,
  ...wishApi,
  ...offersApi,
  ...matchingApi,
  ...referralApi,
  ...corridorApi,
  ...batchApi,
  ...correctionApi,
  ...travellerApi,
  ...flowApi,
  ...indicatorsApi,
  ...closingApi,
  ...samplingApi,
}
export type Api = typeof api
