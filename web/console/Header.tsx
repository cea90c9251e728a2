import { useState } from 'react'
import { PostMenu } from '../access/PostMenu.tsx'
import type { Me } from '../access/session.ts'
import { paths, type To } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { Preferences } from '../ui/Preferences.tsx'
import { useAddress } from '../ui/router.ts'
import { CITY } from '../view.ts'
import { useWords, type WordKey } from '../words.ts'
import bowl from './bowl.svg'

type Item = { key: WordKey; to: To; needs: string; within: string[] }

const itemsOf = (me: Me): Item[] => [
  {
    key: 'ui.nav.overview',
    to: paths.overview(),
    needs: 'indicators.read',
    within: ['/', '/actions', '/measures', '/indicators'],
  },
  { key: 'ui.nav.map', to: paths.map(), needs: 'indicators.read', within: ['/map'] },
  { key: 'ui.nav.area', to: paths.area(me.post.area ?? CITY), needs: 'places.read', within: ['/areas', '/sites'] },
  { key: 'ui.nav.people', to: paths.people(), needs: 'people.list', within: ['/people'] },
  { key: 'ui.nav.plan', to: paths.plan(), needs: 'plan.read', within: ['/plan'] },
  { key: 'ui.nav.exports', to: paths.exports(), needs: 'people.export', within: ['/exports'] },
  { key: 'ui.nav.audit', to: paths.audit(), needs: 'access.audit', within: ['/audit'] },
  { key: 'ui.nav.accounts', to: paths.accounts(), needs: 'access.accounts', within: ['/accounts'] },
  { key: 'ui.nav.posts', to: paths.posts(), needs: 'access.posts', within: ['/posts'] },
]

export function Header({ me }: { me: Me }) {
  const { t } = useWords()
  const [open, setOpen] = useState(false)
  return (
    <header className={`header ${open ? 'header-open' : ''}`}>
      <div className="header-row">
        <Go to={paths.overview()} className="brand">
          <img src={bowl} alt="" width="26" height="26" />
          <span>{t('ui.product')}</span>
        </Go>
        <button
          type="button"
          className="menu-button"
          aria-expanded={open}
          aria-controls="nav"
          onClick={() => setOpen((was) => !was)}
        >
          {t('ui.menu')}
        </button>
        <Nav me={me} onGo={() => setOpen(false)} />
        <div className="header-end">
          {me.can.includes('people.list') && (
            <Go to={paths.search()} className="search-link" aria-keyshortcuts="/">
              {t('ui.nav.search')} <kbd>/</kbd>
            </Go>
          )}
          <Preferences />
          <PostMenu me={me} />
        </div>
      </div>
    </header>
  )
}

function Nav({ me, onGo }: { me: Me; onGo: () => void }) {
  const { t } = useWords()
  const path = useAddress().split('?')[0] ?? '/'
  return (
    <nav id="nav" className="nav" aria-label={t('ui.nav')}>
      {itemsOf(me)
        .filter((item) => me.can.includes(item.needs))
        .map((item) => (
          <Go
            key={item.key}
            to={item.to}
            onClick={onGo}
            aria-current={isWithin(path, item.within) ? 'page' : undefined}
          >
            {t(item.key as 'ui.nav.overview')}
          </Go>
        ))}
    </nav>
  )
}

const isWithin = (path: string, places: string[]): boolean =>
  places.some((place) => (place === '/' ? path === '/' : path === place || path.startsWith(`${place}/`)))
