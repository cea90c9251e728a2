import type { PageRoute } from '../ui/router.ts'

/** Lists, files and searches of people. */
export const peopleRoutes: PageRoute[] = []
