/** What an act on a referral changes on any screen. */
export const STALE = [
  ...['listReferrals', 'getReferral', 'listPersonReferrals', 'listVacancyReferrals', 'listOffers', 'listCandidates'],
  ...['listVacancies', 'getVacancy', 'getFile', 'listFileFindings', 'listFindings', 'listNeeds', 'listPeople'],
  ...['listFigures', 'listCounted', 'getWorkWish'],
]
