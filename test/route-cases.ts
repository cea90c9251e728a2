import { randomUUID } from 'node:crypto'
import type { Api } from '#domain/api.ts'
import type { Input, Route } from '#domain/base/route.ts'
import { corridorCases } from './route-cases-corridor.ts'
import { employerCases } from './route-cases-employer.ts'
import { referralCases } from './route-cases-referral.ts'
import type { Place, RouteCase } from './route-matrix.ts'

export type CaseOf<R extends Route> = Omit<RouteCase, 'ask'> & { ask(place: Place): Input<R> & Record<string, object> }

const ON = '2021-09-17'
const NOW = '2021-09-17T00:00:00Z'
const PLAN = 'chongqing-2021'
const INDICATOR = 'workshops'
const FINDING = 'wage-too-low'
const HASH = '0'.repeat(64)
const PEOPLE = 'lifted-in-work'
const EXACT = { confidence: 0.95, error: 0.1, expected: 0.9, minimum: 1 } as const
const command = () => randomUUID()
const asked = () => ({ clientId: command(), reason: '核对过证件原件' })

const AT_SITE = { about: 'file', where: ({ siteArea }: Place) => siteArea } as const
const joining = (person: number) => ({ person, from: ON, evidence: 'visit' })

/** A public post of the place: no licence is asked of it. */
const vacancy = (place: number) => ({
  ...({ kind: 'public_post', title: '护林员', occupation: '5-02-03-01', employer: '某村民委员会', place } as const),
  ...({ openings: 2, wageForm: 'month', wageLowFen: 50_000, hoursPerDay: 3, from: ON } as const),
})

