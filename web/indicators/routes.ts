import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

export const indicatorRoutes: PageRoute[] = [
  {
    pattern: '/',
    page: lazy(async () => ({ default: (await import('./OverviewPage.tsx')).OverviewPage })),
    needs: 'indicators.read',
  },
]
