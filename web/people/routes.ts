import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

const file = lazy(async () => ({ default: (await import('./file/FilePage.tsx')).FilePage }))

/** Lists, files and searches of people. */
export const peopleRoutes: PageRoute[] = [
  {
    pattern: '/people',
    page: lazy(async () => ({ default: (await import('./list/PeoplePage.tsx')).PeoplePage })),
    needs: 'people.list',
  },
  { pattern: '/people/:id', page: file, needs: 'people.read' },
  { pattern: '/people/:id/why', page: file, needs: 'people.read' },
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
