import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

/** Lists and searches of people; a file is shown with what later slices say of it. */
export const peopleRoutes: PageRoute[] = [
  {
    pattern: '/people',
    page: lazy(async () => ({ default: (await import('./list/PeoplePage.tsx')).PeoplePage })),
    needs: 'people.list',
  },
  {
    pattern: '/people/new',
    page: lazy(async () => ({ default: (await import('./identity/OpenFilePage.tsx')).OpenFilePage })),
    needs: 'people.record',
  },
  {
    pattern: '/people/:id/merge/:other',
    page: lazy(async () => ({ default: (await import('./identity/MergePage.tsx')).MergePage })),
    needs: 'people.record',
  },
  {
    pattern: '/duplicates',
    page: lazy(async () => ({ default: (await import('./identity/DuplicatesPage.tsx')).DuplicatesPage })),
    needs: 'people.list',
  },
  {
    pattern: '/requests',
    page: lazy(async () => ({ default: (await import('./request/RequestsPage.tsx')).RequestsPage })),
    needs: 'people.list',
  },
  {
    pattern: '/search',
    page: lazy(async () => ({ default: (await import('./search/SearchPage.tsx')).SearchPage })),
    needs: 'people.list',
  },
  {
    pattern: '/indicators/:indicator/counted',
    page: lazy(async () => ({ default: (await import('./list/CountedPage.tsx')).CountedPage })),
    needs: 'people.list',
  },
  {
    pattern: '/exports',
    page: lazy(async () => ({ default: (await import('./export/ExportsPage.tsx')).ExportsPage })),
    needs: 'people.export',
  },
]
