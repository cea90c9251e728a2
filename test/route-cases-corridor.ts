import { randomUUID } from 'node:crypto'
import type { batchApi } from '#domain/jobs/corridor/batch.api.ts'
import type { correctionApi } from '#domain/jobs/corridor/correction.api.ts'
import type { corridorApi } from '#domain/jobs/corridor/corridor.api.ts'
import type { flowApi } from '#domain/jobs/corridor/flow.api.ts'
import type { travellerApi } from '#domain/jobs/corridor/traveller.api.ts'
import type { CaseOf } from './route-cases.ts'

type Routes = typeof corridorApi & typeof batchApi & typeof correctionApi & typeof travellerApi & typeof flowApi
const ON = '2021-09-17'
const NOW = '2021-09-17T00:00:00Z'
const command = () => randomUUID()
const JOURNEY = { departsOn: ON, transport: 'train', leader: '某带队人', receiver: '某接收站' } as const
const AGREEMENT = {
  ...{ name: '某县某市劳务协作', receiving: 370_000_000_000, receiver: '某市人社局' },
  ...{ yearFrom: 2021, document: '某协议〔2021〕1号' },
}
const correction = () => ({ clientId: command(), knownFrom: NOW, reason: '登记有误' })

/** A question to every route of corridors. */
export const corridorCases: { [K in keyof Routes]: CaseOf<Routes[K]> } = {
  listCorridors: { about: 'area', ask: ({ area }) => ({ query: { area, on: ON } }) },
  getCorridor: { about: 'area', ask: ({ area }) => ({ params: { key: 'shandong' }, query: { area, on: ON } }) },
  recordCorridor: {
    about: 'own',
    ask: () => ({
      body: { clientId: command(), ...AGREEMENT },
    }),
  },
  recordOrder: {
    about: 'vain',
    ask: () => ({
      params: { key: 'shandong' },
      body: { clientId: command(), vacancy: 2 ** 50, wantedBy: ON, receiver: '某接收站' },
    }),
  },
  recordBatch: {
    about: 'own',
    ask: () => ({
      params: { key: 'shandong' },
      body: { clientId: command(), ...JOURNEY },
    }),
  },
  getBatch: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, query: {} }) },
  checkTraveller: { about: 'vain', ask: ({ person }) => ({ params: { id: 2 ** 50 }, body: { person } }) },
  addTraveller: {
    about: 'vain',
    ask: ({ person }) => ({ params: { id: 2 ** 50 }, body: { clientId: command(), person } }),
  },
  leaveBatch: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command(), knownFrom: NOW, on: ON } }),
  },
  correctCorridor: {
    about: 'vain',
    ask: () => ({ params: { key: `c${2 ** 49}` }, body: { ...correction(), ...AGREEMENT } }),
  },
  withdrawCorridor: { about: 'vain', ask: () => ({ params: { key: `c${2 ** 49}` }, body: correction() }) },
  correctOrder: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { ...correction(), wantedBy: ON, receiver: '某接收站' } }),
  },
  withdrawOrder: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, body: correction() }) },
  correctBatch: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { ...correction(), ...JOURNEY } }),
  },
  withdrawBatch: { about: 'vain', ask: () => ({ params: { id: 2 ** 50 }, body: correction() }) },
  tickTraveller: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command(), knownFrom: NOW, boarded: true } }),
  },
  removeTraveller: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command(), knownFrom: NOW } }),
  },
  confirmArrival: {
    about: 'vain',
    ask: () => ({
      params: { id: 2 ** 50 },
      body: { clientId: command(), knownFrom: NOW, sheet: 'X', evidence: 'sheet', arrivedOn: ON },
    }),
  },
  recordReturn: {
    about: 'vain',
    ask: () => ({ params: { id: 2 ** 50 }, body: { clientId: command(), knownFrom: NOW, on: ON, reason: 'family' } }),
  },
  recordFollowUp: {
    about: 'vain',
    ask: () => ({
      params: { id: 2 ** 50 },
      body: { clientId: command(), knownFrom: NOW, afterDays: 7, on: ON, outcome: 'there' },
    }),
  },
  listFollowUps: { about: 'area', ask: ({ area }) => ({ query: { area, on: ON } }) },
  listFlows: { about: 'area', ask: ({ area }) => ({ query: { area, on: ON } }) },
}
