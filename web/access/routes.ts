import type { PageRoute } from '../ui/router.ts'

export const accessRoutes: PageRoute[] = []
