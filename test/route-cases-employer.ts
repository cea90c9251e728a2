import { randomUUID } from 'node:crypto'
import type { employerApi } from '#domain/jobs/employer/employer.api.ts'
import type { CaseOf } from './route-cases.ts'

const NOW = '2021-09-17T00:00:00Z'
const command = () => randomUUID()

/** Questions to the routes of employers and of the county that opens their accounts. */
export const employerCases: { [K in keyof typeof employerApi]: CaseOf<(typeof employerApi)[K]> } = {
  getEmployer: { about: 'own', ask: () => ({}) },
  submitVacancy: {
    about: 'own',
    ask: ({ area: place }) => {
      const what = { title: '缝纫工', occupation: '6-05-01-03', place, openings: 2 } as const
      return { body: { clientId: command(), facts: { ...what, wageForm: 'month', wageLowFen: 350_000 } } }
    },
  },
  refreshOwnVacancy: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, body: { knownFrom: NOW } }) },
  closeOwnVacancy: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { knownFrom: NOW, reason: 'filled' } }),
  },
  answerOwnReferral: {
    about: 'vain',
    ask: () => ({
      params: { id: 2 ** 50 },
      body: { clientId: command(), knownFrom: NOW, answer: { act: 'employer', answer: 'accepted' } },
    }),
  },
  listSubmissions: { about: 'own', ask: () => ({}) },
  decideSubmission: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command(), decision: 'returned', reason: '请补充工资' } }),
  },
  listEmployers: { about: 'own', ask: () => ({}) },
  openEmployer: {
    about: 'own',
    ask: () => ({
      body: { signIn: `unit-${command().slice(0, 8)}`, name: '某单位', creditCode: '91500229MA5DEM001B' },
    }),
  },
  closeEmployer: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, body: {} }) },
}
