import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

/** Findings, waivers, supervision orders. */
export const needsRoutes: PageRoute[] = [
  {
    pattern: '/findings',
    page: lazy(async () => ({ default: (await import('./findings/FindingsPage.tsx')).FindingsPage })),
    needs: 'indicators.read',
  },
  {
    pattern: '/findings/:finding',
    page: lazy(async () => ({ default: (await import('./findings/FindingPage.tsx')).FindingPage })),
    needs: 'indicators.read',
  },
  {
    pattern: '/waivers',
    page: lazy(async () => ({ default: (await import('./waivers/WaiversPage.tsx')).WaiversPage })),
    needs: 'people.list',
  },
  {
    pattern: '/orders',
    page: lazy(async () => ({ default: (await import('./orders/OrdersPage.tsx')).OrdersPage })),
    needs: 'indicators.read',
  },
  {
    pattern: '/orders/:id',
    page: lazy(async () => ({ default: (await import('./orders/OrderPage.tsx')).OrderPage })),
    needs: 'indicators.read',
  },
]
