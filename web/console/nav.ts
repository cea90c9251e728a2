import type { Me } from '../access/sign-in/session.ts'
import { paths, type To } from '../paths.ts'
import { CITY } from '../view.ts'
import type { WordKey } from '../words.ts'

type NavKey = Exclude<Extract<WordKey, `ui.nav.${string}`>, `ui.nav.group.${string}`>
/** `group`: items that share a menu. 办理 is what waits to be done, 报表 what is handed upward. */
export type NavItem = { key: NavKey; to: To; needs: string; within: string[]; group?: 'work' | 'reports' }

const everyItem = (me: Me): NavItem[] => [
  {
    key: 'ui.nav.overview',
    to: paths.overview(),
    needs: 'indicators.read',
    within: ['/', '/actions', '/measures', '/indicators'],
  },
  { key: 'ui.nav.map', to: paths.map(), needs: 'indicators.read', within: ['/map'] },
  {
    key: 'ui.nav.area',
    to: paths.area(me.post.area ?? CITY),
    needs: 'indicators.read',
    within: ['/areas'],
  },
  { key: 'ui.nav.people', to: paths.people(), needs: 'people.list', within: ['/people'] },
  { key: 'ui.nav.round', to: roundOf(me), needs: 'people.list', within: ['/round'], group: 'work' },
  { key: 'ui.nav.sites', to: paths.sites(), needs: 'people.list', within: ['/sites'], group: 'work' },
  { key: 'ui.nav.vacancies', to: paths.vacancies(), needs: 'jobs.read', within: ['/vacancies'], group: 'work' },
  { key: 'ui.nav.matching', to: paths.matchRuns(), needs: 'jobs.read', within: ['/matching'], group: 'work' },
  { key: 'ui.nav.referrals', to: paths.referrals(), needs: 'people.list', within: ['/referrals'], group: 'work' },
  {
    key: 'ui.nav.corridors',
    to: paths.corridors(),
    needs: 'jobs.read',
    within: ['/corridors', '/batches', '/follow-ups', '/flows'],
    group: 'work',
  },
  { key: 'ui.nav.imports', to: paths.imports(), needs: 'lists.read', within: ['/imports'], group: 'work' },
  {
    ...{ key: 'ui.nav.findings', to: paths.findings(), needs: 'indicators.read' },
    ...{ within: ['/findings', '/waivers'], group: 'work' },
  },
  { key: 'ui.nav.orders', to: paths.orders(), needs: 'needs.answer', within: ['/orders'], group: 'work' },
  { key: 'ui.nav.samples', to: paths.samples(), needs: 'indicators.sample', within: ['/samples'], group: 'work' },
  { key: 'ui.nav.requests', to: paths.requests(), needs: 'people.list', within: ['/requests'], group: 'work' },
  { key: 'ui.nav.duplicates', to: paths.duplicates(), needs: 'people.list', within: ['/duplicates'], group: 'work' },
  { key: 'ui.nav.plan', to: paths.plan(), needs: 'plan.read', within: ['/plan'] },
  { key: 'ui.nav.months', to: paths.months(), needs: 'indicators.read', within: ['/months'], group: 'reports' },
  { key: 'ui.nav.exports', to: paths.exports(), needs: 'people.export', within: ['/exports'], group: 'reports' },
  { key: 'ui.nav.employer', to: paths.employer(), needs: 'jobs.offer', within: ['/employer'] },
  { key: 'ui.nav.audit', to: paths.audit(), needs: 'access.audit', within: ['/audit'] },
  { key: 'ui.nav.accounts', to: paths.accounts(), needs: 'access.accounts', within: ['/accounts'] },
  { key: 'ui.nav.posts', to: paths.posts(), needs: 'access.accounts', within: ['/posts'] },
]

/** Who asks people starts with the list; who answers for several villages with how far they are. */
const roundOf = (me: Me): To => (me.post.role === 'village' ? paths.round({ part: 'open' }) : paths.roundCoverage())

/** What the acting post may open, in the header's order; the map of the whole city is for those who see all of it. */
export const navOf = (me: Me): NavItem[] =>
  everyItem(me).filter((item) => me.can.includes(item.needs) && (item.key !== 'ui.nav.map' || me.post.area === CITY))

/** Where a post starts: the overview, or for an administrator their own duty. */
export function homeOf(me: Me): To {
  if (me.can.includes('indicators.read')) return paths.overview()
  const duty = navOf(me).find((item) => item.needs.startsWith('access.') || item.needs === 'jobs.offer')
  return duty?.to ?? paths.plan()
}
