import { useIsFetching } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Me } from '../access/sign-in/session.ts'
import { CountingNotice } from '../indicators/overview/CountingNotice.tsx'
import { AsOfBar } from '../ui/page/AsOfBar.tsx'
import { useAddress } from '../ui/router.ts'
import { instantText } from '../ui/text/number.ts'
import { useWords } from '../words.ts'
import { Header } from './Header.tsx'
import { useShortcuts } from './shortcuts.ts'

/** Header, the as-of bar, the page, and the demonstration's own notice. */
export function Frame({ me, children }: { me: Me; children: ReactNode }) {
  const { t } = useWords()
  useShortcuts()
  const demo = me.defaults.demo !== null
  return (
    <>
      <a className="skip" href="#content">
        {t('ui.skip')}
      </a>
      <Progress />
      {demo && (
        <p className="demo-banner">
          {t('ui.demo')} · {t('ui.demo.day', { day: me.defaults.on })}
          {me.defaults.demo === 'small' && ` · ${t('ui.demo.small')}`}
        </p>
      )}
      <Header me={me} />
      {me.can.includes('indicators.read') && <AsOfBar />}
      <main id="content" tabIndex={-1}>
        {children}
      </main>
      {me.can.includes('indicators.read') && <CountingNotice />}
      <PrintedBy me={me} />
    </>
  )
}

/** At the end of a printed page: who printed it, when, and the address that gives the same page again. */
function PrintedBy({ me }: { me: Me }) {
  const { t, language } = useWords()
  const address = useAddress()
  return (
    <p className="printed-by">
      {t('ui.printed', {
        name: me.officer.name,
        post: me.post.title,
        at: instantText(new Date().toISOString(), language),
      })}{' '}
      {window.location.host}
      {address}
    </p>
  )
}

/** A thin line while anything is being read: nothing waits without saying so. */
function Progress() {
  const busy = useIsFetching() > 0
  return <div className={busy ? 'progress progress-busy' : 'progress'} aria-hidden="true" />
}
