import { type Static, Type } from 'typebox'
import { contract } from '../../base/route.ts'
import { AreaCode, DayText, Instant, LedgerId } from '../../base/shapes.ts'
import { ReferralState } from '../referral/referral.api.ts'
import { VacancyCheck, VacancyFacts, VacancyLine } from '../vacancy/vacancy.api.ts'

const orNull = <T extends Parameters<typeof Type.Union>[0][number]>(schema: T) => Type.Union([schema, Type.Null()])
const one = Type.Object({ id: LedgerId })
const ClientId = Type.String({ format: 'uuid' })

/** What an employer states. Who it is follows from its account; the licence is seen, and the phone entered, by the county. */
export const SubmittedFacts = Type.Omit(VacancyFacts, [
  ...(['kind', 'employer', 'creditCode', 'site', 'licenceSeenOn', 'phone', 'from'] as const),
])
export type SubmittedFacts = Static<typeof SubmittedFacts>

/** What an employer says of a referral by itself: its answer, the day of an interview, how that went. */
const OwnAnswer = Type.Union([
  Type.Object({
    act: Type.Literal('employer'),
    answer: Type.Enum(['accepted', 'declined']),
    reason: Type.Optional(Type.String({ maxLength: 40 })),
  }),
  Type.Object({ act: Type.Literal('interview'), on: DayText }),
  Type.Object({ act: Type.Literal('interviewed'), result: Type.Enum(['passed', 'failed', 'absent']) }),
])
export type OwnAnswer = Static<typeof OwnAnswer>

const SubmissionState = Type.Enum(['waiting', 'accepted', 'returned'])

export const employerApi = contract({
  getEmployer: {
    method: 'GET',
    path: '/api/employer',
    needs: 'jobs.offer',
    summary:
      'An employer’s own vacancies, who agreed to be referred to them, and what became of those it submitted; logged where somebody is shown',
    reply: Type.Object({
      name: Type.String(),
      creditCode: Type.String(),
      /** The unit that opened the account and looks at what is submitted. */
      unitName: Type.String(),
      /** Where the work can be in the unit’s county. */
      places: Type.Array(Type.Object({ code: AreaCode, name: Type.String() })),
      vacancies: Type.Array(
        Type.Object({
          vacancy: VacancyLine,
          knownFrom: Instant,
          refreshedOn: DayText,
          can: Type.Array(Type.Enum(['refresh', 'close'])),
        }),
      ),
      /**
       * Whoever agreed to be referred to one of them, and where it stands: name and masked phone, nothing else of the file. One that is
       * over is told for thirty days, without the phone.
       */
      referred: Type.Array(
        Type.Object({
          id: LedgerId,
          vacancy: LedgerId,
          title: Type.String(),
          name: Type.String(),
          phone: orNull(Type.String()),
          agreedOn: DayText,
          knownFrom: Instant,
          state: ReferralState,
          /** The last day for the employer's own next step; null where somebody else is waited for. */
          dueOn: orNull(DayText),
          interviewOn: orNull(DayText),
          trialTo: orNull(DayText),
          placedOn: orNull(DayText),
          endReason: orNull(Type.String()),
          endedOn: orNull(DayText),
          /** What the employer can say now; the first is what comes next. */
          can: Type.Array(Type.Enum(['employer', 'interview', 'interviewed'])),
        }),
      ),
      submissions: Type.Array(
        Type.Object({
          id: LedgerId,
          title: Type.String(),
          openings: Type.Integer(),
          submittedAt: Instant,
          state: SubmissionState,
          reason: orNull(Type.String()),
        }),
      ),
    }),
  },
  submitVacancy: {
    method: 'POST',
    path: '/api/employer/submissions',
    needs: 'jobs.offer',
    summary:
      'State a vacancy; unlawful conditions are refused with their clause, and the county looks at it before it is offered',
    body: Type.Object({ clientId: ClientId, facts: SubmittedFacts }),
    reply: one,
  },
  refreshOwnVacancy: {
    method: 'POST',
    path: '/api/employer/vacancies/:id/refresh',
    needs: 'jobs.offer',
    summary: 'The employer says that its vacancy still stands',
    params: one,
    body: Type.Object({ knownFrom: Instant }),
    reply: one,
  },
  closeOwnVacancy: {
    method: 'POST',
    path: '/api/employer/vacancies/:id/close',
    needs: 'jobs.offer',
    summary: 'The employer closes its vacancy',
    params: one,
    body: Type.Object({ knownFrom: Instant, reason: Type.Enum(['filled', 'withdrawn']) }),
    reply: one,
  },
  answerOwnReferral: {
    method: 'POST',
    path: '/api/employer/referrals/:id/answer',
    needs: 'jobs.offer',
    summary: 'The employer answers a referral to its own vacancy: yes or no with the reason, an interview, its result',
    params: one,
    body: Type.Object({ clientId: ClientId, knownFrom: Instant, answer: OwnAnswer }),
    reply: one,
  },
  listSubmissions: {
    method: 'GET',
    path: '/api/vacancy-submissions',
    needs: 'jobs.admit',
    summary: 'Vacancies that employers submitted and the unit has not looked at yet, the oldest first',
    reply: Type.Object({
      submissions: Type.Array(
        Type.Object({
          id: LedgerId,
          employer: Type.String(),
          creditCode: Type.String(),
          submittedAt: Instant,
          placeName: Type.String(),
          occupationName: Type.String(),
          facts: SubmittedFacts,
          checks: Type.Array(VacancyCheck),
        }),
      ),
    }),
  },
  decideSubmission: {
    method: 'POST',
    path: '/api/vacancy-submissions/:id/decide',
    needs: 'jobs.admit',
    summary: 'Enter what was submitted as a vacancy, the licence seen, or give it back with the reason',
    params: one,
    body: Type.Object({
      clientId: ClientId,
      decision: Type.Enum(['accepted', 'returned']),
      licenceSeenOn: Type.Optional(DayText),
      reason: Type.Optional(Type.String({ maxLength: 200 })),
    }),
    reply: Type.Object({ vacancy: orNull(LedgerId) }),
  },
  listEmployers: {
    method: 'GET',
    path: '/api/employers',
    needs: 'jobs.admit',
    summary: 'Accounts of employers that the unit opened',
    reply: Type.Object({
      employers: Type.Array(
        Type.Object({
          id: LedgerId,
          signIn: Type.String(),
          name: Type.String(),
          creditCode: Type.String(),
          closed: Type.Boolean(),
        }),
      ),
    }),
  },
  openEmployer: {
    method: 'POST',
    path: '/api/employers',
    needs: 'jobs.admit',
    summary: 'Open the account of an employer for one credit code; its first password is shown once',
    body: Type.Object({
      signIn: Type.String({ minLength: 1, maxLength: 60 }),
      name: Type.String({ minLength: 1, maxLength: 120 }),
      creditCode: Type.String({ maxLength: 30 }),
    }),
    reply: Type.Object({ signIn: Type.String(), password: Type.String() }),
  },
  closeEmployer: {
    method: 'POST',
    path: '/api/employers/:id/close',
    needs: 'jobs.admit',
    summary: 'Close the account of an employer: its sessions end at once',
    params: one,
    reply: one,
  },
})
