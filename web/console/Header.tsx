import { useState } from 'react'
import { PostMenu } from '../access/PostMenu.tsx'
import type { Me } from '../access/sign-in/session.ts'
import { paths } from '../paths.ts'
import { Go } from '../ui/Go.tsx'
import { Preferences } from '../ui/page/Preferences.tsx'
import { useWords } from '../words.ts'
import bowl from './bowl.svg'
import { Nav } from './Nav.tsx'

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
        {me.can.includes('people.list') && (
          <Go to={paths.search()} className="search-link" aria-keyshortcuts="/">
            {t('ui.nav.search')} <kbd>/</kbd>
          </Go>
        )}
        <div className="header-end">
          <Preferences />
          <PostMenu me={me} />
        </div>
      </div>
    </header>
  )
}
