import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

/** Imports of lists, bringing in another, and one import from its file to the ledger and back. */
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
  {
    pattern: '/imports/:id',
    page: lazy(async () => ({ default: (await import('./steps/ImportPage.tsx')).ImportPage })),
    needs: 'lists.read',
  },
]
