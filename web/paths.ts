import type { Day } from '#domain/base/date.ts'

/** What an address may carry. The first five are the view: they follow the reader from page to page. */
export type Search = {
  on?: Day | undefined
  knownAt?: string | undefined
  /** As reported: figures out of the snapshot of the month whose last day is `on`. */
  reported?: boolean | undefined
  division?: Day | undefined
  plan?: string | undefined
  area?: number | undefined
  /** The indicator that a map or a ranking shows. */
  indicator?: string | undefined
  /** FEEL over the facts of what is listed. */
  filter?: string | undefined
  /** Key of a need or finding. */
  predicate?: string | undefined
  /** A part of a figure (a code of its breakdown, `lifted`, `of`). */
  part?: string | undefined
  /** Keyset position of a list. */
  after?: string | undefined
  action?: string | undefined
  /** Show only figures in this state. */
  state?: (typeof states)[number] | undefined
  /** A household that a new file belongs to, and its village. */
  household?: number | undefined
  village?: number | undefined
  /** Vacancies: a code of the classification, who offers them, where the work is, a part of the title or the employer. */
  occupation?: string | undefined
  kind?: string | undefined
  place?: number | undefined
  text?: string | undefined
  /** The month of a site's roster, 2021-08. */
  month?: string | undefined
  /** Of a match run: why there is no job, and the assistance tier. */
  reason?: string | undefined
  tier?: number | undefined
  /** Where to go after signing in. */
  back?: string | undefined
}
/** A page of the console with its own part of the address; the view is added where it is shown as a link. */
export type To = { path: string; search?: Search }

export const viewKeys = ['on', 'knownAt', 'reported', 'division', 'plan', 'area'] as const satisfies (keyof Search)[]
const states = ['met', 'ahead', 'on_track', 'behind', 'missed', 'outside', 'none'] as const
const seg = (value: string | number) => encodeURIComponent(String(value))

/** Every address of the console. No personal data ever stands in one: people are named by ledger id. */
export const paths = {
  signIn: (back?: string): To => ({ path: '/sign-in', search: { back } }),
  overview: (search: Pick<Search, 'area'> = {}): To => ({ path: '/', search }),
  map: (search: Pick<Search, 'indicator' | 'division'> = {}): To => ({ path: '/map', search }),
  plan: (plan?: string): To => ({ path: '/plan', search: plan ? { plan } : {} }),
  action: (action: string): To => ({ path: `/actions/${seg(action)}` }),
  measure: (measure: string): To => ({ path: `/measures/${seg(measure)}` }),
  indicator: (indicator: string, search: Pick<Search, 'area'> = {}): To => ({
    path: `/indicators/${seg(indicator)}`,
    search,
  }),
  /** The list a figure was counted from: as many lines as the figure says. */
  counted: (indicator: string, search: Pick<Search, 'area' | 'part' | 'filter'> = {}): To => ({
    path: `/indicators/${seg(indicator)}/counted`,
    search,
  }),
  /** An area and what lies below it; `area` in the view becomes this one. */
  area: (area: number, search: Pick<Search, 'indicator' | 'filter'> = {}): To => ({
    path: `/areas/${seg(area)}`,
    search: { ...search, area },
  }),
  people: (search: Pick<Search, 'area' | 'filter' | 'predicate'> = {}): To => ({ path: '/people', search }),
  search: (): To => ({ path: '/search' }),
  /** With a household and its village: the new file belongs to it. */
  openFile: (into: Pick<Search, 'household' | 'village'> = {}): To => ({ path: '/people/new', search: into }),
  merge: (person: number, other: number): To => ({ path: `/people/${seg(person)}/merge/${seg(other)}` }),
  duplicates: (search: Pick<Search, 'area'> = {}): To => ({ path: '/duplicates', search }),
  requests: (): To => ({ path: '/requests' }),
  file: (person: number): To => ({ path: `/people/${seg(person)}` }),
  why: (person: number, predicate: string): To => ({ path: `/people/${seg(person)}/why`, search: { predicate } }),
  /** `part`: a finding by its key, or `any`. */
  sites: (search: Pick<Search, 'area' | 'kind' | 'part'> = {}): To => ({ path: '/sites', search }),
  /** `part`: a finding whose people are shown. */
  site: (site: number, search: Pick<Search, 'month' | 'part'> = {}): To => ({ path: `/sites/${seg(site)}`, search }),
  samples: (search: Pick<Search, 'indicator'> = {}): To => ({ path: '/samples', search }),
  sample: (sample: number): To => ({ path: `/samples/${seg(sample)}` }),
  /** Whom to call of a sample; `area` is a county, `part` an answer. */
  samplePeople: (sample: number, search: Pick<Search, 'area' | 'part'> = {}): To => ({
    path: `/samples/${seg(sample)}/people`,
    search,
  }),
  round: (search: Pick<Search, 'area' | 'part'> = {}): To => ({ path: '/round', search }),
  roundCoverage: (search: Pick<Search, 'area'> = {}): To => ({ path: '/round/coverage', search }),
  findings: (search: Pick<Search, 'area'> = {}): To => ({ path: '/findings', search }),
  finding: (finding: string, search: Pick<Search, 'area' | 'part'> = {}): To => ({
    path: `/findings/${seg(finding)}`,
    search,
  }),
  waivers: (): To => ({ path: '/waivers' }),
  orders: (): To => ({ path: '/orders' }),
  order: (order: number): To => ({ path: `/orders/${seg(order)}` }),
  vacancies: (search: Pick<Search, 'occupation' | 'kind' | 'place' | 'text' | 'part'> = {}): To => ({
    path: '/vacancies',
    search,
  }),
  /** `part`: a queue of the board. */
  referrals: (search: Pick<Search, 'area' | 'part'> = {}): To => ({ path: '/referrals', search }),
  referral: (referral: number): To => ({ path: `/referrals/${seg(referral)}` }),
  employer: (): To => ({ path: '/employer' }),
  employers: (): To => ({ path: '/vacancies/employers' }),
  newVacancy: (): To => ({ path: '/vacancies/new' }),
  vacancy: (vacancy: number): To => ({ path: `/vacancies/${seg(vacancy)}` }),
  changeVacancy: (vacancy: number): To => ({ path: `/vacancies/${seg(vacancy)}/change` }),
  matchRuns: (): To => ({ path: '/matching' }),
  newMatchRun: (): To => ({ path: '/matching/new' }),
  matchRun: (run: number, search: Pick<Search, 'area'> = {}): To => ({ path: `/matching/${seg(run)}`, search }),
  /** People of a run: `part` placed, unmatched or in the scenario. */
  matchPeople: (run: number, search: Pick<Search, 'area' | 'part' | 'reason' | 'tier' | 'occupation'> = {}): To => ({
    path: `/matching/${seg(run)}/people`,
    search,
  }),
  matchVacancies: (run: number, search: Pick<Search, 'part'> = {}): To => ({
    path: `/matching/${seg(run)}/vacancies`,
    search,
  }),
  corridors: (search: Pick<Search, 'area'> = {}): To => ({ path: '/corridors', search }),
  newCorridor: (): To => ({ path: '/corridors/new' }),
  /** `part`: a year. */
  corridor: (key: string, search: Pick<Search, 'area' | 'part'> = {}): To => ({
    path: `/corridors/${seg(key)}`,
    search,
  }),
  newOrder: (key: string): To => ({ path: `/corridors/${seg(key)}/orders/new` }),
  correctCorridor: (key: string): To => ({ path: `/corridors/${seg(key)}/correct` }),
  correctOrder: (key: string, order: number): To => ({ path: `/corridors/${seg(key)}/orders/${seg(order)}` }),
  correctBatch: (batch: number): To => ({ path: `/batches/${seg(batch)}/correct` }),
  newBatch: (key: string): To => ({ path: `/corridors/${seg(key)}/batches/new` }),
  batch: (batch: number): To => ({ path: `/batches/${seg(batch)}` }),
  arrivals: (batch: number): To => ({ path: `/batches/${seg(batch)}/arrivals` }),
  followUps: (search: Pick<Search, 'area'> = {}): To => ({ path: '/follow-ups', search }),
  flows: (search: Pick<Search, 'area'> = {}): To => ({ path: '/flows', search }),
  imports: (): To => ({ path: '/imports' }),
  newImport: (): To => ({ path: '/imports/new' }),
  /** `part`: a step to go back to, or an outcome whose rows are shown. */
  import: (id: number, search: Pick<Search, 'part'> = {}): To => ({ path: `/imports/${seg(id)}`, search }),
  months: (): To => ({ path: '/months' }),
  month: (month: string, search: Pick<Search, 'area'> = {}): To => ({ path: `/months/${seg(month)}`, search }),
  restated: (month: string, search: Pick<Search, 'area' | 'indicator'> = {}): To => ({
    path: `/months/${seg(month)}/restated`,
    search,
  }),
  exports: (): To => ({ path: '/exports' }),
  audit: (search: Pick<Search, 'action' | 'after'> = {}): To => ({ path: '/audit', search }),
  accounts: (): To => ({ path: '/accounts' }),
  secondFactor: (): To => ({ path: '/second-factor' }),
  password: (): To => ({ path: '/password' }),
  posts: (): To => ({ path: '/posts' }),
}

