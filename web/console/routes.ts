import { accessRoutes } from '../access/routes.ts'
import { caseworkRoutes } from '../casework/routes.ts'
import { indicatorRoutes } from '../indicators/routes.ts'
import { jobsRoutes } from '../jobs/routes.ts'
import { listsRoutes } from '../lists/routes.ts'
import { needsRoutes } from '../needs/routes.ts'
import { peopleRoutes } from '../people/routes.ts'
import type { PageRoute } from '../ui/router.ts'

/** Every page; each slice says which addresses are its own. The first that fits is drawn. */
export const routes: PageRoute[] = [
  ...indicatorRoutes,
  ...peopleRoutes,
  ...listsRoutes,
  ...caseworkRoutes,
  ...jobsRoutes,
  ...needsRoutes,
  ...accessRoutes,
]
