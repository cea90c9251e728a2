import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

/** One's own second factor, and the pages of the three separated administrators. */
export const accessRoutes: PageRoute[] = [
  {
    pattern: '/second-factor',
    page: lazy(async () => ({ default: (await import('./sign-in/SecondFactorPage.tsx')).SecondFactorPage })),
  },
  {
    pattern: '/password',
    page: lazy(async () => ({ default: (await import('./sign-in/PasswordPage.tsx')).PasswordPage })),
  },
  {
    pattern: '/audit',
    page: lazy(async () => ({ default: (await import('./AuditPage.tsx')).AuditPage })),
    needs: 'access.audit',
  },
  {
    pattern: '/accounts',
    page: lazy(async () => ({ default: (await import('./accounts/AccountsPage.tsx')).AccountsPage })),
    needs: 'access.accounts',
  },
  {
    pattern: '/posts',
    page: lazy(async () => ({ default: (await import('./PostsPage.tsx')).PostsPage })),
    needs: 'access.accounts',
  },
]
