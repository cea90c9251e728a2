import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

export const jobsRoutes: PageRoute[] = [
  {
    pattern: '/vacancies',
    page: lazy(async () => ({ default: (await import('./list/VacanciesPage.tsx')).VacanciesPage })),
    needs: 'jobs.read',
  },
  {
    pattern: '/vacancies/new',
    page: lazy(async () => ({ default: (await import('./form/NewVacancyPage.tsx')).NewVacancyPage })),
    needs: 'jobs.record',
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
]
