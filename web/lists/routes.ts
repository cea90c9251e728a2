import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

/** Imports of lists, and bringing in another; one import is shown with what later slices ask of its rows. */
export const listsRoutes: PageRoute[] = [
  {
    pattern: '/imports',
    page: lazy(async () => ({ default: (await import('./imports/ImportsPage.tsx')).ImportsPage })),
    needs: 'lists.read',
  },
  {
    pattern: '/imports/new',
    page: lazy(async () => ({ default: (await import('./upload/NewImportPage.tsx')).NewImportPage })),
    needs: 'lists.import',
  },
]
