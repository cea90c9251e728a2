import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

/** Pages of the three separated administrators. */
export const accessRoutes: PageRoute[] = [
  {
    pattern: '/audit',
    page: lazy(async () => ({ default: (await import('./AuditPage.tsx')).AuditPage })),
    needs: 'access.audit',
  },
  {
    pattern: '/accounts',
    page: lazy(async () => ({ default: (await import('./AccountsPage.tsx')).AccountsPage })),
    needs: 'access.accounts',
  },
  {
    pattern: '/posts',
    page: lazy(async () => ({ default: (await import('./PostsPage.tsx')).PostsPage })),
    needs: 'access.accounts',
  },
]
