import type { Me } from '../access/sign-in/session.ts'
import { Go } from '../ui/Go.tsx'
import { Menu } from '../ui/page/Menu.tsx'
import { useAddress } from '../ui/router.ts'
import { useWords } from '../words.ts'
import { type NavItem, navOf } from './nav.ts'

/** Where one can go: a link each, or a menu for what belongs together; a menu of one is a link. */
export function Nav({ me, onGo }: { me: Me; onGo: () => void }) {
  const { t } = useWords()
  const path = useAddress().split('?')[0] ?? '/'
  return (
    <nav id="nav" className="nav" aria-label={t('ui.nav')}>
      {groupsOf(navOf(me)).map((items) =>
        items.length === 1 ? (
          <Item key={items[0]!.key} item={items[0]!} path={path} onGo={onGo} />
        ) : (
          <Menu
            key={items[0]!.key}
            className="nav-menu"
            label={
              <span className={items.some((item) => isWithin(path, item.within)) ? 'nav-here' : ''}>
                {t(`ui.nav.group.${items[0]!.group!}`)}
              </span>
            }
          >
            {(close) =>
              items.map((item) => (
                <Item
                  key={item.key}
                  item={item}
                  path={path}
                  onGo={() => {
                    close()
                    onGo()
                  }}
                />
              ))
            }
          </Menu>
        ),
      )}
    </nav>
  )
}

/** Items of one group stand together where the first of them stands. */
function groupsOf(items: NavItem[]): NavItem[][] {
  const groups = new Map<string, NavItem[]>()
  for (const item of items) {
    const name = item.group ?? item.key
    groups.set(name, [...(groups.get(name) ?? []), item])
  }
  return [...groups.values()]
}

function Item({ item, path, onGo }: { item: NavItem; path: string; onGo: () => void }) {
  const { t } = useWords()
  return (
    <Go to={item.to} onClick={onGo} aria-current={isWithin(path, item.within) ? 'page' : undefined}>
      {t(item.key)}
    </Go>
  )
}

const isWithin = (path: string, places: string[]): boolean =>
  places.some((place) => (place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`)))
