import { lazy } from 'react'
import type { PageRoute } from '../../ui/router.ts'

/** 劳务协作: agreements, batches, arrivals, calls, and where people work. */
export const corridorRoutes: PageRoute[] = [
  {
    pattern: '/corridors',
    page: lazy(async () => ({ default: (await import('./agreement/CorridorsPage.tsx')).CorridorsPage })),
    needs: 'jobs.read',
  },
  {
    pattern: '/corridors/new',
    page: lazy(async () => ({ default: (await import('./agreement/NewCorridorPage.tsx')).NewCorridorPage })),
    needs: 'jobs.record',
  },
  {
    pattern: '/corridors/:key',
    page: lazy(async () => ({ default: (await import('./agreement/CorridorPage.tsx')).CorridorPage })),
    needs: 'jobs.read',
  },
  {
    pattern: '/corridors/:key/orders/new',
    page: lazy(async () => ({ default: (await import('./agreement/NewOrderPage.tsx')).NewOrderPage })),
    needs: 'jobs.record',
  },
  {
    pattern: '/corridors/:key/correct',
    page: lazy(async () => ({ default: (await import('./correct/CorrectCorridorPage.tsx')).CorrectCorridorPage })),
    needs: 'jobs.record',
  },
  {
    pattern: '/corridors/:key/orders/:id',
    page: lazy(async () => ({ default: (await import('./correct/CorrectOrderPage.tsx')).CorrectOrderPage })),
    needs: 'jobs.record',
  },
  {
    pattern: '/batches/:id/correct',
    page: lazy(async () => ({ default: (await import('./correct/CorrectBatchPage.tsx')).CorrectBatchPage })),
    needs: 'jobs.record',
  },
  {
    pattern: '/corridors/:key/batches/new',
    page: lazy(async () => ({ default: (await import('./batch/NewBatchPage.tsx')).NewBatchPage })),
    needs: 'jobs.record',
  },
  {
    pattern: '/batches/:id',
    page: lazy(async () => ({ default: (await import('./batch/BatchPage.tsx')).BatchPage })),
    needs: 'people.list',
  },
  {
    pattern: '/batches/:id/arrivals',
    page: lazy(async () => ({ default: (await import('./batch/ArrivalsPage.tsx')).ArrivalsPage })),
    needs: 'people.record',
  },
  {
    pattern: '/follow-ups',
    page: lazy(async () => ({ default: (await import('./follow/FollowUpsPage.tsx')).FollowUpsPage })),
    needs: 'people.list',
  },
  {
    pattern: '/flows',
    page: lazy(async () => ({ default: (await import('./flow/FlowsPage.tsx')).FlowsPage })),
    needs: 'people.list',
  },
]
