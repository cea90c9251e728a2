import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

export const placeRoutes: PageRoute[] = [
  {
    pattern: '/sites/:site',
    page: lazy(async () => ({ default: (await import('./SitePage.tsx')).SitePage })),
    needs: 'places.read',
  },
]