/** Text of an address. Order of the keys is fixed, so one state has one address. */
export function addressOf(to: To): string {
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(to.search ?? {}).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (value !== undefined && value !== '') query.set(key, String(value))
  const text = query.toString()
  return text ? `${to.path}?${text}` : to.path
}

const dayShape = /^\d{4}-\d{2}-\d{2}$/
const areaShape = /^\d{12}$/

/** What the address says; a day or an area of the wrong shape is left out rather than sent on. */
export function searchOf(text: string): Search {
  const given = new URLSearchParams(text)
  const one = (key: keyof Search) => given.get(key) ?? undefined
  const day = (key: 'on' | 'division') => (dayShape.test(one(key) ?? '') ? one(key) : undefined)
  const area = (key: 'area' | 'village' | 'place') => (areaShape.test(one(key) ?? '') ? Number(one(key)) : undefined)
  return {
    on: day('on'),
    knownAt: one('knownAt'),
    reported: one('reported') === 'true' || undefined,
    division: day('division'),
    plan: one('plan'),
    area: area('area'),
    indicator: one('indicator'),
    filter: one('filter'),
    predicate: one('predicate'),
    part: one('part'),
    after: one('after'),
    action: one('action'),
    state: states.find((state) => state === one('state')),
    household: /^\d{1,15}$/.test(one('household') ?? '') ? Number(one('household')) : undefined,
    village: area('village'),
    occupation: /^([1-8](-\d{2}){0,3}|none)$/.test(one('occupation') ?? '') ? one('occupation') : undefined,
    kind: one('kind'),
    place: area('place'),
    text: one('text'),
    month: /^\d{4}-(0[1-9]|1[0-2])$/.test(one('month') ?? '') ? one('month') : undefined,
    reason: one('reason'),
    tier: /^[1-8]$/.test(one('tier') ?? '') ? Number(one('tier')) : undefined,
    back: one('back'),
  }
}