/** A question to every route; a route that is added has no case and does not compile. */
export const routeCases: { [K in keyof Api]: CaseOf<Api[K]> } = {
  signIn: { about: 'own', ask: () => ({ body: { signIn: 'city', password: 'ricebowl-2021' } }) },
  signOut: { about: 'own', ask: () => ({}) },
  getMe: { about: 'own', ask: () => ({}) },
  choosePost: { about: 'vain', ask: () => ({ body: { post: 1 } }) },
  enrolSecondFactor: { about: 'vain', ask: () => ({ body: { password: 'x' } }) },
  confirmSecondFactor: { about: 'vain', ask: () => ({ body: { sealed: '', code: '000000' } }) },
  changePassword: { about: 'vain', ask: () => ({ body: { password: 'x', fresh: '稻田里的小鸭子会游泳吗' } }) },
  listDemoSignIns: { about: 'own', ask: () => ({}) },
  listAudit: { about: 'own', ask: () => ({ query: {} }) },
  verifyAudit: { about: 'own', ask: () => ({}) },
  listOfficers: { about: 'own', ask: () => ({ query: {} }) },
  unlockOfficer: { about: 'vain', ask: () => ({ params: { id: 1 } }) },
  disableOfficer: { about: 'vain', ask: () => ({ params: { id: 1 } }) },
  openOfficer: { about: 'own', ask: () => ({ body: { signIn: `o-${command()}`, name: '测试员' } }) },
  resetPassword: { about: 'vain', ask: () => ({ params: { id: 1 } }) },
  listPostPlaces: { about: 'own', ask: () => ({ query: { in: 500000000000 } }) },
  givePost: {
    about: 'vain',
    ask: () => ({ params: { id: 1 }, body: { role: 'audit', area: null, title: '审计管理员' } }),
  },
  endPost: { about: 'vain', ask: () => ({ params: { id: 1, post: 1 } }) },

  getArea: { about: 'own', ask: ({ area }) => ({ params: { code: area }, query: {} }) },
  listDivisions: { about: 'own', ask: () => ({}) },
  listReportingUnits: { about: 'own', ask: () => ({}) },
  getSite: {
    about: 'file',
    where: ({ siteArea }) => siteArea,
    ask: ({ site }) => ({ params: { id: site }, query: { on: ON } }),
  },

  listSites: { about: 'area', ask: ({ area }) => ({ query: { area, on: ON } }) },
  getSiteMonth: {
    ...AT_SITE,
    ask: ({ site }) => ({ params: { id: site, month: '2021-08' }, query: { on: ON } }),
  },
  getSiteFindings: { ...AT_SITE, ask: ({ site }) => ({ params: { id: site }, query: { on: ON } }) },
  getSiteEvaluation: { ...AT_SITE, ask: ({ site }) => ({ params: { id: site }, query: { on: ON } }) },
  getSiteMembers: { ...AT_SITE, ask: ({ site }) => ({ params: { id: site }, query: { on: ON } }) },
  checkRoster: { about: 'vain', ask: ({ person }) => ({ params: { id: 2 ** 50 }, body: joining(person) }) },
  joinRoster: {
    about: 'vain',
    ask: ({ person }) => ({ params: { id: 2 ** 50 }, body: { ...asked(), ...joining(person) } }),
  },
  leaveRoster: {
    about: 'vain',
    ask: ({ site }) => ({
      params: { id: site, roster: 2 ** 50 },
      body: { ...asked(), lastDay: ON, evidence: 'visit', knownFrom: NOW },
    }),
  },
  verifyRoster: {
    about: 'vain',
    ask: ({ site }) => ({
      params: { id: site, roster: 2 ** 50 },
      body: { clientId: command(), method: 'visit', on: ON, knownFrom: NOW },
    }),
  },
  confirmAttendance: {
    about: 'vain',
    ask: ({ site, person }) => ({
      params: { id: site, month: '2021-08' },
      body: { clientId: command(), people: [{ person: person + 2 ** 40, days: 1, evidence: 'photo' }] },
    }),
  },
  evaluateSite: {
    ...AT_SITE,
    ask: ({ site }) => ({ params: { id: site }, body: { ...asked(), year: 2019, grade: 'good', countedOn: ON } }),
  },

  listPeople: { about: 'area', ask: ({ area }) => ({ query: { area, on: ON } }) },
  searchPeople: { about: 'own', ask: () => ({ body: { text: '王' } }) },
  getFile: { about: 'file', ask: ({ person }) => ({ params: { id: person }, query: { on: ON } }) },
  explainPredicate: {
    about: 'file',
    ask: ({ person }) => ({ params: { id: person }, query: { on: ON, predicate: 'workshop-workers' } }),
  },
  revealField: {
    about: 'file',
    ask: ({ person }) => ({ params: { id: person }, body: { field: 'identity', reason: '电话核实就业状态' } }),
  },
  listReaders: { about: 'file', ask: ({ person }) => ({ params: { id: person } }) },
  checkEmployment: {
    about: 'file',
    ask: ({ person, area }) => ({
      params: { id: person },
      body: { from: '2021-01-01', place: area, channel: 'local_firm' },
    }),
  },
  recordEmployment: {
    about: 'file',
    ask: ({ person, area }) => ({
      params: { id: person },
      body: { clientId: command(), from: '2021-01-01', place: area, channel: 'local_firm' },
    }),
  },
  endEmployment: {
    about: 'file',
    ask: ({ person, employment }) => ({
      params: { id: person, employment },
      body: { clientId: command(), endedOn: ON, knownFrom: NOW },
    }),
  },
  verifyEmployment: {
    about: 'file',
    ask: ({ person, employment }) => ({
      params: { id: person, employment },
      body: { clientId: command(), method: 'phone', on: ON, knownFrom: NOW },
    }),
  },
  planSample: { about: 'area', ask: ({ area }) => ({ query: { indicator: PEOPLE, area, on: ON, ...EXACT } }) },
  drawSample: {
    about: 'area',
    ask: ({ area }) => ({ body: { clientId: command(), indicator: PEOPLE, area, on: ON, ...EXACT } }),
  },
  listSamples: { about: 'area', ask: ({ area }) => ({ query: { indicator: PEOPLE, area } }) },
  getSample: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 } }) },
  proveSample: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 } }) },
  listSamplePeople: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, query: {} }) },
  answerSample: {
    about: 'vain',
    ask: ({ person }) => ({
      params: { id: 2 ** 50, person },
      body: { clientId: command(), answer: 'held', method: 'phone', knownFrom: NOW },
    }),
  },
  listRound: { about: 'area', ask: ({ area }) => ({ query: { area, on: ON } }) },
  getRoundCoverage: { about: 'area', ask: ({ area }) => ({ query: { area, on: ON } }) },
  answerRound: {
    about: 'file',
    ask: ({ person }) => ({
      params: { id: person },
      body: { clientId: command(), outcome: 'same', method: 'phone', on: ON, seen: { standing: [], answer: null } },
    }),
  },
  withdrawRoundAnswer: {
    about: 'file',
    ask: ({ person }) => ({ params: { id: person, answer: 2 ** 50 }, body: { clientId: command() } }),
  },
  findOccupations: { about: 'own', ask: () => ({ query: { text: '月嫂' } }) },
  listVacancies: { about: 'own', ask: ({ area }) => ({ query: { place: area, on: ON, state: 'all' } }) },
  ...employerCases,
  getVacancy: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, query: {} }) },
  checkVacancy: { about: 'own', ask: () => ({ body: { title: '限男性' } }) },
  recordVacancy: { about: 'own', ask: ({ area }) => ({ body: { clientId: command(), facts: vacancy(area) } }) },
  changeVacancy: {
    about: 'vain',
    ask: ({ area }) => ({
      params: { id: 2 ** 50 },
      body: { clientId: command(), knownFrom: NOW, facts: vacancy(area) },
    }),
  },
  refreshVacancy: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command(), knownFrom: NOW, on: ON } }),
  },
  takeOpenings: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command(), knownFrom: NOW, taken: 1 } }),
  },
  closeVacancy: {
    about: 'vain',
    ask: () => ({
      params: { id: 2 ** 50 },
      body: { clientId: command(), knownFrom: NOW, on: ON, reason: 'withdrawn' },
    }),
  },
  getWorkWish: { about: 'file', ask: ({ person }) => ({ params: { id: person }, query: { on: ON } }) },
  recordWorkWish: {
    about: 'file',
    ask: ({ person }) => ({
      params: { id: person },
      body: { clientId: command(), on: ON, seen: null, facts: { occupations: ['6-05-01-03'], reach: 'county' } },
    }),
  },
  listOffers: { about: 'file', ask: ({ person }) => ({ params: { id: person }, query: { on: ON } }) },
  listPlainOffers: {
    about: 'file',
    ask: ({ person }) => ({ params: { id: person }, query: { on: ON, order: 'nearest' } }),
  },
  listCandidates: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, query: {} }) },
  listMatchRuns: { about: 'own', ask: () => ({ query: {} }) },
  startMatchRun: { about: 'vain', ask: () => ({ body: { clientId: command(), settings: { on: '2021-02-30' } } }) },
  getMatchRun: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 } }) },
  getMatchResult: { about: 'vain', ask: ({ area }) => ({ params: { id: 2 ** 50 }, query: { area } }) },
  stopMatchRun: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command() } }) },
  replayMatchRun: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command() } }) },
  listMatchPeople: { about: 'vain', ask: ({ area }) => ({ params: { id: 2 ** 50 }, query: { area } }) },
  listMatchVacancies: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, query: {} }) },
  getPersonMatch: { about: 'file', ask: ({ person }) => ({ params: { id: person }, query: {} }) },
  getVacancyMatch: { about: 'own', ask: () => ({ params: { id: 2 ** 50 }, query: {} }) },
  ...referralCases,
  ...corridorCases,
  revealVacancyPhone: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, body: { reason: '联系单位核实' } }) },
  listFilters: { about: 'own', ask: () => ({}) },
  saveFilter: { about: 'own', ask: () => ({ body: { name: '我的条件', where: 'age >= 16' } }) },
  dropFilter: { about: 'vain', ask: () => ({ params: { id: 1 } }) },

  findCandidates: { about: 'own', ask: () => ({ body: { name: '冉光秀', birthDate: '1988-03-12' } }) },
  openFile: {
    about: 'area',
    ask: ({ area }) => ({
      body: { clientId: command(), name: '新某某', area, evidence: 'visit', different: [] },
    }),
  },
  listDuplicates: { about: 'area', ask: ({ area }) => ({ query: { area } }) },
  keepApart: {
    about: 'file',
    ask: ({ person }) => ({ body: { clientId: command(), one: person, other: person, reason: '核对过证件' } }),
  },

  compareFiles: { about: 'vain', ask: ({ person }) => ({ params: { id: person, other: person } }) },
  askMerge: {
    about: 'file',
    ask: ({ person }) => ({
      params: { id: person },
      body: { ...asked(), other: person, take: [], leaveOut: [] },
    }),
  },
  askUnmerge: {
    about: 'vain',
    ask: ({ person }) => ({ params: { id: person }, body: { ...asked(), merged: 1 } }),
  },
  askNumber: { about: 'file', ask: ({ person }) => ({ params: { id: person }, body: { ...asked(), number: '' } }) },
  askMove: {
    about: 'file',
    ask: ({ person, area }) => ({ params: { id: person }, body: { ...asked(), to: area, on: ON } }),
  },
  listRequests: { about: 'own', ask: () => ({ query: {} }) },
  approveRequest: { about: 'vain', ask: () => ({ params: { id: 1 }, body: { clientId: command() } }) },
  rejectRequest: { about: 'vain', ask: () => ({ params: { id: 1 }, body: asked() }) },
  withdrawRequest: { about: 'vain', ask: () => ({ params: { id: 1 }, body: asked() }) },
  getStanding: { about: 'file', ask: ({ person }) => ({ params: { id: person } }) },
  findHouseholds: { about: 'area', ask: ({ area }) => ({ body: { area } }) },
  recordDeath: {
    about: 'file',
    ask: ({ person }) => ({
      params: { id: person },
      body: { clientId: command(), on: '2999-01-01', evidence: 'visit' },
    }),
  },
  undoDeath: { about: 'file', ask: ({ person }) => ({ params: { id: person }, body: asked() }) },
  splitHousehold: {
    about: 'file',
    ask: ({ person }) => ({ params: { id: person }, body: { ...asked(), members: [], on: ON, code: '0' } }),
  },
  joinHousehold: {
    about: 'file',
    ask: ({ person }) => ({
      params: { id: person },
      body: { ...asked(), household: 1, relation: 'head', on: ON },
    }),
  },
  changeHead: {
    about: 'file',
    ask: ({ person }) => ({
      params: { id: person },
      body: { ...asked(), relations: [{ person, relation: 'head' }], on: ON },
    }),
  },

  listFacts: { about: 'own', ask: () => ({}) },
  checkRule: { about: 'own', ask: () => ({ body: { text: 'age >= 16', record: 'person' } }) },
  listPlans: { about: 'own', ask: () => ({}) },
  getPlan: { about: 'own', ask: () => ({ params: { plan: PLAN } }) },

  listFindings: { about: 'area', ask: ({ area }) => ({ query: { area } }) },
  listFindingAreas: { about: 'area', ask: ({ area }) => ({ query: { area } }) },
  listFindingTrend: { about: 'area', ask: ({ area }) => ({ query: { area, by: 'month' } }) },
  listFindingPeople: {
    about: 'area',
    ask: ({ area }) => ({ params: { finding: FINDING }, query: { area, state: 'open' } }),
  },
  listFileFindings: { about: 'file', ask: ({ person }) => ({ params: { id: person } }) },
  listWaivers: { about: 'area', ask: ({ area }) => ({ query: { area } }) },
  askWaiver: {
    about: 'file',
    ask: ({ person }) => ({
      params: { id: person, finding: FINDING },
      body: { clientId: command(), reason: '已核实属实', endsOn: '2099-01-01' },
    }),
  },
  decideWaiver: { about: 'vain', ask: () => ({ params: { id: 1 }, body: { clientId: command(), granted: true } }) },
  revokeWaiver: {
    about: 'vain',
    ask: () => ({ params: { id: 1 }, body: { clientId: command(), reason: '情况已变化' } }),
  },
  listOrders: { about: 'own', ask: () => ({ query: {} }) },
  getOrder: { about: 'vain', ask: () => ({ params: { id: 1 } }) },
  sendOrder: {
    about: 'area',
    ask: ({ area }) => ({
      body: {
        ...{ clientId: command(), area, subject: 'finding', key: FINDING },
        ...{ words: '请核实并更正', dueOn: '2099-01-01' },
      },
    }),
  },
  takeOrderStep: {
    about: 'vain',
    ask: () => ({ params: { id: 1 }, body: { clientId: command(), act: 'accept', seen: 0 } }),
  },
  getDetermination: { about: 'own', ask: () => ({}) },

  listFigures: { about: 'area', ask: ({ area }) => ({ query: { area, on: ON } }) },
  listFiguresByArea: {
    about: 'area',
    ask: ({ area }) => ({ params: { indicator: INDICATOR }, query: { area, on: ON } }),
  },
  listFigureSeries: {
    about: 'area',
    ask: ({ area }) => ({ params: { indicator: INDICATOR }, query: { area, on: ON, months: 2 } }),
  },
  listFigureRuns: { about: 'own', ask: () => ({}) },
  listCounted: { about: 'area', ask: ({ area }) => ({ params: { indicator: INDICATOR }, query: { area, on: ON } }) },
  listNeeds: { about: 'area', ask: ({ area }) => ({ query: { area } }) },
  requestExport: {
    about: 'area',
    ask: ({ area }) => ({
      body: { clientId: command(), reason: '核对本区名单', list: { area, on: ON, predicate: 'wants-work' } },
    }),
  },
  getExport: { about: 'vain', ask: () => ({ params: { id: 1 } }) },

  listMonths: { about: 'own', ask: () => ({ query: {} }) },
  getMonth: { about: 'area', ask: ({ area }) => ({ params: { month: '2021-09' }, query: { area } }) },
  freezeMonth: { about: 'own', ask: () => ({ params: { month: '2021-09' }, body: { clientId: command() } }) },
  confirmMonth: {
    about: 'area',
    ask: ({ area }) => ({ params: { month: '2021-09' }, body: { clientId: command(), area, hash: HASH } }),
  },
  sendBackMonth: {
    about: 'area',
    ask: ({ area }) => ({
      params: { month: '2021-09' },
      body: { clientId: command(), area, hash: HASH, reason: '数字与台账不符' },
    }),
  },
  closeMonth: {
    about: 'own',
    ask: () => ({ params: { month: '2021-09' }, body: { clientId: command(), seal: HASH } }),
  },
  getMonthJob: { about: 'own', ask: () => ({ params: { month: '2021-09' }, query: {} }) },
  verifyMonth: { about: 'own', ask: () => ({ params: { month: '2021-09' }, query: {} }) },
  listRestatements: { about: 'area', ask: ({ area }) => ({ params: { month: '2021-09' }, query: { area } }) },
  listRestatedAreas: {
    about: 'area',
    ask: ({ area }) => ({ params: { month: '2021-09', indicator: INDICATOR }, query: { area } }),
  },
  listRestated: {
    about: 'area',
    ask: ({ area }) => ({ params: { month: '2021-09', indicator: INDICATOR }, query: { area } }),
  },

  listLists: { about: 'own', ask: () => ({}) },
  listImports: { about: 'own', ask: () => ({ query: {} }) },
  getImport: { about: 'vain', ask: () => ({ params: { id: 1 } }) },
  inspectImport: { about: 'vain', ask: () => ({ params: { id: 1 } }) },
  readImport: {
    about: 'vain',
    ask: () => ({ params: { id: 1 }, body: { clientId: command(), list: 'work-monitoring', on: ON } }),
  },
  listImportRows: { about: 'vain', ask: () => ({ params: { id: 1 }, query: {} }) },
  decideImportRows: {
    about: 'vain',
    ask: () => ({
      params: { id: 1 },
      body: { clientId: command(), decisions: [{ row: 2, decision: 'open' as const }] },
    }),
  },
  listUntoldOccupations: { about: 'vain', ask: () => ({ params: { id: 1 } }) },
  chooseOccupations: {
    about: 'vain',
    ask: () => ({
      params: { id: 1 },
      body: { clientId: command(), chosen: [{ words: '普工', occupation: '6-05-01-03' }] },
    }),
  },
  applyImport: { about: 'vain', ask: () => ({ params: { id: 1 }, body: { clientId: command() } }) },
  listImportFindings: { about: 'vain', ask: () => ({ params: { id: 1 } }) },
  discardImport: { about: 'vain', ask: () => ({ params: { id: 1 }, body: { clientId: command() } }) },
  resumeImport: { about: 'vain', ask: () => ({ params: { id: 1 }, body: { clientId: command() } }) },
  stopImport: { about: 'vain', ask: () => ({ params: { id: 1 }, body: { clientId: command() } }) },
  undoImport: { about: 'vain', ask: () => ({ params: { id: 1 }, body: { clientId: command() } }) },
}
