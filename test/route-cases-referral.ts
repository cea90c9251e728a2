import { randomUUID } from 'node:crypto'
import type { referralApi } from '#domain/jobs/referral/referral.api.ts'
import type { CaseOf } from './route-cases.ts'

const ON = '2021-09-17'
const NOW = '2021-09-17T00:00:00Z'
const command = () => randomUUID()

/** A question to every route of referrals. */
export const referralCases: { [K in keyof typeof referralApi]: CaseOf<(typeof referralApi)[K]> } = {
  listReferrals: { about: 'area', ask: ({ area }) => ({ query: { area, on: ON, queue: 'running' } }) },
  getReferral: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, query: {} }) },
  listPersonReferrals: { about: 'file', ask: ({ person }) => ({ params: { id: person }, query: { on: ON } }) },
  listVacancyReferrals: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, query: {} }) },
  makeReferral: {
    about: 'file',
    ask: ({ person }) => ({ body: { clientId: command(), person, vacancy: 1, from: 'offer', on: '2999-01-01' } }),
  },
  stepReferral: {
    about: 'vain',
    ask: () => ({
      params: { id: 2 ** 50 },
      body: { clientId: command(), knownFrom: NOW, step: { act: 'end', reason: 'other', on: ON } },
    }),
  },
  placeReferral: {
    about: 'vain',
    ask: () => ({
      params: { id: 2 ** 50 },
      body: { clientId: command(), knownFrom: NOW, on: ON, evidence: 'contract' },
    }),
  },
  checkPlacement: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, body: { on: ON } }) },
  undoPlacement: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command(), knownFrom: NOW, reason: '登记错人' } }),
  },
  answerRetention: {
    about: 'vain',
    ask: () => ({
      params: { id: 2 ** 50 },
      body: { clientId: command(), knownFrom: NOW, outcome: 'there', method: 'phone', on: ON },
    }),
  },
  recordWageClaim: {
    about: 'file',
    ask: ({ person }) => ({
      params: { id: person },
      body: {
        ...{ clientId: command(), employer: '某厂', monthFrom: '2021-07', monthTo: '2021-08', amountFen: 800_000 },
        ...{ toldBy: 'person', on: ON },
      },
    }),
  },
  settleWageClaim: {
    about: 'file',
    ask: ({ person }) => ({
      params: { id: person, claim: 2 ** 50 },
      body: { clientId: command(), knownFrom: NOW, on: ON, settlement: 'paid' },
    }),
  },
}
