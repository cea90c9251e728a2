import { type Static, Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, AsOf, asOf, DayText, Instant, LedgerId, page, Words } from '../../base/shapes.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const maybe = Type.Optional
const text = (most: number) => Type.String({ minLength: 1, maxLength: most })

export const Kind = Type.Enum(['employer', 'workshop', 'public_post', 'corridor'])
export const OccupationCode = Type.String({ pattern: '^[1-8](-\\d{2}){2,3}$' })
const Fen = Type.Integer({ minimum: 0, maximum: 100_000_000 })
const Demand = Type.Enum(['sex', 'marriage', 'ethnic', 'religion', 'hukou', 'infection', 'disability', 'fee'])
const Hazard = Type.Enum(['underground', 'labour_4', 'toxic', 'lifting', 'height', 'cold'])
const Education = Type.Enum(['none', 'primary', 'junior', 'senior', 'vocational', 'college', 'bachelor', 'master'])

/** What an employer says of a vacancy; what is not stated is left out. Wages are fen for the form they are paid by. */
export const VacancyFacts = Type.Object({
  kind: Kind,
  title: text(60),
  occupation: OccupationCode,
  industry: maybe(Type.String({ pattern: '^[A-T]$' })),
  employer: text(120),
  creditCode: maybe(Type.String({ maxLength: 30 })),
  site: maybe(LedgerId),
  licenceSeenOn: maybe(DayText),
  place: AreaCode,
  openings: Type.Integer({ minimum: 1, maximum: 100_000 }),
  wageForm: Type.Enum(['month', 'day', 'hour', 'piece']),
  wageLowFen: maybe(Fen),
  wageHighFen: maybe(Fen),
  hoursPerDay: maybe(Type.Integer({ minimum: 1, maximum: 24 })),
  daysPerMonth: maybe(Type.Integer({ minimum: 1, maximum: 31 })),
  hours: maybe(text(120)),
  season: maybe(Type.Enum(['year_round', 'seasonal', 'off_season', 'flexible'])),
  board: maybe(Type.Boolean()),
  lodging: maybe(Type.Boolean()),
  training: maybe(Type.Boolean()),
  education: maybe(Education),
  skills: maybe(text(200)),
  certificate: maybe(text(120)),
  ageFrom: maybe(Type.Integer({ minimum: 0, maximum: 99 })),
  ageTo: maybe(Type.Integer({ minimum: 0, maximum: 99 })),
  ageRule: maybe(text(200)),
  hazards: maybe(Type.Array(Hazard, { maxItems: 6, uniqueItems: true })),
  /** Asked for by the employer and forbidden by law: refused, each with its clause. */
  demands: maybe(Type.Array(Demand, { maxItems: 8, uniqueItems: true })),
  contact: maybe(text(40)),
  phone: maybe(Type.String({ maxLength: 30 })),
  detail: maybe(text(1000)),
  workFrom: maybe(DayText),
  workTo: maybe(DayText),
  /** First day on which it is offered. */
  from: DayText,
})
export type VacancyFacts = Static<typeof VacancyFacts>

/** `refused`: it cannot be entered so. `unknown`: a fact or a standard is missing. `noted`: lawful, to be seen to when somebody is taken on. */
export const VacancyCheck = Type.Object({
  key: Type.String(),
  outcome: Type.Enum(['refused', 'unknown', 'noted']),
  field: orNull(Type.String()),
  said: orNull(Type.String()),
  words: Words,
  clause: orNull(Words),
  assumption: orNull(Words),
})
export type VacancyCheck = Static<typeof VacancyCheck>

const State = Type.Enum(['coming', 'open', 'filled', 'lapsed', 'closed'])

export const VacancyLine = Type.Object({
  id: LedgerId,
  kind: Kind,
  title: Type.String(),
  occupation: Type.String(),
  occupationName: Type.String(),
  employer: Type.String(),
  place: AreaCode,
  placeName: Type.String(),
  openings: Type.Integer(),
  left: Type.Integer(),
  wageForm: Type.Enum(['month', 'day', 'hour', 'piece']),
  wageLowFen: orNull(Type.Integer()),
  wageHighFen: orNull(Type.Integer()),
  board: orNull(Type.Boolean()),
  lodging: orNull(Type.Boolean()),
  state: State,
  openUntil: DayText,
})

export const VacancyView = Type.Object({
  ...VacancyLine.properties,
  /** Everything that is stated, ready to be corrected; the phone only masked, in `phoneMask`. */
  facts: VacancyFacts,
  groups: Type.Array(Type.String()),
  siteName: orNull(Type.String()),
  taken: Type.Integer(),
  phoneMask: orNull(Type.String()),
  refreshedOn: DayText,
  closedOn: orNull(DayText),
  closeReason: orNull(Type.String()),
  /** The unit that holds it. */
  unit: AreaCode,
  unitName: Type.String(),
  source: Type.String(),
  knownFrom: Instant,
  /** What the acting post may do with it today; empty outside its unit. */
  can: Type.Array(Type.Enum(['refresh', 'take', 'change', 'close'])),
  checks: Type.Array(VacancyCheck),
})

