import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'
import { corridorRoutes } from './corridor/routes.ts'

const file = lazy(async () => ({ default: (await import('./file/FileWithWork.tsx')).FileWithWork }))

/** Vacancies; the file, which shows its findings and the work the person would take; an import, of which occupations are asked. */
export const jobsRoutes: PageRoute[] = [
  { pattern: '/people/:id', page: file, needs: 'people.read' },
  { pattern: '/people/:id/why', page: file, needs: 'people.read' },
  {
    pattern: '/imports/:id',
    page: lazy(async () => ({ default: (await import('./import/ImportPageWithWork.tsx')).ImportPageWithWork })),
    needs: 'lists.read',
  },
  {
    pattern: '/sites',
    page: lazy(async () => ({ default: (await import('./site/list/SitesPage.tsx')).SitesPage })),
    needs: 'places.read',
  },
  {
    pattern: '/sites/:site',
    page: lazy(async () => ({ default: (await import('./site/SitePage.tsx')).SitePage })),
    needs: 'places.read',
  },
  {
    pattern: '/vacancies',
    page: lazy(async () => ({ default: (await import('./list/VacanciesPage.tsx')).VacanciesPage })),
    needs: 'jobs.read',
  },
  {
    pattern: '/referrals',
    page: lazy(async () => ({ default: (await import('./referral/BoardPage.tsx')).BoardPage })),
    needs: 'people.list',
  },
  {
    pattern: '/referrals/:id',
    page: lazy(async () => ({ default: (await import('./referral/ReferralPage.tsx')).ReferralPage })),
    needs: 'people.read',
  },
  {
    pattern: '/vacancies/new',
    page: lazy(async () => ({ default: (await import('./form/NewVacancyPage.tsx')).NewVacancyPage })),
    needs: 'jobs.record',
  },
  {
    pattern: '/employer',
    page: lazy(async () => ({ default: (await import('./employer/EmployerPage.tsx')).EmployerPage })),
    needs: 'jobs.offer',
  },
  {
    pattern: '/vacancies/employers',
    page: lazy(async () => ({ default: (await import('./employer/EmployersPage.tsx')).EmployersPage })),
    needs: 'jobs.admit',
  },
  {
    pattern: '/vacancies/:id',
    page: lazy(async () => ({ default: (await import('./page/VacancyPage.tsx')).VacancyPage })),
    needs: 'jobs.read',
  },
  {
    pattern: '/vacancies/:id/change',
    page: lazy(async () => ({ default: (await import('./form/ChangeVacancyPage.tsx')).ChangeVacancyPage })),
    needs: 'jobs.record',
  },
  {
    pattern: '/matching',
    page: lazy(async () => ({ default: (await import('./matching/RunsPage.tsx')).RunsPage })),
    needs: 'jobs.read',
  },
  {
    pattern: '/matching/new',
    page: lazy(async () => ({ default: (await import('./matching/StartPage.tsx')).StartPage })),
    needs: 'jobs.match',
  },
  {
    pattern: '/matching/:id',
    page: lazy(async () => ({ default: (await import('./matching/run/RunPage.tsx')).RunPage })),
    needs: 'jobs.read',
  },
  {
    pattern: '/matching/:id/people',
    page: lazy(async () => ({ default: (await import('./matching/MatchPeoplePage.tsx')).MatchPeoplePage })),
    needs: 'people.list',
  },
  {
    pattern: '/matching/:id/vacancies',
    page: lazy(async () => ({ default: (await import('./matching/MatchVacanciesPage.tsx')).MatchVacanciesPage })),
    needs: 'jobs.read',
  },
  ...corridorRoutes,
]
