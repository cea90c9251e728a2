import { lazy } from 'react'
import type { PageRoute } from '../ui/router.ts'

const needs = 'indicators.read'

export const indicatorRoutes: PageRoute[] = [
  {
    pattern: '/',
    page: lazy(async () => ({ default: (await import('./overview/OverviewPage.tsx')).OverviewPage })),
    needs,
  },
  { pattern: '/map', page: lazy(async () => ({ default: (await import('./map/MapPage.tsx')).MapPage })), needs },
  {
    pattern: '/actions/:action',
    page: lazy(async () => ({ default: (await import('./area/ActionPage.tsx')).ActionPage })),
    needs,
  },
  {
    pattern: '/measures/:measure',
    page: lazy(async () => ({ default: (await import('./area/MeasurePage.tsx')).MeasurePage })),
    needs,
  },
  {
    pattern: '/indicators/:indicator',
    page: lazy(async () => ({ default: (await import('./indicator/IndicatorPage.tsx')).IndicatorPage })),
    needs,
  },
  {
    pattern: '/samples',
    page: lazy(async () => ({ default: (await import('./sampling/SamplesPage.tsx')).SamplesPage })),
    needs,
  },
  {
    pattern: '/samples/:id',
    page: lazy(async () => ({ default: (await import('./sampling/SamplePage.tsx')).SamplePage })),
    needs,
  },
  {
    pattern: '/samples/:id/people',
    page: lazy(async () => ({ default: (await import('./sampling/SamplePeoplePage.tsx')).SamplePeoplePage })),
    needs: 'people.list',
  },
  {
    pattern: '/areas/:area',
    page: lazy(async () => ({ default: (await import('./area/AreaPage.tsx')).AreaPage })),
    needs: 'places.read',
  },
  {
    pattern: '/plan',
    page: lazy(async () => ({ default: (await import('./plan/PlanPage.tsx')).PlanPage })),
    needs: 'plan.read',
  },
  {
    pattern: '/months',
    page: lazy(async () => ({ default: (await import('./closing/MonthsPage.tsx')).MonthsPage })),
    needs,
  },
  {
    pattern: '/months/:month/restated',
    page: lazy(async () => ({ default: (await import('./closing/RestatedPage.tsx')).RestatedPage })),
    needs,
  },
  {
    pattern: '/months/:month',
    page: lazy(async () => ({ default: (await import('./closing/MonthPage.tsx')).MonthPage })),
    needs,
  },
]