const acted = { clientId: Type.String({ format: 'uuid' }), knownFrom: Instant }
const Done = Type.Object({ id: LedgerId, knownFrom: Instant })
const one = Type.Object({ id: LedgerId })

/** An occupation for what somebody calls it. */
export const OccupationOffer = Type.Object({
  code: Type.String(),
  name: Type.String(),
  alias: orNull(Type.String()),
  how: Type.Enum(['exact', 'starts', 'within', 'contains']),
  groups: Type.Array(Type.String()),
})

export const vacancyApi = contract({
  findOccupations: {
    method: 'GET',
    path: '/api/occupations',
    needs: 'signedIn',
    summary: 'Occupations of the classification of 2022 for what somebody calls them, likeliest first',
    query: Type.Object({ text: Type.String({ minLength: 1, maxLength: 60 }) }),
    reply: Type.Object({ offers: Type.Array(OccupationOffer) }),
  },
  listVacancies: {
    method: 'GET',
    path: '/api/vacancies',
    needs: 'jobs.read',
    summary: 'Vacancies of every unit, newest first, on a day',
    query: Type.Object({
      ...asOf,
      ...page,
      /** Open ones alone, or all that were offered by the day. */
      state: maybe(Type.Enum(['open', 'all'])),
      kind: maybe(Kind),
      /** A code of any level. */
      occupation: maybe(Type.String({ pattern: '^[1-8](-\\d{2}){0,3}$' })),
      /** Where the work is: an area of the city, or a province. */
      place: maybe(AreaCode),
      /** Part of the title or of the employer's name. */
      text: maybe(Type.String({ minLength: 1, maxLength: 40 })),
    }),
    reply: Type.Object({
      asOf: Type.Pick(AsOf, ['on']),
      vacancies: Type.Array(VacancyLine),
      next: orNull(Type.String()),
      /** The occupation that was asked for, by its name. */
      occupationName: orNull(Type.String()),
    }),
  },
  getVacancy: {
    method: 'GET',
    path: '/api/vacancies/:id',
    needs: 'jobs.read',
    summary: 'A vacancy, what is unknown of it, and what may be done with it',
    params: one,
    query: Type.Object(asOf),
    reply: VacancyView,
  },
  checkVacancy: {
    method: 'POST',
    path: '/api/vacancies/check',
    needs: 'jobs.read',
    summary: 'What would be refused, is unknown or is to be noted of a vacancy, before it is entered',
    body: Type.Partial(VacancyFacts),
    reply: Type.Object({ checks: Type.Array(VacancyCheck) }),
  },
  recordVacancy: {
    method: 'POST',
    path: '/api/vacancies',
    needs: 'jobs.record',
    summary: 'Enter a vacancy; unlawful conditions are refused with their clause',
    body: Type.Object({ clientId: acted.clientId, facts: VacancyFacts }),
    reply: Done,
  },
  changeVacancy: {
    method: 'POST',
    path: '/api/vacancies/:id/change',
    needs: 'jobs.record',
    summary: 'Correct what a vacancy says; without a phone the one that stands is kept',
    params: one,
    body: Type.Object({ ...acted, facts: VacancyFacts }),
    reply: Done,
  },
  refreshVacancy: {
    method: 'POST',
    path: '/api/vacancies/:id/refresh',
    needs: 'jobs.record',
    summary: 'The employer says that it still stands: open for another term from the day',
    params: one,
    body: Type.Object({ ...acted, on: DayText }),
    reply: Done,
  },
  takeOpenings: {
    method: 'POST',
    path: '/api/vacancies/:id/taken',
    needs: 'jobs.record',
    summary: 'How many of the openings are confirmed as taken',
    params: one,
    body: Type.Object({ ...acted, taken: Type.Integer({ minimum: 0, maximum: 100_000 }) }),
    reply: Done,
  },
  closeVacancy: {
    method: 'POST',
    path: '/api/vacancies/:id/close',
    needs: 'jobs.record',
    summary: 'Close a vacancy from a day on, for a reason',
    params: one,
    body: Type.Object({
      ...acted,
      on: DayText,
      reason: Type.Enum(['filled', 'withdrawn', 'unlawful', 'employer_gone', 'mistake']),
    }),
    reply: Done,
  },
  revealVacancyPhone: {
    method: 'POST',
    path: '/api/vacancies/:id/phone',
    needs: 'jobs.read',
    summary: 'The phone of the contact, for a reason; logged',
    params: one,
    body: Type.Object({ reason: Type.String({ maxLength: 200 }) }),
    reply: Type.Object({ value: orNull(Type.String()) }),
  },
})
