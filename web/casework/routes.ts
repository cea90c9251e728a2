import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

/** The monthly round: the work list, and how far it is. */
export const caseworkRoutes: PageRoute[] = [
  {
    pattern: '/round',
    page: lazy(async () => ({ default: (await import('./round/RoundPage.tsx')).RoundPage })),
    needs: 'people.list',
  },
  {
    pattern: '/round/coverage',
    page: lazy(async () => ({ default: (await import('./round/CoveragePage.tsx')).CoveragePage })),
    needs: 'indicators.read',
  },
]
