import type { PageRoute } from '../ui/router.ts'

export const planRoutes: PageRoute[] = []
