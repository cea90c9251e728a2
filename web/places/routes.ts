import type { PageRoute } from '../ui/router.ts'

export const placeRoutes: PageRoute[] = []
